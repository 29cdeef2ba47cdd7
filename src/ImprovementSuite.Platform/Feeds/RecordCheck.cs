using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>One thing wrong with a record.</summary>
public readonly record struct Problem(RejectionCode Code, string Field, string Sentence);

/// <summary>Collects what is wrong with one record, in sentences. A record with any problem is rejected by itself.</summary>
public sealed class RecordCheck(DateOnly today)
{
    private readonly List<Problem> _problems = [];

    /// <summary>The day on which the record came.</summary>
    public DateOnly Today => today;

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Adds a problem that only the module can see.</summary>
    public void Add(RejectionCode code, string field, string sentence) => _problems.Add(new(code, field, sentence));

    /// <summary>A text that must be given.</summary>
    public void Required(string field, string value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(RejectionCode.MissingField, field, $"{field} is empty: give it.");
        else
            Optional(field, value, longest);
    }

    /// <summary>A text that may be empty.</summary>
    public void Optional(string field, string value, int longest)
    {
        if (value.Length > longest)
            Add(RejectionCode.TooLong, field, $"{field} has {value.Length:N0} characters: {longest} are the most.");
    }

    /// <summary>A day that must be given; one on which something is due may lie ahead.</summary>
    public DateOnly? RequiredDay(string field, string value, bool mayLieAhead = false)
    {
        if (value.Length > 0)
            return mayLieAhead ? ExpectedDay(field, value) : OptionalDay(field, value);
        Add(RejectionCode.MissingField, field, $"{field} is empty: give the day as yyyy-mm-dd.");
        return null;
    }

    /// <summary>A day that may be empty: a real day, not after today and not before 1990.</summary>
    public DateOnly? OptionalDay(string field, string value)
    {
        if (value.Length == 0)
            return null;
        if (!IsoDay.TryParse(value, out var day))
            Add(RejectionCode.BadDate, field, $"{field} is \"{Shorten(value)}\", which is no day of the calendar: write it as yyyy-mm-dd.");
        else if (day > today)
            Add(RejectionCode.DateOutOfRange, field, $"{field} is {value}, which is after today ({today:yyyy-MM-dd}): correct it, or send the record when the day has come.");
        else if (day < WorkingDayCalendar.First)
            Add(RejectionCode.DateOutOfRange, field, $"{field} is {value}: days before {WorkingDayCalendar.First:yyyy-MM-dd} are not taken.");
        else
            return day;
        return null;
    }

    /// <summary>A day that may lie ahead, such as one on which something is due, by a year at the most; it may be empty.</summary>
    public DateOnly? ExpectedDay(string field, string value)
    {
        if (!IsoDay.TryParse(value, out var day) || day <= today)
            return OptionalDay(field, value);
        if (day <= today.AddYears(1))
            return day;
        Add(RejectionCode.DateOutOfRange, field, $"{field} is {value}, which is more than a year ahead of today ({today:yyyy-MM-dd}): correct it.");
        return null;
    }

    /// <summary>An end that may not lie before its start.</summary>
    public void InOrder(string startField, DateOnly? start, string endField, DateOnly? end)
    {
        if (start is { } from && end is { } to && to < from)
            Add(RejectionCode.EndBeforeStart, endField, $"{endField} ({to:yyyy-MM-dd}) lies before {startField} ({from:yyyy-MM-dd}): correct one of them.");
    }

    /// <summary>A code out of a list; empty where <paramref name="codes"/> has the empty code.</summary>
    public void Known(string field, string value, IReadOnlyDictionary<string, int> codes)
    {
        if (codes.ContainsKey(value))
            return;
        var list = string.Join(", ", codes.Keys.Where(c => c.Length > 0));
        if (value.Length == 0)
            Add(RejectionCode.MissingField, field, $"{field} is empty: give one of {list}.");
        else
            Add(RejectionCode.UnknownCode, field, $"{field} is \"{Shorten(value)}\", which is not in its list: give one of {list}.");
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "...";
}
