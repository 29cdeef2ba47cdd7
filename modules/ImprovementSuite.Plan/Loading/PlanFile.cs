using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>A plan as it stands in a file, checked and ready to be loaded.</summary>
/// <param name="Updated">The day that its published readings became known.</param>
internal sealed record PlanFile(
    string Title, string Authority, DateOnly Updated, DateOnly Start, DateOnly End, IReadOnlyList<DateOnly> Panels, IReadOnlyList<Measure> Measures,
    IReadOnlyList<Reading> Readings, IReadOnlyList<Line> Lines, IReadOnlyList<FrozenByPanel> Frozen, IReadOnlyList<string> Achievements)
{
    /// <summary>Null where the file says nothing of a notice.</summary>
    public CurrentNotice? Notice { get; init; }
    /// <summary>Papers promised to a panel, none of them received yet.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

/// <summary>A reading that a panel is known to have seen.</summary>
internal sealed record FrozenByPanel(DateOnly Panel, string Measure, StoredFigure Stored)
{
    /// <summary>As it is kept, with what the rules give for the panel's day: expected figure and colour.</summary>
    public FrozenReading Seen(PlanFile file)
    {
        var measure = file.Measures.Single(m => m.Code == Measure);
        var reading = new Reading
        {
            Measure = measure.Code, PeriodKind = RatedReading.RatedPeriod(measure.RatedOn), From = Period.YearToDate(Panel).From, To = Panel, Origin = Origin.Published,
            KnownOn = Panel, Numerator = Stored.Numerator, Denominator = Stored.Denominator, Unit = measure.Unit, Stated = Stored.Stated,
        };
        return new FrozenReading
        {
            Measure = measure.Code, PeriodKind = reading.PeriodKind, From = reading.From, To = reading.To, Stored = Stored, Expected = Expected.On(measure, Panel, file.Start, reading),
            Colour = ComputedColour.Of(measure, reading, Panel, file.Start, RatingSettings.Usual).Colour,
        };
    }
}
