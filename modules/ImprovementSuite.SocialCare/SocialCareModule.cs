using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.AnnexA;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.CaseAudits.Sample;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Integration;
using ImprovementSuite.SocialCare.Learning;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Pages.SocialCare;
using ImprovementSuite.SocialCare.PersonalData;
using ImprovementSuite.SocialCare.WorkInProgress;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare;

/// <summary>Social care quality assurance: contacts, referrals and assessments, and the measures counted from them.</summary>
public static class SocialCareModule
{
    /// <summary>The module's name in messages and the feed of its credentials.</summary>
    public const string Name = "socialcare";

    /// <summary>Its database, intake, measures, pages and the message that it takes.</summary>
    public static void AddSocialCare(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<SocialCareDb>(Name);
        builder.Services.AddSingleton<CaseRecordIntake>();
        builder.Services.AddSingleton(services => new Recalculator(
            services.GetRequiredService<ModuleDatabase<SocialCareDb>>(), SocialCareCounting.Read,
            services.GetRequiredService<WorkingDayCalendar>(), services.GetRequiredService<BusinessClock>(), connection =>
            {
                PracticeIssuePublisher.PublishAgain(connection);
                CasesHeldPublisher.PublishAgain(connection);
            }));
        builder.AddDataQuality();
        builder.Services.AddTransient<INotificationHandler<PanelReportFrozen>, PanelReportFrozenHandler>();
        builder.Services.AddTransient<INotificationHandler<TeamsRestructured>, TeamsRestructuredHandler>();
        builder.Services.AddTransient<CasesHeldPublisher>().AddHostedService<CasesHeldClock>();
        builder.AddCaseAudits();
        builder.AddLearning();
        builder.Services.AddSingleton(new NavigationItem("Social care", "/social-care", Tasks.ReadFigures)
        {
            Within =
            [
                new("Overview", "/social-care", Tasks.ReadFigures), new("Work in progress", "/social-care/work", Tasks.ReadFigures),
                new("Case audits", "/social-care/audits", Tasks.ReadFigures), new("Data quality", "/social-care/data-quality", Tasks.ReadFigures), new("Learning", "/social-care/learning", Tasks.ReadFigures),
                new("Time limits", "/social-care/limits", Tasks.ChangeDefinitions),
                new("Teams", "/social-care/teams", Tasks.ChangeDefinitions), new("Sources", "/social-care/sources", Tasks.ReadFeeds),
                new("Annex A", "/social-care/annex-a", Tasks.ChangeDefinitions),
                new("Restricted cases", "/social-care/restricted", Tasks.NameReaders),
            ],
        });
        builder.Services.AddSingleton(services => new TeamChoices(() => Task.FromResult<IReadOnlyList<string>>(
            [.. services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Read(SocialCareCounting.Places).Values.Select(place => place.Team).Where(team => team.Length > 0).Distinct().Order(StringComparer.Ordinal)])));
        builder.AddAnnexA();
        builder.Services.AddSingleton(services => Keeping.Of(services.GetRequiredService<ModuleDatabase<SocialCareDb>>()));
        builder.Services.AddSingleton<IHeldData, HeldCaseData>();
        builder.Services.AddSingleton<IToDoList, PastLimitToDo>();
        builder.Services.AddSingleton(new HomePart(20, "/Pages/SocialCare/_Home.cshtml", Tasks.ReadFigures));
        builder.Services.AddSingleton(services => new Platform.Feeds.Feed("Social care cases", services.GetRequiredService<ModuleDatabase<SocialCareDb>>(), "/social-care/sources"));
    }

    /// <summary>For the demo: invented managers in post and their audits of 2010, drawn from the records that are stored.</summary>
    /// <returns>How many audits; 0 where managers have been entered already.</returns>
    public static Task<int> LoadSampleAudits(IServiceProvider services, Actor actor, CancellationToken cancel = default) => SampleAudits.Load(services, actor, cancel);

    /// <summary>Asks every rule of data quality of the records that are stored, without waiting for the minute that would, and grades the measures.</summary>
    public static void CheckRecords(IServiceProvider services)
    {
        services.GetRequiredService<QualityWork>().RunIfDue();
        services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == Name).Run();
    }

    /// <summary>Tells other modules what audits found and who holds how many cases, without waiting for the minutes that would.</summary>
    public static void TellOthers(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<PracticeIssuePublisher>().Publish();
        scope.ServiceProvider.GetRequiredService<CasesHeldPublisher>().Publish();
    }

    /// <summary>Its feed, for credentials of this feed alone.</summary>
    public static void MapSocialCare(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGrpcService<CaseFeedService>().RequireAuthorization(FeedClient.Policy(Name));
}
