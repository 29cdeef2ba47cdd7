using System.Globalization;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>The limits of one measure through time.</summary>
internal sealed class TimeLimits(IEnumerable<TimeLimit> limits)
{
    private readonly TimeLimit[] _byDay = [.. limits.OrderBy(l => l.From)];

    /// <summary>Rises with each limit that is added or taken out.</summary>
    public int Version => _byDay.Length == 0 ? 1 : _byDay.Max(l => l.Id);

    /// <summary>The most working days that any of them allows.</summary>
    public int Longest => _byDay.Max(l => l.WorkingDays);

    /// <summary>The limit that holds for an assessment with these days; before the first limit, the first.</summary>
    public TimeLimit At(DateOnly clockStart, DateOnly completion) =>
        _byDay.LastOrDefault(l => l.From <= (l.DecidedBy == LimitDay.ClockStart ? clockStart : completion)) ?? _byDay[0];

    /// <summary>The working days allowed, as an SQL expression over the two columns: the same rule as <see cref="At"/>.</summary>
    public string Sql(string clockStart, string completion) => _byDay.Length == 1
        ? Days(_byDay[0])
        : $"CASE {string.Concat(_byDay.Skip(1).Reverse().Select(l => $"WHEN {(l.DecidedBy == LimitDay.ClockStart ? clockStart : completion)} >= {l.From.DayNumber} THEN {Days(l)} "))}ELSE {Days(_byDay[0])} END";

    /// <summary>"7 working days since 1 April 2008; 10 from 1 October 2010, by the day of referral".</summary>
    public string InWords() => string.Join("; ", _byDay.Select((limit, i) =>
    {
        var day = limit.From.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        var start = limit.StartDayCounts == 1 ? ", counting the start day as day 1" : "";
        return i == 0
            ? $"{limit.WorkingDays} working days since {day}{start}"
            : $"{limit.WorkingDays} from {day}, by the day {(limit.DecidedBy == LimitDay.ClockStart ? "the clock started" : "of completion")}{start}";
    }));

    /// <summary>The limits as the change log keeps them.</summary>
    public static string InLog(IEnumerable<TimeLimit> limits) => string.Join("; ", limits.OrderBy(l => l.From));

    private static string Days(TimeLimit limit) => (limit.WorkingDays - limit.StartDayCounts).ToString(CultureInfo.InvariantCulture);
}
