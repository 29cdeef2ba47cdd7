using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>A figure that a panel saw and that is known otherwise now, for the same measure and the same days.</summary>
internal sealed record Restatement(Panel Panel, FrozenReading Seen, Measure Measure, Reading Now)
{
    /// <summary>What late data has changed in the figures that this panel was shown.</summary>
    public static IReadOnlyList<Restatement> Of(Panel panel, PlanContent content)
    {
        var restated = new List<Restatement>();
        foreach (var seen in panel.Frozen)
            if (content.Measures.GetValueOrDefault(seen.Measure) is { } measure && KnownNow(seen, measure, content.Readings[seen.Measure]) is { } now && !IsTheSame(seen, now))
                restated.Add(new(panel, seen, measure, now));
        return restated;
    }

    public PackRestatement InPack => new(
        Panel.On, Measure.Code, Measure.Title, Say.Period(new(Now.PeriodKind, Now.From, Now.To)), InWords.Seen(Seen), InWords.Reading(Now));

    /// <summary>The reading of the same days; where nothing had been read, the one that would have been rated that day.</summary>
    private static Reading? KnownNow(FrozenReading seen, Measure measure, IEnumerable<Reading> readings) => RatedReading.Choose(
        measure,
        seen.IsEmpty ? readings : readings.Where(reading => reading.PeriodKind == seen.PeriodKind && reading.From == seen.From && reading.To == seen.To && reading.Round == seen.Round),
        // A month that ended on the day itself is rated from the next day on, and was not what the panel missed.
        seen.IsEmpty ? seen.To : DateOnly.MaxValue);

    private static bool IsTheSame(FrozenReading seen, Reading now)
    {
        if (seen.Grade is not null || now.Grade is not null)
            return seen.Grade == now.Grade;
        if (seen.Stored is not { Figure: var then })
            return false;
        if (then == now.Figure)
            return true;
        // A percentage that was published without counts says no more than its decimals do.
        return (then.Stated, now.Figure!.Stated) switch
        {
            ({ } stated, _) => now.Value is { } value && Math.Round(value, stated.Scale, MidpointRounding.AwayFromZero) == stated,
            (_, { } stated) => then.Value is { } value && Math.Round(value, stated.Scale, MidpointRounding.AwayFromZero) == stated,
            _ => false,
        };
    }
}
