using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Notice;

/// <summary>Decides whether the conditions of a notice are met, what is missing and by when it would be there.</summary>
internal static class TestRule
{
    public static ConditionResult Of(Condition condition, NoticeFacts facts) => new(condition, [.. condition.Tests.Select(test => Of(test, facts))]);

    public static TestResult Of(ConditionTest test, NoticeFacts facts) => test.Kind switch
    {
        TestKind.MonthsInARow => facts.Measure(test.Measure) is { } measure ? MonthsRule.Of(test, measure, facts) : Unnamed(test, test.Measure),
        TestKind.Reading => facts.Measure(test.Measure) is { } measure ? ReadingRule.Of(test, measure, facts) : Unnamed(test, test.Measure),
        TestKind.Milestones => facts.Line(test.Line) is { } line ? OfMilestones(test, line, facts.Day) : Unnamed(test, test.Line),
        _ => OfEvidence(test),
    };

    private static TestResult OfMilestones(ConditionTest test, Line line, DateOnly day)
    {
        var open = line.Milestones.Where(milestone => !milestone.Done).OrderBy(milestone => milestone.By ?? DateOnly.MaxValue).ToList();
        if (line.Milestones.Count > 0 && open.Count == 0)
            return new(test, true, null, null, Outlook.Met);
        // A milestone has no rate: it is taken at its own date until that has passed.
        var outlook = open.Count == 0 ? Outlook.CannotBeTold("the line has no milestones")
            : open.Any(milestone => milestone.By < day) ? Outlook.CannotBeTold("a milestone is overdue")
            : open.Any(milestone => milestone.By is null) ? Outlook.CannotBeTold("a milestone has no date")
            : Outlook.On(open.Max(milestone => milestone.By!.Value));
        return new(test, false, null, new Missing.Milestones(open, line.Milestones.Count), outlook);
    }

    private static TestResult OfEvidence(ConditionTest test) => test.Accepted is { } accepted
        ? new(test, true, accepted.On, null, Outlook.Met)
        : new(test, false, null, new Missing.Evidence(test.Wanted), Outlook.CannotBeTold("it is decided when evidence is accepted"));

    private static TestResult Unnamed(ConditionTest test, string? name) => new(test, false, null, new Missing.Named(name ?? ""), Outlook.CannotBeTold("the plan does not have it"));
}
