using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>A locality's or a team's row: its counts, its rate and what it would take to be where the plan expects.</summary>
internal sealed record PlaceRow(string Name, bool IsTeam, Reading Reading, Figure Figure, Distance? Distance, bool IsFew)
{
    /// <summary>Localities with their teams, each by name; those without anything counted are left out.</summary>
    public static List<PlaceRow> Of(IEnumerable<Reading> readings, MeasureRating rating, RatingSettings settings)
    {
        var rows = readings.Where(reading => reading.Figure is { Denominator: > 0 }).Select(reading => Row(reading, rating, settings)).ToList();
        var teams = rows.Where(row => row.IsTeam).ToLookup(row => row.Reading.Within);
        return [.. rows.Where(row => !row.IsTeam).OrderBy(row => row.Reading.Code == "").ThenBy(row => row.Name, StringComparer.Ordinal)
            .SelectMany(locality => teams[locality.Reading.Code].OrderBy(team => team.Reading.Code == "").ThenBy(team => team.Name, StringComparer.Ordinal).Prepend(locality))];
    }

    /// <summary>Where bars start: half-way up where nobody is below it.</summary>
    public static decimal BarsFrom(IEnumerable<PlaceRow> rows, decimal? expected) => rows.Min(row => row.Figure.Value) >= 50 && expected is null or >= 50 ? 50 : 0;

    private static PlaceRow Row(Reading reading, MeasureRating rating, RatingSettings settings)
    {
        var figure = reading.Figure!;
        var few = figure.OutOf < settings.Few;
        var distance = !few && rating.Expected is { } expected && rating.Measure.Kind == MeasureKind.Rate ? Distance.Between(figure, expected, rating.Measure.Polarity) : null;
        var kind = reading.ScopeKind.ToString().ToLowerInvariant();
        return new(reading.Code == "" ? $"No {kind} recorded" : reading.Code, reading.ScopeKind == ScopeKind.Team, reading, figure, distance, few);
    }
}
