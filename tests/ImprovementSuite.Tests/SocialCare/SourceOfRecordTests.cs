using System.Net;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare;

/// <summary>Two sources of the same work: whichever is the source of record, the figures are those of its records and of no others.</summary>
public sealed class SourceOfRecordTests : IAsyncLifetime
{
    private static readonly CaseRecord[] CaseSystem =
    [
        Cases.Referral("R1", "2010-06-01"), Cases.Initial("A1", "R1", "2010-06-04"),
        Cases.Referral("R2", "2010-08-02", "Central 2"), Cases.Initial("A2", "R2", "2010-08-20", team: "Central 2"),
        Cases.Initial("A3", "R2", "", team: "Central 2"), Cases.Core("A4", "2010-07-01", "2010-07-15"), Cases.Contact("K1", "2010-08-02"),
        Cases.Assessment("single", "A5", "R2", "", "2010-08-12", "Central 2", 1, "C1"), Cases.Referral("R3", "2010-08-03"),
    ];

    private static readonly CaseRecord[] Census =
    [
        Cases.Referral("R1", "2010-06-02"), Cases.Initial("A1", "R1", "2010-06-25"), Cases.Referral("R2", "2010-08-02"), Cases.Initial("A2", "R2", "2010-08-05"),
        Cases.Referral("R4", "2010-08-09", "South 1"), Cases.Core("A4", "2010-03-01", "2010-07-15"),
    ];

    private RunningSuite _suite = null!;
    private Visitor _administrator = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _administrator = await SignIn(_suite, "demo-administrator");
        await Send("case-system", [.. CaseSystem, Cases.Referral("R9", "2010-08-04"), Cases.Withdrawn(Cases.Referral("R9", "2010-08-04"), 2)]);
        await Send("cin-census", Census);
        Recalculator.Run();
    }

    public async Task DisposeAsync()
    {
        _administrator.Dispose();
        await _suite.DisposeAsync();
    }

    private Recalculator Recalculator => _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare");

    private ModuleDatabase<SocialCareDb> Database => _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();

    [Fact]
    public async Task After_the_change_the_figures_are_those_of_the_other_source_and_back()
    {
        Assert.Equal(CountedFrom(CaseSystem), Stored());

        await Change("cin-census");
        Assert.Equal(CountedFrom(Census), Stored());
        await Change("case-system");
        Assert.Equal(CountedFrom(CaseSystem), Stored());
    }

    [Fact]
    public async Task From_a_day_on_it_counts_for_later_records_alone()
    {
        await Change("cin-census", from: "1 August 2010");

        Assert.Equal(
            CountedFrom([.. CaseSystem.Where(r => r.Key.RecordId is "R1" or "A1" or "A4"), .. Census.Where(r => r.Key.RecordId is "R2" or "A2" or "R4")]), Stored());
        Assert.Contains("Referrals cin-census 1 Aug 2010", (await _administrator.Page("/social-care/sources")).QuerySelectorAll("table:first-of-type tbody tr").Select(Words));

        // What comes next is taken by the same rule.
        await Send("case-system", [Cases.Referral("R5", "2010-08-05"), Cases.Referral("R6", "2010-07-30")]);
        Assert.Equal(["0", "1"], Database.Read(c => c.Query("SELECT Counts FROM referral WHERE RecordId IN ('R5', 'R6') ORDER BY RecordId", row => row.GetString(0))));

        await Change("case-system");
        Assert.Equal(CountedFrom([.. CaseSystem, Cases.Referral("R5", "2010-08-05"), Cases.Referral("R6", "2010-07-30")]), Stored());
    }

    [Fact]
    public async Task What_would_happen_is_said_first_and_nothing_happens_before_the_reason()
    {
        var before = Stored();

        var page = await Preview("cin-census", "referral");

        Assert.Equal(
            "If cin-census counts for referrals, 3 records would count that do not now, in place of 3 that would no longer count.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Referrals case-system 3 0", "Referrals cin-census 0 3"], page.QuerySelectorAll("tbody tr").Select(Words));
        var refused = await _administrator.Send(page, "form[method=post].suite-prose button", ("Why", ""));
        Assert.Equal("Error: Say why, such as the decision and its date", Words(refused.QuerySelector("#Why-error")));
        Recalculator.Run();
        Assert.Equal(before, Stored());
        Assert.Empty(await ChangeLog());
    }

    [Fact]
    public async Task The_change_log_keeps_who_what_and_why()
    {
        await Change("cin-census", "referral");

        var entry = Assert.Single(await ChangeLog());
        Assert.Equal(("demo-administrator", "changed the source of record", "Social care: referrals", "New case system"), (entry.ActorId, entry.Action, entry.Subject, entry.Why));
        Assert.Equal("contacts: case-system\nreferrals: case-system\nassessments: case-system", entry.Before);
        Assert.Equal("contacts: case-system\nreferrals: cin-census\nassessments: case-system\n3 records count that did not, 3 no longer do", entry.After);
    }

    [Fact]
    public async Task The_second_of_two_is_shown_what_the_first_did_and_loses_nothing()
    {
        var mine = await Preview("cin-census");
        await Change("cin-census", "referral");

        var told = await _administrator.Send(mine, "form[method=post].suite-prose button", ("Why", "Mine"));
        Assert.StartsWith(
            "Somebody else has changed it meanwhile. Now it is contacts: case-system; referrals: cin-census; assessments: case-system.", Words(told.QuerySelector(".govuk-error-summary__list")));
        Assert.Equal("Mine", told.QuerySelector("#Why")!.GetAttribute("value"));

        await _administrator.Send(told, "form[method=post].suite-prose button");
        Recalculator.Run();
        Assert.Equal(CountedFrom(Census), Stored());
    }

    [Theory]
    [InlineData("source=case-system", "Source", "case-system is the source of record of these already: nothing would change")]
    [InlineData("type=all&source=&from=", "Source", "Choose a source from the list")]
    [InlineData("source=nobody", "Source", "Choose a source from the list")]
    [InlineData("source=cin-census&from=31+June+2010", "From", "Give the first day, such as 1 October 2010, or leave it empty for every record")]
    [InlineData("source=cin-census&type=school", "Type", "Choose a type of record from the list")]
    public async Task What_cannot_be_done_is_said_beside_its_field(string query, string field, string sentence)
    {
        var page = await _administrator.Page($"/social-care/sources/change?{query}");

        Assert.Equal($"Error: {sentence}", Words(page.QuerySelector($"#{field}-error")));
        Assert.Null(page.QuerySelector("#Why"));
    }

    [Fact]
    public async Task Whoever_does_not_manage_feeds_is_refused()
    {
        using var analyst = await SignIn(_suite, "demo-analyst");

        Assert.Equal(HttpStatusCode.Forbidden, await analyst.Status("/social-care/sources/change"));
        Assert.Empty((await analyst.Page("/social-care/sources")).QuerySelectorAll("a[href$=change]"));
        Assert.NotNull((await _administrator.Page("/feeds")).QuerySelector("a[href='/social-care/sources/change']"));
    }

    private async Task Change(string source, string type = "all", string from = "")
    {
        await _administrator.Send(await Preview(source, type, from), "form[method=post].suite-prose button", ("Why", "New case system"));
        Recalculator.Run();
        var followed = Stored();
        // The marked days were enough: counting everything gives the same.
        Recalculator.Run(everything: true);
        Assert.Equal(followed, Stored());
    }

    private Task<IHtmlDocument> Preview(string source, string type = "all", string from = "") =>
        _administrator.Page($"/social-care/sources/change?type={type}&source={source}&from={Uri.EscapeDataString(from)}");

    private static SortedDictionary<string, string> CountedFrom(IEnumerable<CaseRecord> records) =>
        NaiveRecount.Of(records, RunningSuite.Today, (kind, _) => kind switch { "initial" => 7, "core" => 35, _ => 45 });

    private SortedDictionary<string, string> Stored() => Database.Read(connection => NaiveRecount.Stored(connection, "measure_value", "ScopeCode"));

    private async Task Send(string source, CaseRecord[] records) =>
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, records), await _suite.Key(source));

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync();
    }
}
