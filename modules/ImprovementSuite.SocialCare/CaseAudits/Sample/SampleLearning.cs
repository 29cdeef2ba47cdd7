using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.Learning;

namespace ImprovementSuite.SocialCare.CaseAudits.Sample;

/// <summary>Learning of the demo, invented like everything that its auditors find, and marked as such. Where a team had it, its issue is found less often afterwards.</summary>
internal sealed record SampleLearning(string Issue, Delivered What)
{
    public static readonly SampleLearning[] All =
    [
        new("Chronology missing or not used", new("Using the chronology", new(2010, 5, 20), [], [Scope.Locality("North")], 24)),
        new("The child was not seen alone", new("Voice of the child", new(2010, 6, 14), [], [Scope.Team("Central 2", "Central"), Scope.Team("Central 3", "Central")], 11)),
        new("Drift: actions without dates", new("Plans with dates and owners", new(2010, 7, 12), [], [Scope.Locality("West")], 19)),
    ];

    /// <summary>Whether an audit of this team that is sent in on this day comes after the learning.</summary>
    public static bool Eases(ListedItem issue, string team, string locality, DateOnly on) =>
        All.Any(learning => learning.Issue == issue.Title && learning.What.On < on
            && learning.What.Teams.Any(scope => scope.Kind == ScopeKind.Team ? scope == Scope.Team(team, locality) : scope.Code == locality));

    /// <summary>The same, typed as a moderator would.</summary>
    public LearningEvent Typed(IEnumerable<ListedItem> issues, Actor by) =>
        LearningEvent.Typed(What with { Issues = [issues.Single(issue => issue.Title == Issue).Code] }, by, What.On, invented: true);
}
