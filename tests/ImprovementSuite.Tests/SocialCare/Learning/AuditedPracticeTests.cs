using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>Which audits count, on which day and under which team.</summary>
public sealed class AuditedPracticeTests : IDisposable
{
    private static readonly Period Year = Period.YearToDate(AuditedDatabase.Today);
    private readonly AuditedDatabase _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Each_file_counts_once_on_the_day_on_which_its_audit_was_sent_in()
    {
        var done = await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        await _suite.Audits.Of("North 1", new(2010, 5, 4), 4, 1);
        await _suite.Audits.Of("North 1", new(2010, 3, 31), 7, 7);
        await _suite.Audits.Again(AuditPurpose.SecondMark, done[0], new(2010, 5, 10));
        await _suite.Audits.Again(AuditPurpose.ReAudit, done[1], new(2010, 6, 10));

        var audits = Read();

        Assert.Equal("3 of 9", Of(audits, Scope.Authority));
        Assert.Equal("2 of 5", Of(audits, Scope.Team("Central 2", "Central")));
        Assert.Equal("1 of 4", Of(audits, Scope.Locality("North")));
        Assert.Equal(new Share(0, 9), audits.Of(AuditsDone.Chronology, Year, _ => true));
    }

    [Fact]
    public async Task Case_files_and_decisions_can_be_told_apart()
    {
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        await _suite.Audits.Of("Central 2", new(2010, 8, 4), 6, 3, kind: AuditKind.NoFurtherAction, purpose: AuditPurpose.NfaReview);

        Assert.Equal(["5 of 11", "2 of 5", "3 of 6"], new AuditKind?[] { null, AuditKind.CaseFile, AuditKind.NoFurtherAction }.Select(kind => Of(Read(kind), Scope.Authority)));
    }

    [Fact]
    public async Task A_merged_team_counts_with_the_one_that_carries_on()
    {
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        await _suite.Audits.Of("Central 3", new(2010, 7, 4), 3, 1);
        await Merge();

        var audits = Read();

        Assert.Equal(new Place("Central 3", "Central"), Assert.Single(audits.Places(Year)));
        Assert.Equal("3 of 8", Of(audits, Scope.Team("Central 3", "Central")));
    }

    [Fact]
    public async Task Learning_of_a_merged_team_is_learning_of_the_one_that_carries_on()
    {
        await _suite.Audits.Team("North 1");
        await Merge();
        var teams = _suite.Cases.Database.Read(LearningTeams.Read);

        Assert.Equal(new Place("Central 3", "Central"), Assert.Single(teams.Had(new("", new(2010, 6, 14), [], [Scope.Team("Central 2", "Central")], 1))));
        Assert.Equal(new Place("Central 3", "Central"), Assert.Single(teams.Had(new("", new(2010, 6, 14), [], [Scope.Locality("Central")], 1))));
        Assert.Equal(2, teams.Had(new("", new(2010, 6, 14), [], [Scope.Authority], 1)).Count);
    }

    private async Task Merge()
    {
        var (old, next) = (await _suite.Audits.Team("Central 2"), await _suite.Audits.Team("Central 3"));
        Assert.Null(old.SucceedBy(next, new(2010, 9, 1), [old, next]));
        await _suite.Db.SaveChangesAsync();
    }

    private AuditedPractice Read(AuditKind? kind = null) => _suite.Cases.Database.Read(connection => PracticeCounts.Read(connection, DateOnly.MinValue, AuditedDatabase.Today, kind));

    private static string Of(AuditedPractice audits, Scope scope) => audits.Of(AuditsDone.NotSeenAlone, Year, scope.Holds).ToString();
}
