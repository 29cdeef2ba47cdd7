using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>A worker's time in one post, or beyond the establishment.</summary>
/// <param name="Fte">In hundredths of a full-time post.</param>
/// <param name="To">The last day; null while it goes on.</param>
/// <param name="Charge">Pence for an hour; null where it is not known.</param>
internal sealed record AgencyStay(string Worker, string Agency, PostRole Role, string Team, int Fte, DateOnly From, DateOnly? To, int? Charge)
{
    public bool IsOn(DateOnly day) => From <= day && (To is not { } to || to >= day);

    public bool Overlaps(DateOnly from, DateOnly to) => From <= to && (To is not { } last || last >= from);
}

/// <summary>An agency worker who is there on a day, held against the rules of that day.</summary>
/// <param name="Stay">Where they work.</param>
/// <param name="Since">The first day of their time without a break, in whichever post.</param>
/// <param name="Cap">Pence for an hour of their role; null where no cap holds.</param>
/// <param name="IsOverTenure">Whether they have been there for longer than the rules allow.</param>
internal sealed record AgencyWorker(AgencyStay Stay, DateOnly Since, int? Cap, bool IsOverTenure)
{
    /// <summary>A break of this many days is counted through: a weekend, or a week of leave between two posts.</summary>
    public const int LongestBreak = 7;

    public bool IsOverCap => Stay.Charge > Cap;

    /// <summary>A cap holds, and nobody has said what the worker costs.</summary>
    public bool ChargeIsMissing => Cap is not null && Stay.Charge is null;

    public bool IsOver => IsOverCap || IsOverTenure;

    /// <summary>Whole months of their time so far.</summary>
    public int Months(DateOnly day) => (day.Year - Since.Year) * 12 + day.Month - Since.Month - (day.Day < Since.Day ? 1 : 0);

    /// <summary>Everybody who is there on the day; a worker in two posts stands twice.</summary>
    public static IReadOnlyList<AgencyWorker> On(DateOnly day, IEnumerable<AgencyStay> stays, AgencyRules rules) =>
    [
        .. from worker in stays.GroupBy(stay => stay.Worker)
           let since = SinceOf(worker, day)
           from stay in worker
           where stay.IsOn(day)
           select new AgencyWorker(stay, since, rules.CapOf(stay.Role), rules.LongestTenure is { } months && since.AddMonths(months) <= day),
    ];

    /// <summary>The first day of the time without a break that goes on on the day.</summary>
    public static DateOnly SinceOf(IEnumerable<AgencyStay> ofOneWorker, DateOnly day)
    {
        var since = day;
        // Latest first: a stay reaches back from what is known so far, or it was another time.
        foreach (var stay in ofOneWorker.Where(stay => stay.From <= day).OrderByDescending(stay => stay.From))
            if (stay.From < since && (stay.To is not { } to || to.DayNumber >= since.DayNumber - 1 - LongestBreak))
                since = stay.From;
        return since;
    }
}

/// <summary>A role's line of the quarterly return.</summary>
/// <param name="Headcount">Different workers on any day of the quarter.</param>
/// <param name="AtTheEnd">Different workers on its last day.</param>
/// <param name="Fte">Theirs on its last day, in hundredths.</param>
/// <param name="Agencies">That supplied any of them.</param>
internal sealed record ReturnLine(string Role, int Headcount, int AtTheEnd, int Fte, int Agencies)
{
    /// <summary>A line a role, and the sum of all.</summary>
    public static (IReadOnlyList<ReturnLine> Roles, ReturnLine All) Of(IEnumerable<AgencyStay> stays, DateOnly from, DateOnly to)
    {
        var there = stays.Where(stay => stay.Overlaps(from, to)).ToList();
        return ([.. there.GroupBy(stay => stay.Role).OrderBy(role => role.Key).Select(role => Line(role.Key.Words(), [.. role]))], Line("All roles", there));

        ReturnLine Line(string role, List<AgencyStay> of) => new(
            role, of.DistinctBy(stay => stay.Worker).Count(), of.Where(stay => stay.IsOn(to)).DistinctBy(stay => stay.Worker).Count(), of.Where(stay => stay.IsOn(to)).Sum(stay => stay.Fte),
            of.DistinctBy(stay => stay.Agency, StringComparer.OrdinalIgnoreCase).Count());
    }
}
