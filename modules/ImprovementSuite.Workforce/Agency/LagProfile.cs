namespace ImprovementSuite.Workforce.Agency;

/// <summary>What an invoice says of how late it came.</summary>
internal readonly record struct InvoicedWork(DateOnly WorkedTo, DateOnly ReceivedOn, long Pence)
{
    /// <summary>Days from the end of the work to the invoice.</summary>
    public int Days => Math.Max(0, ReceivedOn.DayNumber - WorkedTo.DayNumber);

    /// <summary>The month in which the work ended.</summary>
    public DateOnly Month => new(WorkedTo.Year, WorkedTo.Month, 1);
}

/// <summary>
/// What share of a month's work has been invoiced so many months later, as the last twelve months had it. Months are told by the day of the month that today
/// is: on the 20th, "two months later" is the 20th of the second month. Each step from one month to the next is the ratio of what all months worked had by then
/// to what they had a month on (a chain ladder), so that months which are not all in yet teach what they can and do not pass for whole ones.
/// </summary>
internal sealed class LagProfile
{
    /// <summary>Fewer months since the first invoice say too little.</summary>
    public const int MonthsNeeded = 6;

    /// <summary>After so many months all is taken to be in.</summary>
    public const int Longest = 12;

    private const int StepsBack = 12;

    private readonly decimal[] _shares;

    private LagProfile(decimal[] shares) => _shares = shares;

    /// <summary>The share that is in so many months after the month of work, 0 to 1.</summary>
    public decimal ShareAfter(int months) => months >= Longest ? 1 : _shares[Math.Max(0, months)];

    /// <summary>Null where there is too little history.</summary>
    public static LagProfile? Of(IReadOnlyCollection<InvoicedWork> invoices, DateOnly today)
    {
        if (invoices.Count == 0)
            return null;
        var now = Number(today);
        // Work of before the first invoice came late by the record's beginning, not by the agency.
        var first = Number(invoices.Min(invoice => invoice.ReceivedOn));
        if (now - first < MonthsNeeded)
            return null;

        // By month worked: what was in after 0, 1, 2... months.
        var months = new Dictionary<int, long[]>();
        foreach (var invoice in invoices.Where(invoice => Number(invoice.WorkedTo) >= first && invoice.ReceivedOn <= today))
        {
            var month = Number(invoice.WorkedTo);
            if (!months.TryGetValue(month, out var sums))
                months[month] = sums = new long[Longest + 1];
            for (var after = Math.Min(MonthsAfter(invoice, today), Longest); after <= Longest; after++)
                sums[after] += invoice.Pence;
        }

        var shares = new decimal[Longest + 1];
        shares[Longest] = 1;
        for (var after = Longest - 1; after >= 0; after--)
        {
            var seen = months.Where(month => month.Key + after + 1 is var step && step <= now && step > now - StepsBack).Select(month => month.Value).ToList();
            var (then, later) = (seen.Sum(sums => sums[after]), seen.Sum(sums => sums[after + 1]));
            shares[after] = shares[after + 1] * (later > 0 ? Math.Clamp((decimal)then / later, 0, 1) : 1);
        }
        return new(shares);
    }

    /// <summary>How many months after its work an invoice was in, by the day of the month that today is.</summary>
    private static int MonthsAfter(InvoicedWork invoice, DateOnly today) => Math.Max(0,
        Number(invoice.ReceivedOn) - Number(invoice.WorkedTo) + (invoice.ReceivedOn.Day > Math.Min(today.Day, DateTime.DaysInMonth(invoice.ReceivedOn.Year, invoice.ReceivedOn.Month)) ? 1 : 0));

    public static int Number(DateOnly day) => day.Year * 12 + day.Month;
}

/// <summary>How late the invoices of some days came.</summary>
/// <param name="Invoices">How many; credit notes left out.</param>
/// <param name="MedianDays">From the end of the work to the invoice.</param>
/// <param name="Pence">What they came to.</param>
/// <param name="LatePence">Of that, what came more than <see cref="LateAfter"/> days after the work.</param>
internal sealed record InvoiceLag(int Invoices, int MedianDays, long Pence, long LatePence)
{
    public const int LateAfter = 30;

    /// <summary>Null where none came.</summary>
    public static InvoiceLag? Of(IEnumerable<InvoicedWork> received)
    {
        var charged = received.Where(invoice => invoice.Pence > 0).OrderBy(invoice => invoice.Days).ToList();
        return charged.Count == 0 ? null : new(
            charged.Count, charged[(charged.Count - 1) / 2].Days, charged.Sum(invoice => invoice.Pence), charged.Where(invoice => invoice.Days > LateAfter).Sum(invoice => invoice.Pence));
    }
}
