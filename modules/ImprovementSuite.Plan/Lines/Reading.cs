using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Lines;

/// <summary>Where a reading came from. It is part of the reading: one of another origin stands beside it and does not replace it.</summary>
internal enum Origin
{
    /// <summary>A module counted it from records.</summary>
    Recalculated,

    /// <summary>Brought in from a file of figures.</summary>
    Imported,

    /// <summary>Printed in the plan or in a report.</summary>
    Published,

    /// <summary>Entered by a person.</summary>
    Typed,
}

/// <summary>What a measure was for one part of the authority in one period, as it became known on a day. Rows are appended; the newest is current.</summary>
internal sealed class Reading
{
    public long Id { get; init; }
    public required string Measure { get; init; }
    public ScopeKind ScopeKind { get; init; }
    public string Code { get; init; } = "";

    /// <summary>The locality that a team belongs to now; otherwise empty.</summary>
    public string Within { get; init; } = "";

    public PeriodKind PeriodKind { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }

    /// <summary>The results round; otherwise empty.</summary>
    public string Round { get; init; } = "";

    public Origin Origin { get; init; }

    /// <summary>The business day on which it became known.</summary>
    public DateOnly KnownOn { get; init; }

    public long? Numerator { get; init; }
    public long? Denominator { get; init; }
    public Unit Unit { get; init; }
    public decimal? Stated { get; init; }

    /// <summary>The grade of a judgement, which has no figure.</summary>
    public string? Grade { get; init; }

    public DateTime? DataAsAt { get; init; }

    /// <summary>The sending module's count; 0 for other origins.</summary>
    public long Revision { get; init; }

    /// <summary>False once a later day's reading has superseded it.</summary>
    public bool Current { get; init; } = true;

    public string? Note { get; init; }

    public Figure? Figure => Grade is null ? Figure.FromParts(Numerator, Denominator, Unit, Stated) : null;

    public decimal? Value => Figure?.Value;

    /// <summary>The same reading as it became known on another day.</summary>
    public Reading KnownFrom(DateOnly day) => new()
    {
        Measure = Measure, ScopeKind = ScopeKind, Code = Code, Within = Within, PeriodKind = PeriodKind, From = From, To = To, Round = Round, Origin = Origin, KnownOn = day,
        Numerator = Numerator, Denominator = Denominator, Unit = Unit, Stated = Stated, Grade = Grade, DataAsAt = DataAsAt, Revision = Revision, Note = Note,
    };
}
