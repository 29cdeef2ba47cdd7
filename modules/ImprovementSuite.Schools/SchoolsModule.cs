using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Integration;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Pages.Schools.Support;
using ImprovementSuite.Schools.PersonalData;
using ImprovementSuite.Schools.Sample;
using ImprovementSuite.Schools.Support;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Schools;

/// <summary>Schools, their results against the floor standard of each year, who rose and who fell, and the support that they are given.</summary>
public static class SchoolsModule
{
    /// <summary>The module's name in messages and the feed of its credentials.</summary>
    public const string Name = "schools";

    /// <summary>Its database, intake, measures, pages and the message that it takes.</summary>
    public static void AddSchools(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<SchoolsDb>(Name);
        builder.Services.AddSingleton<SchoolRecordIntake>();
        builder.Services.AddSingleton<TypedForecast>();
        builder.Services.AddSingleton<IToDoList, SupportToDo>();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<SchoolsDb>>(), SchoolsCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>(), FloorMoves.PublishAgain));
        builder.Services.AddSingleton<ImportWork>().AddSingleton<Imports>().AddSingleton<TypedRecords>().AddHostedService<ImportsGoOn>();
        builder.Services.AddSingleton<IHeldData, HeldSchoolData>();
        builder.Services.AddSingleton<FloorMoves>().AddHostedService<FloorMovesClock>();
        builder.Services.AddTransient<INotificationHandler<JudgementRecorded>, JudgementRecordedHandler>();
        builder.Services.AddSingleton(new NavigationItem("Schools", "/schools", Tasks.ReadFigures)
        {
            Within =
            [
                new("Overview", "/schools", Tasks.ReadFigures), new("Schools", "/schools/list", Tasks.ReadFigures) { Also = ["/schools/#", "/schools/compare"] }, new("At risk", "/schools/risk", Tasks.ReadFigures),
                new("Support", "/schools/support", Tasks.ReadFigures) { Also = ["/schools/#/support"] }, new("Forecasts", "/schools/forecasts", Tasks.ReadFigures),
                new("Imports", "/schools/imports", Tasks.LookAfterSchools) { Also = ["/schools/results", "/schools/unmatched"] }, new("Floor standards", "/schools/floor", Tasks.ReadFigures), new("Settings", "/schools/settings", Tasks.LookAfterSchools) { Also = ["/schools/sources"] },
            ],
        });
        builder.Services.AddSingleton(new HomePart(30, "/Pages/Schools/_Home.cshtml", Tasks.ReadFigures));
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Schools", services.GetRequiredService<ModuleDatabase<SchoolsDb>>(), "/schools/sources"));
    }

    /// <summary>For the demo: invented schools with the results that the plan of 2010 published in sum, brought in as files.</summary>
    /// <returns>How many schools; 0 where a register is there already.</returns>
    public static Task<int> LoadSample(IServiceProvider services, Actor actor, CancellationToken cancel = default) => SampleLoad.Load(services, actor, cancel);

    /// <summary>For the demo: what a school information system would send of them, as the body of a batch in JSON.</summary>
    public static string SampleBatch() => SampleFiles.Feed();

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapSchools(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<SchoolFeedService>().RequireAuthorization(FeedClient.Policy(Name));
}
