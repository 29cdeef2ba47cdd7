using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Notice;

/// <summary>What is wrong with a test before it is kept, on a page or in a plan file.</summary>
internal static class TestCheck
{
    /// <summary>Months in a row that may be asked for.</summary>
    public const int MostMonths = 36;

    /// <summary>The part that is wrong, by the name it has in <see cref="ConditionTest"/>, and why; null where nothing is.</summary>
    public static (string Part, string What)? Wrong(ConditionTest test, IReadOnlyDictionary<string, Measure> measures, IReadOnlyList<Line> lines) => test.Kind switch
    {
        TestKind.MonthsInARow or TestKind.Reading => OfMeasure(test, measures),
        TestKind.Milestones => OfLine(test, lines, needed: true),
        _ => string.IsNullOrWhiteSpace(test.Wanted) ? (nameof(test.Wanted), "Say what the evidence must show") : OfLine(test, lines, needed: false),
    };

    private static (string, string)? OfMeasure(ConditionTest test, IReadOnlyDictionary<string, Measure> measures)
    {
        if (test.Measure is null || !measures.TryGetValue(test.Measure, out var measure))
            return (nameof(test.Measure), test.Measure is null ? "Choose a measure" : $"{test.Measure} is no measure of the plan");
        if (measure.Kind == MeasureKind.Judgement)
            return test.Kind == TestKind.MonthsInARow ? (nameof(test.Measure), "A judgement has no months: test its reading")
                : measure.Rank(test.Grade) < 0 ? (nameof(test.Grade), $"Give a grade of the scale: {string.Join(", ", measure.Scale)}") : null;
        if (test.Grade is not null)
            return (nameof(test.Grade), "Only a judgement has a grade");
        if (test.Kind == TestKind.MonthsInARow)
        {
            if (measure.Kind is MeasureKind.Round or MeasureKind.Scheduled)
                return (nameof(test.Measure), "It has no months: test its reading");
            if (test.Months is < 1 or > MostMonths)
                return (nameof(test.Months), $"Give the number of months in a row, 1 to {MostMonths}");
        }
        if (test.Value is null && measure.Stages.All(stage => stage.Target is null))
            return (nameof(test.Value), "Give a value: the plan has no target for this measure");
        if (test.Value < 0 || (measure.Unit == Unit.Percent && !measure.MayExceed100 && test.Value > 100))
            return (nameof(test.Value), measure.Unit == Unit.Percent ? "Give a percentage from 0 to 100" : "Give 0 or more");
        return null;
    }

    private static (string, string)? OfLine(ConditionTest test, IReadOnlyList<Line> lines, bool needed)
    {
        if (test.Line is null)
            return needed ? (nameof(test.Line), "Choose a line") : null;
        if (lines.FirstOrDefault(line => line.Ref == test.Line) is not { } found)
            return (nameof(test.Line), $"{test.Line} is no line of the plan");
        return needed && found.Milestones.Count == 0 ? (nameof(test.Line), $"Line {test.Line} has no milestones") : null;
    }
}
