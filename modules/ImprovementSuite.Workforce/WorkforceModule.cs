using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Integration;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Managers;
using ImprovementSuite.Workforce.Importing;
using ImprovementSuite.Workforce.Measures;
using ImprovementSuite.Workforce.Pages.Workforce;
using ImprovementSuite.Workforce.PersonalData;
using ImprovementSuite.Workforce.Sample;
using ImprovementSuite.Workforce.Teams;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
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
        builder.Services.AddSingleton<WorkforceImports>();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<WorkforceDb>>(), WorkforceCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>(),
            connection => PublishAgain(connection, services.GetRequiredService<BusinessClock>().Now)));
        builder.Services.AddTransient<INotificationHandler<PracticeIssuesFound>, PracticeIssuesFoundHandler>().AddTransient<INotificationHandler<CasesHeld>, CasesHeldHandler>();
        builder.Services.AddScoped<IToDoList, WorkforceToDo>();
        builder.Services.AddSingleton<IHeldData, HeldPeopleData>();
        builder.Services.AddSingleton(services => Keeping.Of(services.GetRequiredService<ModuleDatabase<WorkforceDb>>()));
        builder.Services.AddTransient<ManagersPublisher>().AddHostedService<ManagersClock>();
        builder.Services.AddSingleton(new NavigationItem("Workforce", "/workforce", Tasks.ReadFigures)
        {
            // What fits on one line; caseload, the census and teams are reached from the overview.
            Within =
            [
                new("Overview", "/workforce", Tasks.ReadFigures), new("Establishment", "/workforce/establishment", Tasks.ReadFigures) { Also = ["/workforce/posts"] }, new("Vacancies", "/workforce/vacancies", Tasks.ReadFigures),
                new("Recruitment", "/workforce/recruitment", Tasks.ReadFigures), new("Agency", "/workforce/agency", Tasks.ReadFigures), new("Foster carers", "/workforce/foster-carers", Tasks.ReadFigures),
                new("Appraisals", "/workforce/appraisals", Tasks.ReadFigures), new("Surveys", "/workforce/surveys", Tasks.ReadFigures), new("Learning", "/workforce/learning", Tasks.ReadFigures),
                new("Imports", "/workforce/imports", Tasks.LookAfterWorkforce),
            ],
        });
        builder.Services.AddSingleton(new HomePart(40, "/Pages/Workforce/_Home.cshtml", Tasks.ReadFigures));
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Workforce", services.GetRequiredService<ModuleDatabase<WorkforceDb>>(), "/workforce/sources"));
    }

    /// <summary>For the demo: the source system of <see cref="SampleBatches"/>.</summary>
    public const string SampleSource = SampleLoad.Source;

    /// <summary>For the demo: what an HR system would send, as bodies of batches in JSON.</summary>
    public static IEnumerable<string> SampleBatches() => SampleLoad.Batches();

    /// <summary>For the demo: what people would have typed of it.</summary>
    /// <returns>False where it is there already.</returns>
    public static Task<bool> LoadSample(IServiceProvider services, Actor actor, CancellationToken cancel = default) => SampleLoad.Type(services, actor, cancel);

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapWorkforce(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<WorkforceFeedService>().RequireAuthorization(FeedClient.Policy(Name));

    /// <summary>Everything that the module tells besides its values goes out again.</summary>
    private static void PublishAgain(SqliteConnection connection, DateTime now)
    {
        RestructuresTold.PublishAgain(connection, now);
        LearningTold.PublishAgain(connection, now);
        ManagersPublisher.PublishAgain(connection);
    }
}
