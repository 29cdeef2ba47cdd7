using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The tables of a pack. The one of a theme's lines has the columns of the published plan, computed beside declared.</summary>
internal static class PackTables
{
    /// <summary>Millimetres of a table across a landscape page.</summary>
    public const int Width = 277;

    public static PackTable Counts(PackContent pack) => new(
        "Lines by colour, as computed and as declared",
        [new("Voice", 40), .. InWords.Colours.Select(colour => new PackColumn(colour == Colour.None ? "No colour yet" : colour.ToString(), 28))],
        [CountsRow("Computed", pack.Computed), CountsRow("Declared", pack.Declared)]);

    public static PackTable CountsByTheme(PackContent pack) => new(
        "Lines of each theme by colour",
        [new("Theme", 97), new("Lines", 20), new("Computed", 80), new("Declared", 80)],
        [.. pack.Lines.GroupBy(line => line.Theme).Select(theme => Row(
            theme.Key, Say.Number(theme.Count()),
            PackWords.Counts(ColourCounts.Of(theme.Select(line => line.Computed))), PackWords.Counts(ColourCounts.Of(theme.Select(line => line.Declared)))))]);

    public static PackTable Attention(Attention section, PackContent pack) => new(
        section.Title,
        [new("Line", 66), new("Current performance", 36), new("Expected and gap", 36), new("Computed", 32), new("Declared", 35), new("Reason or commentary", 72)],
        [.. section.Lines.Select(line => Row(
            NameOf(line), Current(line), Expected(line), ComputedOf(line, pack), DeclaredOf(line),
            PackCell.Under(PackText.Of(PackWords.Reason(line)), PackText.Of(PackWords.Stale(line.Stale)), PackText.Of(PackWords.Watch(line)), Because(section, line))))]);

    public static PackTable Lines(string theme, IReadOnlyList<PackLine> lines, PackContent pack) => new(
        $"Lines of {theme}",
        [
            new("Objective", 22), new("Key action", 35), new("Baseline", 21), new("Current performance", 20), new("Expected and gap", 21), new("Targets", 21),
            new("Target date", 21), new("Lead", 15), new("Computed", 18), new("Declared", 18), new("Commentary", 45), new("Workstream", 20),
        ],
        [.. lines.Select(line => Row(
            line.Objective, PackCell.Under([.. NameOf(line).Texts, PackText.Of(line.Action)]), line.Baseline,
            PackCell.Under([.. Current(line).Texts, PackText.Of(PackWords.AsAt(line)), PackText.Of(PackWords.Stale(line.Stale), strong: true), PackText.Of(PackWords.Watch(line), strong: true)]),
            Expected(line), line.Targets, line.TargetDate, line.Leads, ComputedOf(line, pack), DeclaredOf(line),
            PackCell.Under([.. Paragraphs(line.Commentary ?? "No commentary."), .. Paragraphs(PackWords.Reason(line))]), line.Workstreams))]);

    public static PackTable Milestones(string theme, IReadOnlyList<PackLine> lines) => new(
        $"Milestones of {theme}",
        [new("Line", 60), new("Milestone", 85), new("Due", 30), new("Status", 24), new("Progress and evidence", 78)],
        [.. lines.SelectMany(line => line.Milestones.Select(milestone => Row(
            NameOf(line), milestone.Title, PackWords.Due(milestone), PackCell.Strong(milestone.ComputedWord, milestone.Computed),
            milestone is { Progress: null, Evidence: null } ? null : PackCell.Under(PackText.Of(milestone.Progress), PackText.Of(milestone.Evidence)))))]);

    public static PackTable Challenges(PackContent pack) => new(
        "Lines whose two colours differ, and no panel has ruled on it",
        [new("Line", 80), new("Computed", 40), new("Declared", 45), new("Reason", 112)],
        [.. pack.Lines.Where(line => line.Challenged).Select(line => Row(NameOf(line), ComputedOf(line, pack), DeclaredOf(line), PackWords.Reason(line)))]);

    public static PackTable Decisions(PackContent pack) => new(
        "What panels have decided and asked",
        [new("Meeting", 28), new("Line", 20), new("Ruling", 35), new("Minute", 84), new("To answer, and by when", 45), new("Answer", 65)],
        [.. pack.Decisions.Select(decision => Row(
            Say.ShortDate(decision.Panel), decision.Line is { } line ? InWords.Ref(line) : "The plan", PackWords.Ruling(decision.Ruling), decision.Minute,
            decision.Owner is { } owner ? owner + (decision.By is { } by ? $", by {Say.ShortDate(by)}" : "") : null,
            decision.Answer ?? (decision.Owner is null ? null : "Not answered yet")))]);

    public static PackTable Restated(PackContent pack) => new(
        "Figures that an earlier panel saw and that are known otherwise now",
        [new("Panel", 30), new("Measure", 117), new("Days", 60), new("Seen then", 35), new("Known now", 35)],
        [.. pack.Restated.Select(figure => Row(Say.ShortDate(figure.Panel), figure.Title, figure.Days, figure.Seen, figure.Now))]);

    public static PackTable Papers(PackContent pack) => new(
        "Papers promised to this meeting",
        [new("Line", 24), new("Paper", 143), new("Owner", 60), new("Received", 50)],
        [.. pack.Papers.Select(paper => Row(paper.Line is { } line ? InWords.Ref(line) : "The plan", paper.Title, paper.Owner, PackWords.Received(paper)))]);

    public static PackTable Measures(PackContent pack) => new(
        "Every measure of the plan with its latest figure",
        [new("Measure", 88), new("Lines", 24), new("Latest figure", 40), new("As at", 30), new("Expected today", 30), new("Gap", 40), new("Computed", 25)],
        [.. MeasuresOf(pack).Select(each => Row(
            each.Measure.Title, each.Lines, PackCell.Under(new PackText(each.Measure.Reading, Strong: true), PackText.Of(each.Measure.UnderReading)),
            PackCell.Under(new PackText(each.Measure.AsAt is { } day ? Say.ShortDate(day) : "Never"), PackText.Of(PackWords.Stale(each.Measure.Stale), strong: true)),
            each.Measure.Expected, each.Measure.Gap, PackCell.Strong(each.Measure.ComputedWord, each.Measure.Computed)))]);

    /// <summary>A measure stands once, with the lines that it belongs to.</summary>
    public static IEnumerable<(PackMeasure Measure, string Lines)> MeasuresOf(PackContent pack) => pack.Lines
        .SelectMany(line => line.Measures, (line, measure) => (line.Ref, Measure: measure))
        .GroupBy(each => each.Measure.Code)
        .Select(measure => (measure.First().Measure, InWords.List(measure.Select(each => each.Ref))));

    private static IReadOnlyList<PackCell> CountsRow(string voice, ColourCounts counts) =>
        [PackCell.Strong(voice), .. InWords.Colours.Select(colour => (PackCell)Say.Number(counts.Of(colour)))];

    private static PackCell NameOf(PackLine line) => PackCell.Strong($"{line.Ref} {line.Name}");

    private static PackCell Current(PackLine line) => PackCell.Under(new PackText(line.Reading, Strong: true), PackText.Of(line.UnderReading));

    private static PackCell Expected(PackLine line) => PackCell.Under(new PackText(line.Expected), PackText.Of(line.Gap, strong: true));

    private static PackCell ComputedOf(PackLine line, PackContent pack) => PackCell.Strong(PackWords.Computed(line, pack), line.Computed);

    private static PackCell DeclaredOf(PackLine line) => PackCell.Under(new PackText(PackWords.Declared(line), Strong: true), PackText.Of(InWords.Differs(line.Difference)));

    // A line that nothing else is said of says what its lead does about it.
    private static PackText? Because(Attention section, PackLine line) =>
        line.Difference == Difference.None && !line.Stale && !line.Watch ? new(Paragraphs(line.Commentary).FirstOrDefault()?.Text ?? section.Title) : null;

    private static IEnumerable<PackText> Paragraphs(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => new PackText(part));

    private static IReadOnlyList<PackCell> Row(params IReadOnlyList<PackCell?> cells) => [.. cells.Select(cell => cell ?? (PackCell)(string?)null)];
}
