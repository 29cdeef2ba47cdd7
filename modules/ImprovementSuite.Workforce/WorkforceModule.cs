using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Workforce;

/// <summary>Posts and who is in them, agency cover and spend, recruitment, foster carers, appraisals, surveys and learning.</summary>
public static class WorkforceModule
{
    /// <summary>The module's name in messages and the feed of its credentials.</summary>
    public const string Name = "workforce";

    /// <summary>Its database, intake, measures and pages.</summary>
    public static void AddWorkforce(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<WorkforceDb>(Name);
        builder.Services.AddSingleton<WorkforceRecordIntake>();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<WorkforceDb>>(), WorkforceCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>()));
        builder.Services.AddSingleton(new NavigationItem("Workforce", "/workforce", Tasks.ReadFigures)
        {
            Within =
            [
                new("Overview", "/workforce", Tasks.ReadFigures),
                new("Recruitment", "/workforce/recruitment", Tasks.ReadFigures),
                new("Agency", "/workforce/agency", Tasks.ReadFigures),
                new("Foster carers", "/workforce/foster-carers", Tasks.ReadFigures),
            ],
        });
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Workforce", services.GetRequiredService<ModuleDatabase<WorkforceDb>>(), "/workforce/sources"));
    }

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapWorkforce(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<WorkforceFeedService>().RequireAuthorization(FeedClient.Policy(Name));
}
