using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Readings;

/// <summary>Readings in the words of their pages.</summary>
internal static class ReadingSays
{
    /// <summary>"July 2010", "1 April to 20 August 2010", "2010 results, 20 August 2010".</summary>
    public static string Days(Reading reading) => Days(reading.PeriodKind, reading.From, reading.To, reading.Round);

    public static string Days(ReadingDraft draft) => Days(draft.Period.Kind, draft.Period.From, draft.Period.To, draft.Round);

    /// <summary>"52 of 68, 76.47%", "64%, counts not published", "213".</summary>
    public static string Figure(Figure? figure, string? grade) => grade is not null ? InWords.Capital(grade)
        : figure is { NothingDue: true } ? "0 of 0: nothing due"
        : Say.Counts(figure!) is { } counts ? $"{Say.Figure(figure!)}, {counts}" : Say.Figure(figure!);

    public static string Figure(Reading reading) => Figure(reading.Figure, reading.Grade);

    /// <summary>"July 2010: 76.47%, 52 of 68".</summary>
    public static string OfDays(Reading reading) => $"{Days(reading)}: {Figure(reading)}";

    public static string OfDays(ReadingDraft draft) => $"{Days(draft)}: {Figure(draft.Figure, draft.Grade)}";

    /// <summary>"Central 2, in Central"; empty for the whole authority.</summary>
    public static string Scope(ScopeKind kind, string code, string within) => kind switch
    {
        ScopeKind.Authority => "",
        _ when code.Length == 0 => $"no {kind.ToString().ToLowerInvariant()} recorded",
        _ => within.Length > 0 ? $"{code}, in {within}" : code,
    };

    /// <summary>"Typed by Performance manager, 20 Aug 2010, 9:02am", "Imported from july.csv by ...", "Records".</summary>
    public static string Source(Reading reading) =>
        $"{InWords.Origin(reading.Origin)}{(reading.File is { } file ? $" from {file}" : "")}{(reading.EnteredBy is { } by ? $" by {by}, {At(reading.EnteredAt)}" : "")}";

    /// <summary>"replaced by Performance manager, 20 Aug 2010, 9:05am".</summary>
    public static string End(Reading reading) => reading switch
    {
        { WithdrawnWhy: { } why } => $"Withdrawn by {reading.SupersededBy}, {At(reading.SupersededAt)}: {why}",
        { SupersededBy: { } by } => $"Replaced by {by}, {At(reading.SupersededAt)}",
        _ => "Counted anew",
    };

    private static string At(DateTime? instant) => instant is { } at ? Say.DateAndTime(BusinessClock.Local(at)) : "time not recorded";

    private static string Days(PeriodKind kind, DateOnly from, DateOnly to, string round) =>
        $"{(round.Length > 0 ? $"{InWords.Capital(round)}, " : "")}{Say.Period(new(kind, from, to))}";
}
