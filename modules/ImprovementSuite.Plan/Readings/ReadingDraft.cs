using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Plan.Readings;

/// <summary>A reading that is right in every part and not yet kept.</summary>
internal sealed record ReadingDraft(Measure Measure, Scope Scope, Period Period, string Round, Figure? Figure, string? Grade, string? Note)
{
    public ReadingKey Key => new(Measure.Code, Scope.Kind, Scope.Code, Scope.Within ?? "", Period.Kind, Period.From, Period.To, Round);

    public Reading Enter(Origin origin, Actor actor, DateTime now, DateOnly today, string? file = null) => new()
    {
        Measure = Measure.Code, ScopeKind = Scope.Kind, Code = Scope.Code, Within = Scope.Within ?? "", PeriodKind = Period.Kind, From = Period.From, To = Period.To,
        Round = Round, Origin = origin, KnownOn = today, Numerator = Figure?.Numerator, Denominator = Figure?.Denominator, Unit = Measure.Unit, Stated = Figure?.Stated,
        Grade = Grade, Note = Note, EnteredBy = actor.Name, EnteredAt = now, File = file,
    };

    /// <summary>Whether it says the same, so that there is nothing to keep.</summary>
    public bool Says(Reading reading) => reading.Figure == Figure && reading.Grade == Grade && reading.Note == Note;
}

/// <summary>What a reading is of. Of each origin one current reading has it.</summary>
internal readonly record struct ReadingKey(string Measure, ScopeKind Scope, string Code, string Within, PeriodKind Period, DateOnly From, DateOnly To, string Round)
{
    public static ReadingKey Of(Reading reading) =>
        new(reading.Measure, reading.ScopeKind, reading.Code, reading.Within, reading.PeriodKind, reading.From, reading.To, reading.Round);
}
