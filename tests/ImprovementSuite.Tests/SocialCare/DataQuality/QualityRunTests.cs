using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare.DataQuality;

/// <summary>What becomes of a failure from day to day.</summary>
public sealed class QualityRunTests : IDisposable
{
    private readonly CaseDatabase _cases = new(new DateOnly(2010, 8, 16));

    public void Dispose() => _cases.Dispose();

    private QualityRun Run => new(_cases.Database, new BusinessClock(_cases.Time));

    [Fact]
    public void A_failure_that_is_corrected_is_resolved_and_stays_and_the_trend_keeps_each_day()
    {
        _cases.Send(Cases.Initial("A1", "R1", "2010-08-12"), Cases.Initial("A2", "R2", "2010-08-12"));
        _cases.Check();
        _cases.Time.Today = new DateOnly(2010, 8, 18);
        _cases.Send(Cases.Referral("R1", "2010-08-10"));
        _cases.Check();

        Assert.Equal(
            ["A1 2010-08-16 2010-08-18", "A2 2010-08-16 -"],
            _cases.Rows($"SELECT RecordId, {Day("Since")}, {Day("ResolvedOn")} FROM dq_failure WHERE Rule = 'DQ-08' ORDER BY RecordId"));
        Assert.Equal(
            ["2010-08-16 2 2", "2010-08-18 1 2"], _cases.Rows($"SELECT {Day("Day")}, Failing, Looked FROM dq_day WHERE Rule = 'DQ-08' ORDER BY Day"));
        Assert.Equal(["2010-08-16 2 2", "2010-08-18 1 3"], _cases.Rows($"SELECT {Day("Day")}, Failing, Looked FROM dq_day WHERE Rule = '' ORDER BY Day"));
    }

    [Fact]
    public void A_record_that_fails_again_is_a_failure_of_its_own()
    {
        _cases.Send(Cases.Initial("A1", "R1", "2010-08-12"));
        _cases.Check();
        _cases.Time.Today = new DateOnly(2010, 8, 17);
        _cases.Send(Cases.Referral("R1", "2010-08-10"));
        _cases.Check();
        _cases.Time.Today = new DateOnly(2010, 8, 18);
        _cases.Send(Cases.Withdrawn(Cases.Referral("R1", "2010-08-10"), 2));
        _cases.Check();

        Assert.Equal(
            ["2010-08-16 2010-08-17", "2010-08-18 -"], _cases.Rows($"SELECT {Day("Since")}, {Day("ResolvedOn")} FROM dq_failure WHERE Rule = 'DQ-08' ORDER BY Since"));
    }

    [Fact]
    public void A_failure_follows_its_record_to_another_team_and_worker()
    {
        _cases.Send(Cases.Initial("A1", "R9", "", team: "North 1"));
        _cases.Check();
        _cases.Send(Cases.Initial("A1", "R9", "", team: "Central 2", version: 2).With(r => r.Assessment.Worker = "L. Brandt"));
        _cases.Check();

        Assert.Equal(["Central 2 L. Brandt"], _cases.Rows(
            "SELECT t.Code, w.Name FROM dq_failure f JOIN team t ON t.Id = f.TeamId JOIN worker w ON w.Id = f.WorkerId WHERE f.Rule = 'DQ-08' AND f.ResolvedOn IS NULL"));
    }

    [Fact]
    public void It_runs_when_a_batch_has_come_when_the_day_has_turned_and_not_otherwise()
    {
        _cases.Recalculator.Run();
        Assert.True(Run.RunIfDue());
        Assert.False(Run.RunIfDue());

        _cases.Send(Cases.Referral("R1", "2010-08-10"));
        Assert.True(Run.RunIfDue());
        Assert.False(Run.RunIfDue());

        _cases.Time.Today = new DateOnly(2010, 8, 17);
        Assert.True(Run.RunIfDue());
        Assert.False(Run.RunIfDue());
    }

    private static string Day(string column) => $"date({column} + 1721425.5)";
}
