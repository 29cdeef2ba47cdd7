extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using ImprovementSuite.Contracts;
using ImprovementSuite.Host.Demo.SampleExtract;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Restricted;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Demo;

/// <summary>The sample extract through the real feed, recalculation and courier: the figures that were published come out, counted by the product.</summary>
public sealed class PublishedFiguresInTheSuite(PublishedFiguresInTheSuite.FilledSuite filled) : IClassFixture<PublishedFiguresInTheSuite.FilledSuite>
{
    private readonly RunningSuite _suite = filled.Suite;

    public sealed class FilledSuite : IAsyncLifetime
    {
        public RunningSuite Suite { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Suite = await RunningSuite.Start();
            await PlanModule.Load2010Plan(Suite.Services, Actor.Suite);
            var extract = Path.Combine(Suite.Folder, "extract");
            Directory.CreateDirectory(extract);
            SampleCases.WriteTo(extract);
            var tally = await new CaseSender(Suite.Feeds, await Suite.Secret("socialcare", "case-system")) { Source = "case-system" }.Send(extract);
            Assert.Equal((tally.Total, 0L), (tally.Accepted, tally.Rejected));
            Suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();
            await Suite.Services.GetRequiredService<Courier>().Deliver(Suite.Services.GetServices<ModuleDatabase>().Single(d => d.Name == "socialcare"), default);
        }

        public async Task DisposeAsync() => await Suite.DisposeAsync();
    }

    [Fact]
    public async Task Each_year_and_position_is_as_published()
    {
        Assert.Equal(
            ["2270/3940", "1767/2270", "276/325"],
            [await Counts("NI68", "2009-03-31"), await Counts("NI59", "2009-03-31"), await Counts("NI60", "2009-03-31")]);
        Assert.Equal(
            ["59.8%", "73.0%", "68.0%"],
            [await Percent("NI68", "2009-11-30"), await Percent("NI59", "2009-11-30"), await Percent("NI60", "2009-11-30")]);
        Assert.Equal(
            ["73.4%", "75.2%", "80.0%"],
            [await Percent("NI68", "2010-03-31"), await Percent("NI59", "2010-03-31"), await Percent("NI60", "2010-03-31")]);
        Assert.Equal(
            ["1232/1545", "987/1232", "128/146"],
            [await Counts("NI68", "2010-08-20"), await Counts("NI59", "2010-08-20"), await Counts("NI60", "2010-08-20")]);
    }

    [Fact]
    public async Task What_ended_in_no_further_action_is_as_published()
    {
        using var analyst = await Visitor.SignIn(_suite, "demo-analyst");

        var contacts = await analyst.Page("/social-care/records/NFA-CONTACTS?from=2009-04-01&to=2009-12-09");
        var referrals = await analyst.Page("/social-care/records/NFA-REFERRALS?from=2009-04-01&to=2009-12-09");

        // 33.18% and 11.12%.
        Assert.Equal("1 April to 9 December 2009, the whole authority: 1,180 of 3,556 contacts ended in no further action.", Visitor.Words(contacts.QuerySelector(".suite-sentence")));
        Assert.Equal("1 April to 9 December 2009, the whole authority: 299 of 2,689 referrals ended in no further action.", Visitor.Words(referrals.QuerySelector(".suite-sentence")));
        Assert.Equal("213/0", await Counts("CAF-COMPLETED", "2010-08-20"));
    }

    /// <summary>The figure and the list behind it are two ways of counting: for every measure, month and place of this year they agree.</summary>
    [Fact]
    public void As_many_records_are_listed_as_every_figure_counts()
    {
        var database = _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();
        var checkedMeasures = database.Read(connection =>
        {
            var values = connection.Query(
                """SELECT Measure, ScopeKind, ScopeCode, Within, "From", "To", Numerator, Denominator FROM measure_value WHERE PeriodKind IN (0, 2, 3) AND "From" >= $1 AND Numerator + Denominator > 0""",
                row => (
                    Measure: row.GetString(0), Scope: new Scope((ScopeKind)row.GetInt32(1), row.GetString(2), row.GetInt32(1) == (int)ScopeKind.Team ? row.GetString(3) : null),
                    From: row.GetDay(4), To: row.GetDay(5), Counts: (row.GetInt64(6), row.GetInt64(7))),
                new DateOnly(2010, 6, 1));
            foreach (var value in values.Where((_, i) => i % 3 == 0))
            {
                var records = MeasureRecords.Of(connection, value.Measure, new RecordAccess("nobody", null, References.AsSent), value.Scope, value.From, value.To < RunningSuite.Today ? value.To : RunningSuite.Today)!;
                var listed = records.Counts();
                var counted = (listed[Part.Counted], records.Measure switch
                {
                    { IsShare: true } => listed[Part.All],
                    { Definition.Unit: Unit.Percent } => listed[Part.Rest],
                    _ => 0,
                });
                Assert.Equal((value.Measure, value.Scope, value.From, value.To, value.Counts), (value.Measure, value.Scope, value.From, value.To, counted));
            }
            return values.Where((_, i) => i % 3 == 0).Select(value => value.Measure).Distinct().Count();
        });
        Assert.Equal(17, checkedMeasures);
    }

    [Fact]
    public async Task What_the_panel_of_13_July_was_told_can_be_counted_from_the_records()
    {
        using var analyst = await Visitor.SignIn(_suite, "demo-analyst");

        var ni59 = await analyst.Page("/social-care/records/NI59?from=2010-04-01&to=2010-07-13");
        var ni68 = await analyst.Page("/social-care/records/NI68?from=2010-04-01&to=2010-07-13");

        Assert.Equal("1 April to 13 July 2010, the whole authority: 606 of 756 initial assessments were finished in time.", Visitor.Words(ni59.QuerySelector(".suite-sentence")));
        Assert.Equal("1 April to 13 July 2010, the whole authority: 756 assessments completed, 1,207 referrals received.", Visitor.Words(ni68.QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_plan_rates_itself_on_them()
    {
        var plan = (await _suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

        // As rated without records, and lines 1.2 and 1.8 besides, whose no further action and checks the records count.
        Assert.Equal((2, 9, 3, 0, 15), (Lines(Colour.Red), Lines(Colour.Amber), Lines(Colour.Green), Lines(Colour.Complete), Lines(Colour.None)));
        Assert.Equal(80.11m, Math.Round(plan.Measures["NI59"].Reading!.Value!.Value, 2));

        int Lines(Colour colour) => plan.Lines.Count(line => line.Computed == colour);
    }

    [Fact]
    public async Task A_long_list_of_records_is_read_page_by_page()
    {
        using var analyst = await Visitor.SignIn(_suite, "demo-practice-improvement-manager");

        var first = await analyst.Page("/social-care/records/NI59?part=Rest");
        var last = await analyst.Page(first.QuerySelectorAll(".suite-links a").Single(a => Visitor.Words(a) == "Older").GetAttribute("href")!.Replace("number=2", "number=5"));

        Assert.Equal("1 to 50 of 245, newest first. Your view of these records is kept in the change log.", Visitor.Words(first.QuerySelector(".suite-note")));
        Assert.Equal("201 to 245 of 245, newest first. Your view of these records is kept in the change log.", Visitor.Words(last.QuerySelector(".suite-note")));
    }

    [Fact]
    public async Task The_data_have_a_believable_share_of_failures_and_grades_follow()
    {
        SocialCareModule.CheckRecords(_suite.Services);

        using var analyst = await Visitor.SignIn(_suite, "demo-analyst");
        Assert.DoesNotContain("Not graded", (await analyst.Page("/social-care")).Body!.TextContent);

        var (failing, looked) = Read("SELECT Failing, Looked FROM dq_day WHERE Rule = '' ORDER BY Day DESC LIMIT 1", row => (row.GetInt64(0), row.GetInt64(1))).Single();
        Assert.InRange(failing, 50, 300);
        Assert.InRange(looked, 5_000, 10_000);
        Assert.Equal(["DQ-02", "DQ-05", "DQ-13", "DQ-18"], Read("SELECT DISTINCT Rule FROM dq_failure WHERE ResolvedOn IS NULL ORDER BY Rule", row => row.GetString(0)));
        var grades = Read("SELECT Measure, Trust FROM dq_grade", row => (Measure: row.GetString(0), Trust: (Trust)row.GetInt32(1))).ToDictionary(grade => grade.Measure, grade => grade.Trust);
        Assert.Equal((Trust.B, Trust.B, Trust.A, Trust.A), (grades["NI59"], grades["NFA-CONTACTS"], grades["LAC-REVIEWS"], grades["SUPERVISION-CHECKS"]));

        List<T> Read<T>(string sql, Func<SqliteDataReader, T> row) => _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Read(connection => connection.Query(sql, row));
    }

    private async Task<string> Counts(string measure, string to)
    {
        var (numerator, denominator) = await YearToDate(measure, to);
        return $"{numerator}/{denominator}";
    }

    private async Task<string> Percent(string measure, string to)
    {
        var (numerator, denominator) = await YearToDate(measure, to);
        return Say.PercentInTable(100m * numerator / denominator);
    }

    private async Task<(long, long)> YearToDate(string measure, string to)
    {
        using var scope = _suite.Services.CreateScope();
        var value = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Values.SingleAsync(
            v => v.Measure == measure && v.ScopeKind == ScopeKind.Authority && v.PeriodKind == PeriodKind.YearToDate && v.To == DateOnly.Parse(to));
        return (value.Numerator, value.Denominator);
    }
}
