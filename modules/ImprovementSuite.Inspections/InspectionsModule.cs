using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Inspections.PersonalData;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Inspections.Told;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
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
        builder.Services.AddSingleton<Imports>();
        builder.Services.AddSingleton<IHeldData, HeldInspectionData>();
        builder.AddReminders();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<InspectionsDb>>(), InspectionsCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>(), Teller.TellAgain));
        builder.Services.AddTransient<Teller>().AddHostedService<TellerClock>();
        builder.Services.AddSingleton(new NavigationItem("Inspections", "/inspections", Tasks.ReadFigures)
        {
            Within =
            [
                new("Overview", "/inspections", Tasks.ReadFigures), new("Recommendations", "/inspections/ledger", Tasks.ReadFigures),
                new("Imports", "/inspections/imports", Tasks.LookAfterInspections),
            ],
        });
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Inspections", services.GetRequiredService<ModuleDatabase<InspectionsDb>>()));
    }

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapInspections(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<InspectionFeedService>().RequireAuthorization(FeedClient.Policy(Name));
}
