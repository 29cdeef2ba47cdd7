using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Learning;

namespace ImprovementSuite.SocialCare.CaseAudits.Sample;

/// <summary>Learning of the demo, invented like everything that its auditors find, and marked as such. A team that had it had its issue found often before and less often afterwards.</summary>
internal sealed record SampleLearning(string Issue, Delivered What)
{
    public static readonly SampleLearning[] All =
    [
        new("Chronology missing or not used", new("Using the chronology", new(2010, 5, 20), [], [Scope.Locality("North")], 24)),
        new("The child was not seen alone", new("Voice of the child", new(2010, 6, 14), [], [Scope.Team("Central 2", "Central"), Scope.Team("Central 3", "Central")], 11)),
        new("Drift: actions without dates", new("Plans with dates and owners", new(2010, 7, 12), [], [Scope.Locality("West")], 19)),
    ];

    /// <summary>In how many of ten audits of this grade an issue is found.</summary>
    public static int OfTen(ListedItem issue, Team team, DateOnly on, int grade) =>
        All.FirstOrDefault(learning => learning.Issue == issue.Title && learning.What.Teams.Any(scope => scope.Holds(new Place(team.Code, team.Locality)))) is not { } learning ? grade - 1
        : on <= learning.What.On ? grade + 1
        : (grade - 1) / 2;

    /// <summary>The same, typed as a moderator would.</summary>
    public LearningEvent Typed(IEnumerable<ListedItem> issues, Actor by) =>
        LearningEvent.Typed(What with { Issues = [issues.Single(issue => issue.Title == Issue).Code] }, by, What.On, invented: true);
}
