using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.Pages;
using ImprovementSuite.Host.Pages.ChangeLog;
using ImprovementSuite.Host.Pages.Feeds;
using ImprovementSuite.Host.Pages.People;
using ImprovementSuite.Host.Pages.PersonalData;
using ImprovementSuite.Host.People;
using ImprovementSuite.Inspections;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools;
using ImprovementSuite.SocialCare;
using ImprovementSuite.Workforce;

try
{
    var options = SuiteOptions.Parse(args);
    if (options.Command == "help")
    {
        Console.WriteLine(SuiteOptions.Usage);
        return 0;
    }
    await using var app = SuiteApp.Build(options);
    if (options.IsSafekeeping)
        return await app.Services.RunSafekeeping(options);
    await app.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
    if (!options.IsServing)
        return await app.Services.RunCommand(options);
    await app.ServeAsync(options);
    return 0;
}
catch (CannotStartException reason)
{
    Console.Error.WriteLine(reason.Message);
    return 1;
}

/// <summary>The suite's table of contents.</summary>
internal static class SuiteApp
{
    /// <summary>The whole application, not yet started.</summary>
    public static WebApplication Build(SuiteOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.Settings], ContentRootPath = AppContext.BaseDirectory,
            // Not the entry assembly: the tests host the suite too, and its static files go by this name.
            ApplicationName = typeof(SuiteApp).Assembly.GetName().Name,
        });

        builder.AddSuite(options);
        builder.AddPeople(options.IsDemo);
        builder.AddFeedAccess([SocialCareModule.Name, SchoolsModule.Name, WorkforceModule.Name, InspectionsModule.Name, .. PlanModule.Feeds]);
        builder.AddPages(options.IsDemo);

        builder.AddPlan();
        builder.AddSocialCare();
        builder.AddSchools();
        builder.AddWorkforce();
        builder.AddInspections();
        builder.AddFeedPages();
        builder.AddChangeLogPages();
        builder.AddPeoplePages(options.IsDemo);
        builder.AddPersonalDataPages();

        var app = builder.Build();

        app.UseForwarding();
        app.UsePages();
        app.UseRouting();
        app.UseRequestLimits();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFeedCalls();

        app.MapSuite();
        app.MapPlan();
        app.MapSocialCare();
        app.MapSchools();
        app.MapWorkforce();
        app.MapInspections();
        app.MapPages();
        return app;
    }
}
