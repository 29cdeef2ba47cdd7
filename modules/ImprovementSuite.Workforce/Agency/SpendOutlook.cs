using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>A month of work of the year, as far as it has been done.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Invoiced">Pence that have come in for it.</param>
/// <param name="Share">Of a month's work that is invoiced by this time; null where the lag is not known or the month still runs.</param>
/// <param name="Expected">What its work comes to when all is in; null where that cannot be said.</param>
internal sealed record WorkedMonth(DateOnly Month, long Invoiced, decimal? Share, long? Expected)
{
    /// <summary>Work that is done and not invoiced.</summary>
    public long? Accrued => Expected is { } expected ? Math.Max(0, expected - Invoiced) : null;
}

/// <summary>
/// What agency staff will have cost by the end of a year: what has been charged, what is done and not invoiced, and the months to come at what the last six
/// cost, with the cheapest and the dearest of them as its range.
/// </summary>
internal sealed class SpendOutlook
{
    /// <summary>Months that ended last, by whose cost those to come are told.</summary>
    private const int MonthsOfCost = 6;

    /// <summary>With a smaller share in, what is in says too little of the whole: then, and where nothing is in, what an average month still lacks by now is added to it.</summary>
    private const decimal LeastShare = 0.2m;

    public required FinancialYear Year { get; init; }

    /// <summary>The last day of the year that has come.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Pence that count in the year so far.</summary>
    public required long Actual { get; init; }

    public required IReadOnlyList<WorkedMonth> Months { get; init; }

    /// <summary>Months of the year that are still to be worked.</summary>
    public required decimal MonthsLeft { get; init; }

    /// <summary>What a month's work costs, at the least, on average and at the most of the last six; null where there is too little history.</summary>
    public required (long Least, long Average, long Most)? MonthlyCost { get; init; }

    /// <summary>Whether there is enough history to say more than what has been charged.</summary>
    public bool IsKnown => MonthlyCost is not null;

    public long? Accrued => IsKnown ? Months.Sum(month => month.Accrued ?? 0) : null;

    public long? Projected => At(MonthlyCost?.Average);

    public long? Lowest => At(MonthlyCost?.Least);

    public long? Highest => At(MonthlyCost?.Most);

    public long? StillToWork => MonthlyCost is { } cost ? Round(cost.Average * MonthsLeft) : null;

    private long? At(long? monthly) => monthly is { } cost ? Actual + Accrued!.Value + Round(cost * MonthsLeft) : null;

    /// <param name="actual">Pence that count in the year so far.</param>
    /// <param name="invoices">Of all months worked since the year began, and of enough before it to tell the lag.</param>
    public static SpendOutlook Of(FinancialYear year, long actual, IReadOnlyCollection<InvoicedWork> invoices, DateOnly today)
    {
        var profile = LagProfile.Of(invoices, today);
        var byMonth = invoices.GroupBy(invoice => invoice.Month).ToDictionary(month => month.Key, month => month.Sum(invoice => invoice.Pence));
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var costs = profile is null ? new List<long>() : Enumerable.Range(1, MonthsOfCost).Select(back => thisMonth.AddMonths(-back)).Select(month => Whole(month)).OfType<long>().ToList();
        (long Least, long Average, long Most)? cost = costs.Count == 0 ? null : (costs.Min(), Round(costs.Average(month => (decimal)month)), costs.Max());

        var worked = (decimal)today.Day / DateTime.DaysInMonth(today.Year, today.Month);
        return new()
        {
            Year = year,
            To = year.To < today ? year.To : today,
            Actual = actual,
            MonthlyCost = cost,
            MonthsLeft = year.Months.Count(month => month > thisMonth) + (year.Has(today) ? 1 - worked : 0),
            Months = [.. year.Months.Where(month => month <= thisMonth).Select(month => new WorkedMonth(month, Invoiced(month), month < thisMonth ? Share(month) : null, Expected(month)))],
        };

        long Invoiced(DateOnly month) => byMonth.GetValueOrDefault(month);

        decimal? Share(DateOnly month) => profile?.ShareAfter(LagProfile.Number(today) - LagProfile.Number(month));

        long? Whole(DateOnly month) => Share(month) is { } share and >= LeastShare && Invoiced(month) > 0 ? Round(Invoiced(month) / share) : null;

        long? Expected(DateOnly month) =>
            cost is not { } known ? null
            : month == thisMonth ? Math.Max(Invoiced(month), Round(known.Average * worked))
            : Whole(month) ?? Invoiced(month) + Round(known.Average * (1 - Share(month)!.Value));
    }

    /// <summary>What can be read aloud: what was spent, what is still to come in for work that is done, and where the year would end.</summary>
    public string Sentence(SpendCeiling? ceiling)
    {
        var spent = $"{Pounds.Whole(Actual)} was spent on agency staff from {Say.Range(Year.From, To)}";
        if (Projected is not { } projected)
            return $"{spent}. What is done and not invoiced yet cannot be said: that needs {LagProfile.MonthsNeeded} months of invoices.";
        var waits = Accrued > 0 ? $", and about {Pounds.Whole(Accrued.Value)} more is for work that is done and not invoiced" : "";
        if (MonthsLeft == 0)
            return $"{spent}{waits}.{Against(projected, ceiling, "The year comes to")}";
        return $"{spent}{waits}.{Against(projected, ceiling, "At the cost of the last six months the year would end at")}";
    }

    private string Against(long projected, SpendCeiling? ceiling, string begins)
    {
        var range = Lowest == Highest ? "" : $", between {Pounds.Whole(Lowest!.Value)} and {Pounds.Whole(Highest!.Value)}";
        return ceiling is null ? $" {begins} {Pounds.Whole(projected)}{range}. Nobody has said what the ceiling is." : $" {begins} {Pounds.Whole(projected)}{range}: {Gap(projected, ceiling.Pence)}.";
    }

    /// <summary>"£78,609 under the ceiling of £1,403,627".</summary>
    public static string Gap(long pence, long ceiling) => pence == ceiling
        ? $"at the ceiling of {Pounds.Whole(ceiling)}"
        : $"{Pounds.Whole(Math.Abs(pence - ceiling))} {(pence > ceiling ? "over" : "under")} the ceiling of {Pounds.Whole(ceiling)}";

    private static long Round(decimal pence) => (long)Math.Round(pence, MidpointRounding.AwayFromZero);
}
