using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Inspections;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools;
using ImprovementSuite.SocialCare;
using ImprovementSuite.Workforce;
using static ImprovementSuite.Platform.People.Tasks;

namespace ImprovementSuite.Host.Pages.ChangeLog;

internal static class ChangeLogPages
{
    /// <summary>The change log as a section of its own, for those who may read it.</summary>
    public static void AddChangeLogPages(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(new NavigationItem("Change log", "/change-log", ReadChangeLog));

    /// <summary>What people call the part of the suite that a database belongs to.</summary>
    public static string Part(string database) => database switch
    {
        AccountsDb.Name => "People and feed keys",
        PlanModule.Name => "Plan",
        SocialCareModule.Name => "Social care",
        SchoolsModule.Name => "Schools",
        WorkforceModule.Name => "Workforce",
        InspectionsModule.Name => "Inspections",
        _ => database,
    };
}
