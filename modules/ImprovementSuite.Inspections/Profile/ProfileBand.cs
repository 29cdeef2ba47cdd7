namespace ImprovementSuite.Inspections.Profile;

/// <summary>From which share good or better Block A performs how well, from a day on.</summary>
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

    /// <summary>The band of a share on a day; null where none is known.</summary>
    public static ProfileBand? Of(decimal percent, DateOnly day, IEnumerable<ProfileBand> bands)
    {
        var known = bands.Where(band => band.StartsOn <= day).ToList();
        return known.Where(band => band.StartsOn == known.Max(one => one.StartsOn) && band.LowestPercent <= percent).MaxBy(band => band.LowestPercent);
    }
}
