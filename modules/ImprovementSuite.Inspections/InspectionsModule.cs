using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Inspections.Authorities;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Integration;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Inspections.PersonalData;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Inspections.Sample;
using ImprovementSuite.Inspections.Told;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Inspections;

/// <summary>Inspections and their judgements, the ledger of recommendations over every source, the performance profile and readiness for what comes next.</summary>
public static class InspectionsModule
{
    /// <summary>The module's name in messages and the feed of its credentials.</summary>
    public const string Name = "inspections";

    /// <summary>Its database, intake, measures and pages.</summary>
    public static void AddInspections(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<InspectionsDb>(Name);
        builder.Services.AddSingleton<InspectionRecordIntake>();
        builder.Services.AddScoped<LedgerDesk>();
        builder.Services.AddSingleton<EvidenceStore>();
        builder.Services.AddSingleton<IToDoList, Pages.Inspections.Ledgers.LedgerToDo>();
        builder.Services.AddSingleton<InspectionImports>();
        builder.Services.AddSingleton<IHeldData, HeldInspectionData>();
        builder.AddReminders();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<InspectionsDb>>(), InspectionsCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>(), Teller.TellAgain));
        builder.Services.AddTransient<INotificationHandler<IndicatorRead>, IndicatorReadHandler>();
        builder.Services.AddScoped<OverviewDesk>().AddScoped<ReportDesk>().AddSingleton<IToDoList, ReportsToDo>();
        builder.Services.AddTransient<Teller>().AddHostedService<TellerClock>();
        builder.Services.AddSingleton(new NavigationItem("Inspections", "/inspections", Tasks.ReadFigures)
        {
            Within =
            [
                new("Overview", "/inspections", Tasks.ReadFigures),
                new("Recommendations", "/inspections/ledger", Tasks.ReadFigures) { Also = ["/inspections/recommendations", "/inspections/reminders"] },
                new("Profile", "/inspections/profile", Tasks.ReadFigures) { Also = ["/inspections/authorities", "/inspections/frameworks", "/inspections/settings"] },
                new("Reports", "/inspections/reports", Tasks.ReadFigures),
                new("Providers", "/inspections/providers", Tasks.ReadFigures) { Also = ["/inspections/reports-of"] }, new("Children's homes", "/inspections/homes", Tasks.ReadFigures),
                new("Reviews", "/inspections/reviews", Tasks.ReadFigures), new("Readiness", "/inspections/readiness", Tasks.ReadFigures),
                new("Imports", "/inspections/imports", Tasks.LookAfterInspections) { Also = ["/inspections/enter"] },
            ],
        });
        builder.Services.AddSingleton(new HomePart(50, "/Pages/Inspections/_Home.cshtml", Tasks.ReadFigures));
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Inspections", services.GetRequiredService<ModuleDatabase<InspectionsDb>>()));
    }

    /// <summary>For the demo: the source system of <see cref="SampleBatches"/>.</summary>
    public const string SampleSource = SampleLoad.Source;

    /// <summary>For the demo: what an inspection system would send, as bodies of batches in JSON.</summary>
    public static IEnumerable<string> SampleBatches() => SampleLoad.Batches();

    /// <summary>For the demo: what people would have typed of it.</summary>
    /// <returns>False where it is there already.</returns>
    public static Task<bool> LoadSample(IServiceProvider services, Actor actor, CancellationToken cancel = default) => SampleLoad.Type(services, actor, cancel);

    /// <summary>For the demo: tells other modules at once what would otherwise be told within a minute.</summary>
    public static void TellOthers(IServiceProvider services) => services.GetRequiredService<Teller>().Tell();

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapInspections(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<InspectionFeedService>().RequireAuthorization(FeedClient.Policy(Name));
}
