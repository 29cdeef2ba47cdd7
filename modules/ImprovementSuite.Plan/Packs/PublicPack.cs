using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Publication;

namespace ImprovementSuite.Plan.Packs;

/// <summary>
/// A pack as it may be published: a reading with a small number of people in it is suppressed with everything that would give it away, which is its
/// counts, its gap, its trend and what was known of it before. Readings are of the whole authority, so that no total can undo one. What people have
/// written stands as they wrote it.
/// </summary>
internal static class PublicPack
{
    /// <summary>Stands on every page of it.</summary>
    public const string Marking = "For publication: small numbers are suppressed";

    private const string Suppressed = "Suppressed";

    public static ShelvedPack Of(ShelvedPack pack) => pack with { Content = Of(pack.Content) };

    public static PackContent Of(PackContent pack)
    {
        var lines = pack.Lines.Select(Of).ToList();
        var hidden = lines.SelectMany(line => line.Measures).Where(HidesAnything).Select(measure => measure.Code).ToHashSet();
        return pack with
        {
            IsForPublication = true,
            Lines = lines,
            Restated = [.. pack.Restated.Select(restated => hidden.Contains(restated.Measure) ? restated with { Seen = Suppressed, Now = Suppressed } : restated)],
        };
    }

    /// <summary>Whether a count of 1 to 4 people stands in a figure: those counted, those they are counted of, or what is left.</summary>
    public static bool IsSmall(Figure? figure) => figure is { Counted: { } counted } && IsSmall(counted, figure.OutOf);

    private static bool IsSmall(decimal numerator, decimal? denominator) => IsSmall(numerator) || (denominator is { } of && (IsSmall(of) || IsSmall(of - numerator)));

    private static bool IsSmall(decimal count) => count is > 0 and <= SmallNumbers.Largest;

    /// <summary>A pack that was frozen before it was noted whom a measure counts is on the safe side.</summary>
    private static bool Hides(PackMeasure measure) => measure.IsSmall ?? (measure.Numerator is { } numerator && IsSmall(numerator, measure.Denominator));

    private static bool HidesAnything(PackMeasure measure) => Hides(measure) || (measure.TrendIsSmall ?? Hides(measure));

    private static PackLine Of(PackLine line)
    {
        var leading = line.Measures.FirstOrDefault(measure => measure.Code == line.Leading);
        var measures = line.Measures.Select(Of).ToList();
        return leading is not null && Hides(leading)
            ? line with { Reading = Suppressed, UnderReading = null, Gap = null, DirectionNote = null, Measures = measures }
            : line with { Measures = measures };
    }

    private static PackMeasure Of(PackMeasure measure)
    {
        var shown = HidesAnything(measure) ? measure with { Trend = [], TrendExpected = [] } : measure;
        return Hides(measure) ? shown with { Reading = Suppressed, UnderReading = null, Numerator = null, Denominator = null, Value = null, Gap = null } : shown;
    }
}
