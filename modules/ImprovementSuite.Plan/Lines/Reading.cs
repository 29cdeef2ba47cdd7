using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;

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

    /// <summary>How far the module that counted it trusts the records behind it; null where it does not say.</summary>
    public Trust? Trust { get; init; }

    /// <summary>The grade's reason: "2.1% of its records fail a rule".</summary>
    public string? TrustWhy { get; init; }

    /// <summary>False once a later day's reading has superseded it.</summary>
    public bool Current { get; private set; } = true;

    public string? Note { get; init; }

    /// <summary>Who entered or imported it, and when; null for other origins.</summary>
    public string? EnteredBy { get; init; }

    public DateTime? EnteredAt { get; init; }

    /// <summary>The file that an imported reading came in.</summary>
    public string? File { get; init; }

    /// <summary>Who replaced or withdrew an entered one, and when.</summary>
    public string? SupersededBy { get; private set; }

    public DateTime? SupersededAt { get; private set; }

    /// <summary>Why it was withdrawn; null where another took its place.</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>A module counted it; whatever a person enters stands beside it.</summary>
    public bool IsRecalculated => Origin == Origin.Recalculated;

    /// <summary>A person typed it or brought it in from a file, and may replace or withdraw it.</summary>
    public bool IsEntered => Origin is Origin.Typed or Origin.Imported;

    public Figure? Figure => Grade is null ? Figure.FromParts(Numerator, Denominator, Unit, Stated) : null;

    public decimal? Value => Figure?.Value;

    /// <summary>The same reading as a file brought it in, known since a day of its own.</summary>
    public Reading BroughtIn(DateOnly known, Actor actor, DateTime now, string file) => new()
    {
        Measure = Measure, ScopeKind = ScopeKind, Code = Code, Within = Within, PeriodKind = PeriodKind, From = From, To = To, Round = Round, Origin = Origin, KnownOn = known,
        Numerator = Numerator, Denominator = Denominator, Unit = Unit, Stated = Stated, Grade = Grade, DataAsAt = DataAsAt, Revision = Revision, Note = Note,
        EnteredBy = actor.Name, EnteredAt = now, File = file,
    };

    /// <summary>Another entered reading of the same days has taken its place.</summary>
    public void Supersede(Actor actor, DateTime now)
    {
        if (!IsEntered)
            throw new InvalidOperationException("Only a reading that a person entered is replaced by a person.");
        (Current, SupersededBy, SupersededAt) = (false, actor.Name, now);
    }

    /// <summary>It was entered by mistake.</summary>
    public void Withdraw(string why, Actor actor, DateTime now)
    {
        Supersede(actor, now);
        WithdrawnWhy = why;
    }

    /// <summary>This reading as it stood before a later one superseded it.</summary>
    public Reading AsItStood() => Current ? this : new()
    {
        Id = Id, Measure = Measure, ScopeKind = ScopeKind, Code = Code, Within = Within, PeriodKind = PeriodKind, From = From, To = To, Round = Round, Origin = Origin,
        KnownOn = KnownOn, Numerator = Numerator, Denominator = Denominator, Unit = Unit, Stated = Stated, Grade = Grade, DataAsAt = DataAsAt, Revision = Revision, Note = Note,
        Trust = Trust, TrustWhy = TrustWhy,
    };
}
