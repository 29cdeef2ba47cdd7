namespace ImprovementSuite.Plan.Ratings;

/// <summary>The limits that the council may set for its ratings.</summary>
/// <param name="AmberProgress">Share of the way from the baseline to what is expected that makes a short reading amber.</param>
/// <param name="AmberReach">Without a baseline: how far from what is expected, as a share of it, a short reading is still amber.</param>
/// <param name="LevelPoints">Percentage points within which a rate is level.</param>
/// <param name="LevelShare">Share of the earlier reading within which anything else is level.</param>
/// <param name="WatchPoints">Points above every comparator at which a mid-range measure without upper edge is to be watched.</param>
/// <param name="Few">A denominator under this shows counts and, below authority level, no colour.</param>
/// <param name="DueSoonDays">Days before its date in which a milestone without progress is amber.</param>
/// <param name="StaleAfterDays">Days beyond its frequency after which a reading is stale.</param>
internal sealed record RatingSettings(
    decimal AmberProgress = 0.25m, decimal AmberReach = 0.25m, decimal LevelPoints = 0.5m, decimal LevelShare = 0.01m, decimal WatchPoints = 10m,
    int Few = 10, int DueSoonDays = 30, int StaleAfterDays = 31)
{
    public static readonly RatingSettings Usual = new();
}
