using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Indicators;
using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.ReadSide;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Reminders;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Plan;

/// <summary>The improvement plan: its lines and measures, their readings and ratings, its pages and its read side for other systems.</summary>
public static class PlanModule
{
    /// <summary>The module's name and the feed of the credentials that may read it.</summary>
    public const string Name = "plan";

    /// <summary>The feed of the credentials that may read the panel's minutes besides.</summary>
    public const string MinutesFeed = $"{Name}+minutes";

    /// <summary>The feed of the credentials that may send readings and updates. It reads nothing.</summary>
    public const string WritingFeed = $"{Name}-write";

    /// <summary>Every feed of the module.</summary>
    public static IReadOnlyList<string> Feeds => [Name, MinutesFeed, WritingFeed];

    /// <summary>Its database, the messages that it takes, its pages.</summary>
    public static void AddPlan(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<PlanDb>(Name);
        builder.Services.AddScoped<PlanLoader>();
        builder.Services.AddScoped<PlanImport>();
        builder.Services.AddSingleton<UploadedPlans>();
        builder.Services.AddSingleton<ReadingStore>();
        builder.Services.AddSingleton<PlanRevisions>().AddSingleton<PlanSnapshots>().AddSingleton<PlanWatch>();
        builder.Services.AddScoped<EnteredReadings>();
        builder.Services.AddScoped<PlanReplay>();
        builder.Services.AddScoped<PanelFreeze>();
        builder.Services.AddScoped<PackShelf>();
        builder.Services.AddSingleton<PackPress>();
        builder.Services.AddSingleton(services => new ChainAnchors(() => PanelAnchors.Read(services.GetRequiredService<ModuleDatabase<PlanDb>>())));
        builder.AddReminders();
        builder.Services.AddTransient(services => ActivatorUtilities.CreateInstance<IndicatorsPublisher>(services, TimeProvider.System)).AddHostedService<IndicatorsClock>();
        builder.Services.AddSingleton(services => new ToldAgain(Name, () => IndicatorsPublisher.PublishAgain(services.GetRequiredService<ModuleDatabase<PlanDb>>())));
        builder.Services.AddSingleton(services => new WorkstreamChoices(async () =>
            [.. ((await services.GetRequiredService<PlanSnapshots>().Current())?.Lines ?? []).SelectMany(line => line.Line.Workstreams).Distinct().Order(StringComparer.Ordinal)]));
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Plan", Tasks.ReadPlan));
        builder.Services.AddSingleton(new NavigationItem("Plan", "/plan", Tasks.ReadPlan)
        {
            Within =
            [
                new("All lines", "/plan", Tasks.ReadPlan),
                new("The notice", "/plan/notice", Tasks.ReadPlan),
                new("My actions", "/plan/my-actions", Tasks.WriteUpdates),
                new("Updates", "/plan/updates", Tasks.ReadPlan),
                new("Panel meetings", "/plan/meetings", Tasks.ReadPlan) { Also = ["/plan/challenges", "/plan/as-at"] },
                new("Packs", "/plan/packs", Tasks.ReadPlan),
                new("Workstreams", "/plan/workstreams", Tasks.ReadPlan),
                new("Not measured", "/plan/not-measured", Tasks.ReadPlan),
                new("Achievements", "/plan/achievements", Tasks.ReadPlan),
            ],
        });
        builder.Services.AddSingleton(new HomePart(5, "/Pages/Plan/_HomeSentence.cshtml", Tasks.ReadPlan, HomePlace.Sentence));
        builder.Services.AddSingleton(new HomePart(6, "/Pages/Plan/Notice/_HomeSentence.cshtml", Tasks.ReadPlan, HomePlace.Sentence));
        builder.Services.AddSingleton(new HomePart(10, "/Pages/Plan/_Home.cshtml", Tasks.ReadPlan));
        builder.Services.AddScoped<IToDoList, PlanToDo>();
        builder.Services.AddTransient<INotificationHandler<JudgementRecorded>, JudgementRecordedHandler>();
        builder.Services.AddTransient<INotificationHandler<RecommendationOverdue>, RecommendationHandler>();
        builder.Services.AddTransient<INotificationHandler<RecommendationMet>, RecommendationHandler>();
        builder.Services.AddTransient<INotificationHandler<MeasuresDefined>, MeasuresDefinedHandler>();
        builder.Services.AddTransient<INotificationHandler<MeasuresRecalculated>, MeasuresRecalculatedHandler>();
    }

    /// <summary>What other systems read and what they send, each for credentials of its own.</summary>
    public static void MapPlan(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<PlanReaderService>().RequireAuthorization(FeedClient.Policy(Name));
        endpoints.MapGrpcService<PlanWriterService>().RequireAuthorization(FeedClient.Policy(WritingFeed));
    }

    /// <summary>Loads the published action plan of 20 August 2010, unless a plan is loaded already.</summary>
    /// <returns>Whether it was loaded now.</returns>
    public static async Task<bool> Load2010Plan(IServiceProvider services, Actor actor, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        var loader = scope.ServiceProvider.GetRequiredService<PlanLoader>();
        if (await loader.IsLoaded(cancel))
            return false;
        await using var json = PlanLoader.Plan2010();
        await loader.Load(json, actor, cancel);
        await scope.ServiceProvider.GetRequiredService<SampleContacts>().Add(actor, cancel);
        return true;
    }

    /// <summary>Loads a plan file, in JSON or as a workbook; the shapes are in the module's README.</summary>
    /// <returns>Null, or the sentences that say why nothing was loaded, a line each.</returns>
    public static async Task<string?> LoadPlan(IServiceProvider services, Stream file, Actor actor, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<PlanLoader>().Load(file, actor, cancel);
            return null;
        }
        catch (PlanFileException reason)
        {
            return reason.Message;
        }
    }
}
