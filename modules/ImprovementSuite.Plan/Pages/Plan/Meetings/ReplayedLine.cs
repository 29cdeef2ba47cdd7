using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>A line as a panel saw it beside what is known of the same day now.</summary>
/// <param name="Ref">As it is read: "NI 59".</param>
/// <param name="SeenReading">Null where it is not known what the panel saw of this line.</param>
/// <param name="SeenColour">Null where it is not known.</param>
/// <param name="SeenOf">The last day that the figure which the panel saw counts; null where it saw none.</param>
/// <param name="Now">Null where the line is no longer in the plan.</param>
internal sealed record ReplayedLine(string Ref, string Name, string? SeenReading, Colour? SeenColour, string? SeenWord, DateOnly? SeenOf, PlanRow? Now)
{
    /// <summary>What is known now is of an earlier day than what the panel saw, so it says nothing about that.</summary>
    public bool IsOlder => SeenOf is { } seen && !(Now?.Rating.Leading?.Reading?.To >= seen);

    /// <summary>The panel would have seen another colour.</summary>
    public bool ColourDiffers => SeenColour is { } seen && Now is not null && !IsOlder && Now.Rating.Computed != seen;

    public bool Differs => ColourDiffers || (SeenReading is not null && Now is not null && !IsOlder && SeenReading != Now.Reading);

    /// <summary>From the frozen pack.</summary>
    public static IReadOnlyList<ReplayedLine> Of(PackContent pack, PlanSnapshot now)
    {
        var rows = PlanSheet.Of(now).Rows.ToDictionary(row => InWords.Ref(row.Line.Ref));
        var seen = pack.Lines.Select(line => Of(line, rows.GetValueOrDefault(line.Ref))).ToList();
        return [.. seen, .. rows.Where(row => pack.Lines.All(line => line.Ref != row.Key)).Select(row => new ReplayedLine(row.Key, row.Value.Line.Name, null, null, null, null, row.Value))];
    }

    /// <summary>Of a panel that a report tells of: no more than some measures are known, and a line's colour only where it has one measure.</summary>
    public static IReadOnlyList<ReplayedLine> Of(Panel panel, PlanSnapshot now) => [.. PlanSheet.Of(now).Rows.Select(row =>
    {
        var seen = row.Line.Measures is [var only] ? panel.Frozen.FirstOrDefault(frozen => frozen.Measure == only) : null;
        return new ReplayedLine(InWords.Ref(row.Line.Ref), row.Line.Name, seen is null ? null : InWords.Seen(seen), row.Line.Milestones.Count == 0 ? seen?.Colour : null, null, seen?.To, row);
    })];

    private static ReplayedLine Of(PackLine line, PlanRow? now) => new(
        line.Ref, line.Name, line.Reading, line.Computed, line.ComputedWord, line.Measures.FirstOrDefault(measure => measure.Code == now?.Rating.Leading?.Measure.Code)?.AsAt, now);
}
