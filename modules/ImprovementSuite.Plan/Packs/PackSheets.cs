using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The sheets of the Excel pack, in their order. What is a number or a day is a number or a day in its cell.</summary>
internal static class PackSheets
{
    public static IReadOnlyList<PackSheet> Of(PackContent pack)
    {
        var names = new SheetNames();
        return
        [
            Summary(pack, names), Attention(pack, names),
            .. pack.Lines.GroupBy(line => line.Theme).Select(theme => Theme(theme.Key, theme, pack, names)),
            Measures(pack, names), Milestones(pack, names), Challenges(pack, names), Decisions(pack, names), Restated(pack, names), Papers(pack, names),
            new(names.For("Achievements"), [new("Achievement", 120)], [.. pack.Achievements.Select(achievement => new object?[] { achievement })]),
        ];
    }

    private static PackSheet Summary(PackContent pack, SheetNames names)
    {
        return new(names.For("Summary"),
            [new("Lines", 52), new("Voice", 12), .. InWords.Colours.Select(colour => new SheetColumn(colour == Colour.None ? "No colour yet" : colour.ToString(), 14, Figures: true)), new("All", 10, Figures: true)],
            [
                .. Voices("All lines", pack.Computed, pack.Declared),
                .. pack.Lines.GroupBy(line => line.Theme).SelectMany(theme => Voices(theme.Key, ColourCounts.Of(theme.Select(line => line.Computed)), ColourCounts.Of(theme.Select(line => line.Declared)))),
            ], Frozen: 2);

        static IEnumerable<object?[]> Voices(string lines, ColourCounts computed, ColourCounts declared) => [Counts(lines, "Computed", computed), Counts(lines, "Declared", declared)];

        static object?[] Counts(string lines, string voice, ColourCounts counts) => [lines, voice, .. InWords.Colours.Select(colour => (object)counts.Of(colour)), InWords.Colours.Sum(counts.Of)];
    }

    private static PackSheet Attention(PackContent pack, SheetNames names) => new(names.For("What needs attention"),
        [new("Heading", 26), new("Ref", 8), new("Line", 40), new("Current performance", 14, Figures: true), new("Expected", 16, Figures: true), new("Gap", 24), new("Computed", 30), new("Declared", 24), new("Difference", 24), new("Reason", 50)],
        [.. Packs.Attention.Of(pack).SelectMany(section => section.Lines.Select(line => new object?[]
        {
            section.Title, line.Ref, line.Name, Current(line), Expected(line), line.Gap, new Rated(PackWords.Computed(line, pack), line.Computed), PackWords.Declared(line), InWords.Differs(line.Difference), PackWords.Reason(line),
        }))], Frozen: 3);

    private static PackSheet Theme(string theme, IEnumerable<PackLine> lines, PackContent pack, SheetNames names) => new(names.For(theme),
        [
            new("Ref", 8), new("Line", 26), new("Objective", 30), new("Key action", 30), new("Baseline", 24), new("Current performance", 14, Figures: true), new("Counts", 14), new("As at", 13, Figures: true), new("Source", 11), new("Freshness", 11),
            new("Expected", 14, Figures: true), new("Gap", 18), new("Targets", 24), new("Target date", 16), new("Lead", 15), new("Computed", 19), new("Declared", 17), new("Difference", 17), new("Reason", 24), new("Commentary", 60), new("Workstream", 16),
        ],
        [.. lines.Select(line => new object?[]
        {
            line.Ref, line.Name, line.Objective, line.Action, line.Baseline, Current(line), line.UnderReading, (object?)Leading(line)?.AsAt ?? (line.Origin is null ? null : line.AsAt), line.Origin, PackWords.Stale(line.Stale),
            Expected(line), line.Gap, line.Targets, line.TargetDate, line.Leads, new Rated(PackWords.Computed(line, pack), line.Computed), PackWords.Declared(line),
            InWords.Differs(line.Difference), PackWords.Reason(line), line.Commentary, line.Workstreams,
        })], Frozen: 2);

    private static PackSheet Measures(PackContent pack, SheetNames names) => new(names.For("Measures"),
        [
            new("Code", 26), new("Measure", 56), new("Lines", 12), new("Latest figure", 14, Figures: true), new("Numerator", 13, Figures: true), new("Denominator", 14, Figures: true), new("In words", 20), new("As at", 13, Figures: true), new("Freshness", 11),
            new("Expected today", 18, Figures: true), new("Gap", 26), new("Computed", 16),
        ],
        [.. PackTables.MeasuresOf(pack).Select(each => new object?[]
        {
            each.Measure.Code, each.Measure.Title, each.Lines, (object?)SheetFigure.Of(each.Measure.Value, each.Measure.Unit) ?? each.Measure.Reading, each.Measure.Denominator is null ? null : each.Measure.Numerator, each.Measure.Denominator,
            each.Measure.UnderReading, each.Measure.AsAt, PackWords.Stale(each.Measure.Stale), (object?)SheetFigure.Of(each.Measure.ExpectedValue, each.Measure.Unit) ?? each.Measure.Expected, each.Measure.Gap,
            new Rated(each.Measure.ComputedWord, each.Measure.Computed),
        })], Frozen: 2);

    private static PackSheet Milestones(PackContent pack, SheetNames names) => new(names.For("Milestones"),
        [new("Ref", 8), new("Line", 40), new("Milestone", 60), new("Due", 13, Figures: true), new("Date", 12), new("Status", 14), new("Done", 8), new("Progress", 50), new("Evidence", 50)],
        [.. pack.Lines.SelectMany(line => line.Milestones.Select(milestone => new object?[]
        {
            line.Ref, line.Name, milestone.Title, milestone.By, milestone.DateInferred ? "Inferred" : null, new Rated(milestone.ComputedWord, milestone.Computed), milestone.Done ? "Yes" : "No", milestone.Progress, milestone.Evidence,
        }))], Frozen: 2);

    private static PackSheet Challenges(PackContent pack, SheetNames names) => new(names.For("Challenge list"),
        [new("Ref", 8), new("Line", 44), new("Computed", 30), new("Declared", 24), new("Difference", 24), new("Reason", 80)],
        [.. pack.Lines.Where(line => line.Challenged).Select(line => new object?[]
        {
            line.Ref, line.Name, new Rated(PackWords.Computed(line, pack), line.Computed), PackWords.Declared(line), InWords.Differs(line.Difference), PackWords.Reason(line),
        })], Frozen: 2);

    private static PackSheet Decisions(PackContent pack, SheetNames names) => new(names.For("Decisions"),
        [new("Meeting", 13, Figures: true), new("Line", 10), new("Ruling", 20), new("Minute", 70), new("To answer", 26), new("By", 13, Figures: true), new("Answer", 60)],
        [.. pack.Decisions.Select(decision => new object?[]
        {
            decision.Panel, decision.Line is { } line ? InWords.Ref(line) : "The plan", PackWords.Ruling(decision.Ruling), decision.Minute, decision.Owner, decision.By, decision.Answer,
        })], Frozen: 2);

    private static PackSheet Restated(PackContent pack, SheetNames names) => new(names.For("Restated figures"),
        [new("Panel", 13, Figures: true), new("Code", 26), new("Measure", 56), new("Days", 30), new("Seen then", 16), new("Known now", 16)],
        [.. pack.Restated.Select(figure => new object?[] { figure.Panel, figure.Measure, figure.Title, figure.Days, figure.Seen, figure.Now })]);

    private static PackSheet Papers(PackContent pack, SheetNames names) => new(names.For("Papers"),
        [new("Line", 10), new("Paper", 80), new("Owner", 30), new("Received", 16, Figures: true), new("Addendum", 12)],
        [.. pack.Papers.Select(paper => new object?[]
        {
            paper.Line is { } line ? InWords.Ref(line) : "The plan", paper.Title, paper.Owner, (object?)paper.ReceivedOn ?? PackWords.Received(paper), paper.Addendum ? "Addendum" : null,
        })]);

    private static PackMeasure? Leading(PackLine line) => line.Measures.FirstOrDefault(measure => measure.Code == line.Leading);

    /// <summary>The figure where the line shows one, else its words: "2 of 3", "No reading".</summary>
    private static object Current(PackLine line) => (object?)SheetFigure.Of(Leading(line)?.Value, Leading(line)?.Unit ?? default) ?? line.Reading;

    private static object Expected(PackLine line) => (object?)SheetFigure.Of(Leading(line)?.ExpectedValue, Leading(line)?.Unit ?? default) ?? line.Expected;
}

/// <summary>A computed colour in words, on its fill.</summary>
internal sealed record Rated(string Word, Colour Colour);
