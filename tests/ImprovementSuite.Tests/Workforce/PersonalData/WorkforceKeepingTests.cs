using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Managers;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.PersonalData;

/// <summary>Records of people who are long gone are removed, and every figure stands. Today is 20 August 2010, so a year ago is 20 August 2009.</summary>
public sealed class WorkforceKeepingTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _lead = await SignIn(_suite, "demo-information-governance-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Who_left_long_ago_goes_and_the_vacancies_of_every_month_stand()
    {
        // The last day of one is the last that is removed, of the other the first that is kept: what their leaving changes lies on the border.
        await Send(_suite, [Person("S3", "gone-1", "0.6", "2008-05-01", "2009-08-19", "left"), Person("O1", "kept-1", "1", "2008-05-01", "2009-08-20", "left"), Cover("S3", "gone-2", "0.6", "2008-04-01", "2008-04-30")]);
        var before = Values();
        Assert.Contains(before, value => value.StartsWith("VACANCY-SOCIAL-WORKERS 2009-07-31", StringComparison.Ordinal));

        await Remove("person_in_post");
        await Remove("agency_cover");

        Assert.Empty(People().Intersect(["gone-1", "gone-2"]));
        Assert.Superset(new HashSet<string> { "A", "B", "kept-1", "X", "Z" }, People().ToHashSet());
        Recount();
        Assert.Equal(before, Values());
        // A later day is counted as always.
        await Send(_suite, [Person("S3", "I", "0.6", "2010-08-16")]);
        Assert.Equal((1_40, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));

        var page = await _lead.Page("/workforce/establishment?on=1 July 2009");
        Assert.Contains("What ended before 20 August 2009 has been removed, as the council keeps it no longer.", Words(page.QuerySelector("main")));
        Assert.DoesNotContain("has been removed", Words((await _lead.Page("/workforce/establishment")).QuerySelector("main")));
    }

    [Fact]
    public async Task Months_of_managers_that_are_not_all_kept_any_more_are_not_told_anew()
    {
        await Send(_suite, [Person("M2", "long-gone", "1", "2009-04-01", "2009-08-10", "left")]);
        Publish();
        var told = Told();
        Assert.Equal(new DateOnly(2009, 8, 1), told.Keys.Min());

        await Remove("person_in_post");
        Publish();
        Assert.Equal(told, Told());

        // And where everything is told once more, what was told of that month stands too.
        _suite.Services.GetRequiredService<ModuleDatabase<WorkforceDb>>().Write(ManagersPublisher.PublishAgain);
        Publish();
        Assert.Equal([new(2009, 8, 1)], Told().Where(month => month.Value == told[month.Key]).Select(month => month.Key));
    }

    [Fact]
    public async Task Candidates_households_appraisals_and_workers_of_the_census_go_when_they_are_over()
    {
        await Send(_suite,
        [
            Candidate("ended", ended: "2009-03-01"), Candidate("in-post", starts: "2009-04-01"), Candidate("open"),
            Household("FH-ended", "2005-01-10", "2006-02-01", "2009-05-31", "resigned"), Household("FH-fosters", "2005-01-10", "2006-02-01"),
            Appraisal("old", "Central 1", "2009-02-01", from: "2008-04-01", to: "2009-03-31", due: "2008-10-31"), Appraisal("new", "Central 1", "2010-05-04"),
        ]);
        var before = Values();
        Assert.Contains(before, value => value.StartsWith("FOSTER-CARERS 2009-04-30", StringComparison.Ordinal));

        foreach (var type in new[] { "candidate", "foster_household", "appraisal" })
            await Remove(type);

        Assert.Equal(["open"], Names("candidate", "Person"));
        Assert.Equal(["FH-fosters"], Names("foster_household", "Household"));
        Assert.Equal(["new"], Names("appraisal", "Person"));
        Recount();
        Assert.Equal(before, Values());
        Assert.Contains("What ended before 20 August 2009 has been removed", Words((await _lead.Page("/workforce/foster-carers")).QuerySelector("main")));
    }

    [Fact]
    public async Task What_a_file_said_of_somebody_who_is_gone_goes_with_them()
    {
        using (var lead = await SignIn(_suite, "demo-hr-lead"))
        {
            var page = await lead.Upload(await lead.Page("/workforce/imports"), "file", "people.csv", "Post number,Person,Full time,First day,Last day,Why it ended\nS3,somebody-gone,0.6,01/05/2008,01/05/2009,left\nS3,somebody-there,0.6,01/05/2010,,\n"u8.ToArray(), ("Form", "person_in_post"));
            await lead.Send(page, "form button.govuk-button:not(.govuk-button--secondary)");
        }

        await Remove("person_in_post");

        Assert.Equal(["S3|somebody-there|2010-05-01"], Names("import_record", "RecordId"));
    }

    [Fact]
    public async Task Somebody_who_is_there_or_was_never_withdrawn_stays_and_a_withdrawn_record_goes_by_its_first_day()
    {
        await Send(_suite, [Person("S3", "mistaken", "0.6", "2008-05-01")]);
        await Send(_suite, [Withdrawn(Person("S3", "mistaken", "0.6", "2008-05-01"))]);

        await Remove("person_in_post");

        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H"], Names("person_in_post", "Person"));
    }

    private static WorkforceRecord Candidate(string person, string starts = "", string ended = "") => new()
    {
        Key = Key(person, 1),
        Candidate = new() { Campaign = "Spring", Person = person, Fte = "1", AppliedOn = "2009-01-08", OfferedOn = starts.Length > 0 ? "2009-02-01" : "", StartsOn = starts, EndedOn = ended, Ended = ended.Length > 0 ? "withdrew" : "" },
    };

    /// <summary>Says that a type is kept for a year, and removes what is past it.</summary>
    private async Task Remove(string type)
    {
        var page = await _lead.Page($"/personal-data/workforce/{type}");
        page = await _lead.Send(page, "form[action*=Rule] button", ("Years", "1"), ("Why", "Schedule, line 7"));
        await _lead.Send(page, ".govuk-button--warning", ("RemoveWhy", "Agreed on 1 August"));
        for (var tries = 0; Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM retention_run WHERE EndedAt IS NULL")) > 0; tries++)
        {
            Assert.True(tries < 600, "The removal did not end.");
            await Task.Delay(50);
        }
    }

    private void Recount() => _suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == WorkforceModule.Name).Run(everything: true);

    private void Publish() => ActivatorUtilities.CreateInstance<ManagersPublisher>(_suite.Services).Publish();

    /// <summary>Each month of managers that was told, and its revision.</summary>
    private Dictionary<DateOnly, long> Told() => Read(_suite, connection => connection.Query("SELECT Month, Revision FROM managers_published", row => (row.GetDay(0), row.GetInt64(1)))).ToDictionary();

    /// <summary>Every value of the module.</summary>
    private List<string> Values() => Read(_suite, connection => connection.Query(
        """SELECT Measure, "To", PeriodKind, ScopeKind, ScopeCode, Numerator, Denominator FROM measure_value ORDER BY Measure, "To", PeriodKind, ScopeKind, ScopeCode""",
        row => $"{row.GetString(0)} {row.GetDay(1):yyyy-MM-dd} {row.GetInt32(2)} {row.GetInt32(3)} {row.GetValue(4)} {row.GetInt64(5)}/{row.GetInt64(6)}"));

    private List<string> People() => [.. Names("person_in_post", "Person"), .. Names("agency_cover", "Worker")];

    private List<string> Names(string table, string column) => Read(_suite, connection => connection.Query($"SELECT {column} FROM {table} ORDER BY {column}", row => row.GetString(0)));
}
