namespace ImprovementSuite.Inspections.Profile;

/// <summary>From which share good or better Block A performs how well, from a day on. Bands with one first day stand together.</summary>
internal sealed class ProfileBand
{
    public int Id { get; private set; }

    /// <summary>The lowest whole percentage of the band.</summary>
    public int LowestPercent { get; set; }

    /// <summary>"performing well".</summary>
    public required string Words { get; set; }

    public DateOnly StartsOn { get; set; }

    /// <summary>Where the edge comes from, and how far that was verified.</summary>
    public required string Source { get; set; }

    public int Version { get; private set; }

    public void Set(int lowest, string words, DateOnly startsOn, string source) => (LowestPercent, Words, StartsOn, Source) = (lowest, words, startsOn, source);

    /// <summary>As the change log keeps it.</summary>
    public string InLog() => $"{LowestPercent}% and over is {Words}, from {StartsOn:yyyy-MM-dd}: {Source}";

    /// <summary>The bands that hold on a day, lowest first: those with the latest first day.</summary>
    public static IReadOnlyList<ProfileBand> On(DateOnly day, IEnumerable<ProfileBand> bands)
    {
        var known = bands.Where(band => band.StartsOn <= day).ToList();
        return [.. known.Where(band => band.StartsOn == known.Max(one => one.StartsOn)).OrderBy(band => band.LowestPercent)];
    }

    /// <summary>The band of a share on a day; null where none is known.</summary>
    public static ProfileBand? Of(decimal percent, DateOnly day, IEnumerable<ProfileBand> bands) => On(day, bands).LastOrDefault(band => band.LowestPercent <= percent);

    /// <summary>The next better band; null where there is none.</summary>
    public static ProfileBand? After(decimal percent, DateOnly day, IEnumerable<ProfileBand> bands) => On(day, bands).FirstOrDefault(band => band.LowestPercent > percent);
}
