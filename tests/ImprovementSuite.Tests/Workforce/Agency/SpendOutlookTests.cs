using CsCheck;
using ImprovementSuite.Workforce.Agency;

namespace ImprovementSuite.Tests.Workforce.Agency;

/// <summary>The lag of invoices, work that is done and not invoiced, and where a year would end: counted by hand on 20 August 2010.</summary>
public sealed class SpendOutlookTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    private static readonly FinancialYear Year = new(2010);

    [Fact]
    public void Half_a_month_that_comes_a_month_later_is_still_to_come()
    {
        // Each month from August 2009 costs 1,000: 600 within the month after, the rest within the second.
        var invoices = Steady(new(2009, 8, 1), new(2010, 7, 1), (10, 600_00), (40, 400_00));
        var profile = LagProfile.Of(invoices, Today)!;

        Assert.Equal((0m, 0.6m, 1m, 1m), (profile.ShareAfter(0), profile.ShareAfter(1), profile.ShareAfter(2), profile.ShareAfter(12)));
        var outlook = SpendOutlook.Of(Year, 3_600_00, invoices, Today);
        // April to June are in; July waits for 400, and 20 of August's 31 days for all.
        Assert.Equal([0, 0, 0, 400_00, 645_16], outlook.Months.Select(month => month.Accrued!.Value));
        Assert.Equal((1_045_16, 1_000_00), (outlook.Accrued, outlook.MonthlyCost!.Value.Average));
        Assert.Equal(3_600_00 + 1_045_16 + 354_84 + 7_000_00, outlook.Projected);
        Assert.Equal(outlook.Projected, outlook.Lowest);
    }

    [Fact]
    public void A_month_of_which_nothing_is_in_lacks_what_an_average_month_lacks()
    {
        // As above, but nothing has come for July, of which 600 would be in: it costs what is missing of the share, and not nothing.
        var outlook = SpendOutlook.Of(Year, 3_000_00, Steady(new(2009, 8, 1), new(2010, 6, 1), (10, 600_00), (40, 400_00)), Today);

        Assert.Equal([0, 0, 0, 400_00, 645_16], outlook.Months.Select(month => month.Accrued!.Value));
    }

    [Fact]
    public void Months_that_are_not_all_in_do_not_pass_for_whole_ones()
    {
        // A fifth of the money comes in each of five months: after two months two fifths are in, however many young months there are.
        var invoices = Steady(new(2009, 4, 1), new(2010, 7, 1), (5, 200_00), (35, 200_00), (65, 200_00), (95, 200_00), (125, 200_00));
        var profile = LagProfile.Of(invoices, Today)!;

        Assert.Equal([0.2m, 0.4m, 0.6m, 0.8m, 1m], Enumerable.Range(1, 5).Select(months => Math.Round(profile.ShareAfter(months), 3)));
    }

    [Fact]
    public void A_range_is_of_the_cheapest_and_the_dearest_month()
    {
        var invoices = Steady(new(2009, 8, 1), new(2010, 7, 1), (10, 1_000_00)).Append(new(new(2010, 5, 31), new(2010, 6, 10), 500_00)).Append(new(new(2010, 6, 30), new(2010, 7, 10), -300_00)).ToList();

        var outlook = SpendOutlook.Of(Year, 4_200_00, invoices, Today);

        Assert.Equal((700_00, 1_033_33, 1_500_00), outlook.MonthlyCost);
        Assert.True(outlook.Lowest < outlook.Projected && outlook.Projected < outlook.Highest);
        Assert.Equal((long)Math.Round((1_500_00 - 700_00) * outlook.MonthsLeft), outlook.Highest - outlook.Lowest);
    }

    [Fact]
    public void Too_little_history_is_said_instead_of_a_number()
    {
        var invoices = Steady(new(2010, 3, 1), new(2010, 7, 1), (10, 1_000_00));

        Assert.Null(LagProfile.Of(invoices, Today));
        Assert.Null(LagProfile.Of([], Today));
        var outlook = SpendOutlook.Of(Year, 4_000_00, invoices, Today);
        Assert.Equal((null, null, null), (outlook.Accrued, outlook.Projected, outlook.Highest));
        Assert.Equal("£4,000 was spent on agency staff from 1 April to 20 August 2010. What is done and not invoiced yet cannot be said: that needs 6 months of invoices.", outlook.Sentence(null));
    }

    [Fact]
    public void The_sentence_holds_the_year_against_its_ceiling()
    {
        var outlook = SpendOutlook.Of(Year, 3_600_00, Steady(new(2009, 8, 1), new(2010, 7, 1), (10, 600_00), (40, 400_00)), Today);
        var ceiling = new SpendCeiling { Year = 2010 };
        ceiling.Set(11_000_00, "12,000 less 1,000", Year.From);

        Assert.Equal(
            "£3,600 was spent on agency staff from 1 April to 20 August 2010, and about £1,045 more is for work that is done and not invoiced. At the cost of the last six months the year would end at £12,000: £1,000 over the ceiling of £11,000.",
            outlook.Sentence(ceiling));
        Assert.EndsWith("the year would end at £12,000. Nobody has said what the ceiling is.", outlook.Sentence(null));
    }

    [Fact]
    public void A_year_that_has_ended_has_nothing_to_come_but_invoices()
    {
        var outlook = SpendOutlook.Of(new(2009), 8_000_00, Steady(new(2009, 8, 1), new(2010, 7, 1), (10, 600_00), (40, 400_00)), Today);

        Assert.Equal((0m, 12, 8_000_00L), (outlook.MonthsLeft, outlook.Months.Count, outlook.Projected!.Value));
        Assert.Equal("£8,000 was spent on agency staff from 1 April 2009 to 31 March 2010. The year comes to £8,000. Nobody has said what the ceiling is.", outlook.Sentence(null));
    }

    [Fact]
    public void Nothing_invoiced_is_taken_off_and_shares_grow_with_time() => Gen.Select(
            Gen.Int[0, 600], Gen.Int[0, 120], Gen.Long[-5_000_00, 50_000_00]).List[0, 200]
        .Sample(rows =>
        {
            var invoices = rows.Select(row => (Worked: Today.AddDays(-row.Item1), Row: row)).Select(row => new InvoicedWork(row.Worked, row.Worked.AddDays(Math.Min(row.Row.Item2, row.Row.Item1)), row.Row.Item3)).ToList();
            if (LagProfile.Of(invoices, Today) is { } profile)
                Assert.Equal(Enumerable.Range(0, 13).Select(profile.ShareAfter).Order(), Enumerable.Range(0, 13).Select(profile.ShareAfter));
            var outlook = SpendOutlook.Of(Year, 0, invoices, Today);
            Assert.All(outlook.Months, month => Assert.True(month.Accrued is null or >= 0));
            Assert.True(outlook.Projected is null || (outlook.Lowest <= outlook.Projected && outlook.Projected <= outlook.Highest));
        });

    [Fact]
    public void Lateness_is_told_by_the_invoice_in_the_middle_and_by_money()
    {
        DateOnly worked = new(2010, 5, 31);
        var lag = InvoiceLag.Of([new(worked, worked.AddDays(3), 100_00), new(worked, worked.AddDays(30), 100_00), new(worked, worked.AddDays(31), 40_00), new(worked, worked.AddDays(90), -5_00)])!;

        Assert.Equal((3, 30, 240_00L, 40_00L), (lag.Invoices, lag.MedianDays, lag.Pence, lag.LatePence));
        Assert.Null(InvoiceLag.Of([]));
    }

    [Theory]
    [InlineData("1,403,627", 1_403_627_00)]
    [InlineData(" £38.50 ", 38_50)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("1.005", null)]
    [InlineData("much", null)]
    public void Pounds_are_read_as_people_write_them(string typed, int? pence) => Assert.Equal(pence, (int?)Pounds.Read(typed));

    /// <summary>For each month the same invoices, so many days after its last day, as far as they have come.</summary>
    private static List<InvoicedWork> Steady(DateOnly from, DateOnly to, params (int Days, long Pence)[] invoices)
    {
        var rows = new List<InvoicedWork>();
        for (var month = from; month <= to; month = month.AddMonths(1))
            rows.AddRange(invoices.Select(invoice => new InvoicedWork(month.AddMonths(1).AddDays(-1), month.AddMonths(1).AddDays(-1 + invoice.Days), invoice.Pence)).Where(row => row.ReceivedOn <= Today));
        return rows;
    }
}
