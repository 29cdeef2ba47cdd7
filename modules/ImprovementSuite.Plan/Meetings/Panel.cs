using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
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
    public int Version { get; private set; }

    public bool IsFrozen => FrozenOn is not null;

    /// <summary>A meeting with its days counted back on the working-day calendar.</summary>
    public static Panel For(DateOnly on, WorkingDayCalendar calendar)
    {
        var dispatch = calendar.Before(on, DispatchedBefore);
        return new() { On = on, DispatchOn = dispatch, UpdatesDue = calendar.Before(dispatch, UpdatesBefore) };
    }

    /// <summary>Keeps what this panel is shown. It cannot be undone and is done once.</summary>
    /// <exception cref="InvalidOperationException">It is frozen already.</exception>
    public void Freeze(IEnumerable<FrozenReading> readings, DateOnly day, Actor actor, DateTime now)
    {
        if (IsFrozen)
            throw new InvalidOperationException($"The panel of {On:d MMMM yyyy} is frozen already.");
        Frozen.AddRange(readings);
        (FrozenOn, FrozenAt, FrozenBy) = (day, now, actor.Name);
    }

    /// <summary>A meeting of the past of which a report says what it saw; who froze it and at what hour is not known.</summary>
    public void KnownToHaveSeen(IEnumerable<FrozenReading> readings, DateOnly day)
    {
        Frozen.AddRange(readings);
        FrozenOn = day;
    }
}

/// <summary>A measure as the panel saw it. Here alone a computed colour is stored.</summary>
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
}
