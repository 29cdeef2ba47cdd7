using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>Before and after a learning of 14 June 2010 that Central 2 had.</summary>
public sealed class EffectTests : IDisposable
{
    private static readonly DateOnly Day = new(2010, 6, 14);
    private static readonly LearningEvent Voice = Learning("Voice of the child", Day, "Central 2");
    private readonly AuditedDatabase _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task The_day_itself_counts_before_and_three_months_on_either_side()
    {
        foreach (var (on, audits) in new[] { ("2010-03-14", 100), ("2010-03-15", 1), ("2010-06-14", 10), ("2010-06-15", 20), ("2010-09-14", 5), ("2010-09-15", 200) })
            await _suite.Audits.Of("Central 2", DateOnly.Parse(on), audits, audits);

        var effect = Of();

        Assert.Equal((new Share(11, 11), new Share(25, 25)), (effect.HadTogether.Before, effect.HadTogether.After));
        Assert.False(effect.IsRunning);
    }

    [Fact]
    public async Task Nine_audits_are_too_few_to_judge_and_ten_are_not()
    {
        await _suite.Audits.Of("Central 2", Day, 10, 4);
        await _suite.Audits.Of("Central 2", Day.AddDays(1), 9, 1);
        Assert.Equal("Too few to judge", Of().HadTogether.Words);

        await _suite.Audits.Of("Central 2", Day.AddDays(2), 1, 0);
        Assert.Equal("Fell from 4 of 10 to 1 of 10, 40.0% to 10.0%", Of().HadTogether.Words);
    }

    [Fact]
    public async Task Teams_without_it_stand_beside_and_those_with_other_learning_on_the_issue_in_neither()
    {
        foreach (var team in new[] { "Central 2", "North 1", "West 1" })
        {
            await _suite.Audits.Of(team, Day.AddDays(-10), 12, 6);
            await _suite.Audits.Of(team, Day.AddDays(10), 12, team == "North 1" ? 6 : 3);
        }
        var other = Learning("A morning at West", Day.AddMonths(1), "West 1");

        var effect = Of(other, Learning("Long ago", Day.AddMonths(-4), "North 1"));

        Assert.Equal("Fell from 6 of 12 to 3 of 12, 50.0% to 25.0%", Assert.Single(effect.Had).Change.Words);
        Assert.Equal("North 1", Assert.Single(effect.HadNotTeams).Team);
        Assert.Equal("The same share: 6 of 12, then 6 of 12", effect.HadNot.Words);
        Assert.Same(other, Assert.Single(effect.Others));
    }

    [Theory]
    [InlineData(12, 30, 5, 28, "Fell from 12 of 30 to 5 of 28, 40.0% to 17.9%")]
    [InlineData(5, 28, 12, 30, "Rose from 5 of 28 to 12 of 30, 17.9% to 40.0%")]
    [InlineData(5, 10, 10, 20, "The same share: 5 of 10, then 10 of 20")]
    [InlineData(9, 9, 0, 30, "Too few to judge")]
    [InlineData(0, 0, 0, 0, "Too few to judge")]
    public void Counts_are_said_and_no_cause(int before, int of, int after, int ofAfter, string words) =>
        Assert.Equal(words, new Change(new(before, of), new(after, ofAfter)).Words);

    private static LearningEvent Learning(string title, DateOnly on, string team) =>
        LearningEvent.Typed(new(title, on, [ListedItem.CodeOf(AuditsDone.NotSeenAlone)], [Scope.Team(team, team.Split(' ')[0])], 11), Actor.Suite, on);

    private Effect Of(params LearningEvent[] others) => _suite.Cases.Database.Read(connection => Effect.Of(
        Voice, AuditsDone.NotSeenAlone, [Voice, .. others], LearningTeams.Read(connection), PracticeCounts.Read(connection, DateOnly.MinValue, AuditedDatabase.Today), AuditedDatabase.Today));
}
