using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Pages.People;

internal static class PeoplePages
{
    /// <summary>The way to everybody's account and to one's own. The demo has people and no accounts.</summary>
    public static void AddPeoplePages(this IHostApplicationBuilder builder, bool demo)
    {
        if (demo)
            return;
        builder.Services.AddSingleton(new NavigationItem("People", "/people", Tasks.ManagePeople));
        builder.Services.AddSingleton(new AccountLink("/account"));
    }
}
