using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>A meeting of the improvement panel, with the round of updates before it. A freeze keeps what it was shown, whatever is learnt later.</summary>
internal sealed class Panel
{
    /// <summary>Working days before the meeting on which its papers go out.</summary>
    public const int DispatchedBefore = 5;

    /// <summary>Working days before the dispatch by which the leads' updates are due.</summary>
    public const int UpdatesBefore = 3;

    public DateOnly On { get; init; }

    /// <summary>The day by which each line's lead has submitted an update.</summary>
    public DateOnly UpdatesDue { get; set; }

    /// <summary>The day on which the papers are meant to go out.</summary>
    public DateOnly DispatchOn { get; set; }

    /// <summary>The business day of the freeze: its figures are of this day. Null while the round is open.</summary>
    public DateOnly? FrozenOn { get; private set; }

    public DateTime? FrozenAt { get; private set; }
    public string? FrozenBy { get; private set; }
    public List<FrozenReading> Frozen { get; init; } = [];

    /// <summary>Both colours of every line at the freeze; empty where the panel was only reported on.</summary>
    public List<FrozenLine> FrozenLines { get; init; } = [];

    public int Version { get; private set; }

    public bool IsFrozen => FrozenOn is not null;

    /// <summary>It was frozen here, and not only reported on afterwards: its pack is kept.</summary>
    public bool HasPack => FrozenAt is not null;

    /// <summary>A meeting with its days counted back on the working-day calendar.</summary>
    public static Panel For(DateOnly on, WorkingDayCalendar calendar)
    {
        var dispatch = calendar.Before(on, DispatchedBefore);
        return new() { On = on, DispatchOn = dispatch, UpdatesDue = calendar.Before(dispatch, UpdatesBefore) };
    }

    /// <summary>Keeps what this panel is shown. It cannot be undone and is done once.</summary>
    /// <exception cref="InvalidOperationException">It is frozen already.</exception>
    public void Freeze(IEnumerable<FrozenReading> readings, IEnumerable<FrozenLine> lines, DateOnly day, Actor actor, DateTime now)
    {
        if (IsFrozen)
            throw new InvalidOperationException($"The panel of {On:d MMMM yyyy} is frozen already.");
        Frozen.AddRange(readings);
        FrozenLines.AddRange(lines);
        (FrozenOn, FrozenAt, FrozenBy) = (day, now, actor.Name);
    }

    /// <summary>A meeting of the past of which a report says what it saw; who froze it and at what hour is not known.</summary>
    public void KnownToHaveSeen(IEnumerable<FrozenReading> readings, DateOnly day)
    {
        Frozen.AddRange(readings);
        FrozenOn = day;
    }
}

/// <summary>A line's two colours as the panel saw them.</summary>
internal sealed class FrozenLine
{
    public required string Line { get; init; }
    public Colour Computed { get; init; }
    public Colour Declared { get; init; }

    public static FrozenLine Of(LineRating rating) => new() { Line = rating.Line.Ref, Computed = rating.Computed, Declared = rating.Line.Declared };
}

/// <summary>A measure as the panel saw it. Here and in a frozen line alone a computed colour is stored.</summary>
internal sealed class FrozenReading
{
    public required string Measure { get; init; }
    public PeriodKind PeriodKind { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public string Round { get; init; } = "";
    public StoredFigure? Stored { get; init; }
    public string? Grade { get; init; }

    /// <summary>What the plan expected on that day.</summary>
    public decimal? Expected { get; init; }

    public Colour Colour { get; init; }

    public decimal? Value => Stored?.Figure.Value;

    /// <summary>Nothing had been read.</summary>
    public bool IsEmpty => Stored is null && Grade is null;

    public Period Period => new(PeriodKind, From, To);

    /// <summary>A measure as it is rated on this day. One without reading is kept too: that, also, is what the panel saw.</summary>
    public static FrozenReading Of(MeasureRating rating, DateOnly day)
    {
        var (measure, reading) = (rating.Measure, rating.Reading);
        return new()
        {
            Measure = measure.Code, PeriodKind = RatedReading.RatedPeriod(measure.RatedOn), From = reading?.From ?? day, To = reading?.To ?? day, Round = reading?.Round ?? "",
            Stored = reading?.Figure is { } figure ? StoredFigure.Of(figure) : null, Grade = reading?.Grade, Expected = rating.Expected, Colour = rating.Colour,
        };
    }
}
