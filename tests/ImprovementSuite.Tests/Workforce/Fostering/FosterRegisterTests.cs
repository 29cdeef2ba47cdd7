using CsCheck;
using ImprovementSuite.Workforce.Fostering;

namespace ImprovementSuite.Tests.Workforce.Fostering;

/// <summary>The stock of carers on any day, and the bridge from one day to another.</summary>
public sealed class FosterRegisterTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    [Fact]
    public void A_household_counts_from_its_approval_to_the_end_of_its_last_day()
    {
        var register = new FosterRegister([Household(new(2009, 6, 30), new(2010, 5, 31), FosterEnd.Resigned, carers: 1), Household(new(2010, 8, 20))], [Correction(new(2010, 6, 15), -1)]);

        Assert.Equal([0, 1, 1, 0, -1, 0], new DateOnly[] { new(2009, 6, 29), new(2009, 6, 30), new(2010, 5, 31), new(2010, 6, 1), new(2010, 6, 15), Today }.Select(day => register.StockOn(day).Households));
        Assert.Equal((1, 2), (register.StockOn(new(2010, 5, 31)).Carers, register.StockOn(Today).Carers));
        // Who ends on the last day of a bridge is still in its stock.
        Assert.Equal((0, 1), (register.Bridge(new(2010, 4, 30), new(2010, 5, 31)).Resigned.Households, register.Bridge(new(2010, 5, 31), new(2010, 6, 1)).Resigned.Households));
    }

    [Fact]
    public void Family_and_friends_stand_apart_and_those_on_the_way_by_their_furthest_stage()
    {
        var register = new FosterRegister(
            [
                Household(new(2009, 6, 30), connected: true), Household(null, visited: new(2010, 7, 1)), Household(null), Household(null, new(2010, 8, 1), FosterEnd.Withdrew),
                Household(null, visited: new(2010, 8, 21)),
            ], []);

        Assert.Equal((0, 1), (register.StockOn(Today).Households, register.ConnectedOn(Today).Households));
        Assert.Equal([2, 1, 0, 0], FosterRegister.Stages.SkipLast(1).Select(stage => register.InProcess(Today)[stage].Count()));
        Assert.Equal(4, register.InProcess(new(2010, 7, 31)).Sum(stage => stage.Count()));
    }

    [Fact]
    public void Years_show_gross_and_net_apart()
    {
        var register = new FosterRegister([Household(new(2008, 1, 1)), Household(new(2009, 5, 1), new(2010, 5, 1), FosterEnd.DeRegistered), Household(new(2010, 5, 2))], [Correction(new(2010, 3, 31), 3)]);

        Assert.Equal(
            [(2010, 1, 1, 0, 0, 5), (2009, 1, 0, 1, 3, 5)],
            register.Years(new(2009), Today).Select(year => (year.Year.First, year.Approved, year.DeRegistered, year.Net, year.Corrected, year.Stock)));
    }

    [Fact]
    public void Every_bridge_holds() => Gen.Select(Gen.Int[0, 900], Gen.Int[0, 900], Gen.Int[0, 2], Gen.Int[1, 4]).List[0, 40].Select(Gen.Select(Gen.Int[0, 900], Gen.Int[-5, 5]).List[0, 5], Gen.Int[0, 900], Gen.Int[0, 900])
        .Sample((households, corrections, one, other) =>
        {
            var register = new FosterRegister(
                [.. households.Select(row => Household(Day(Math.Min(row.Item1, row.Item2)), row.Item3 == 0 ? null : Day(Math.Max(row.Item1, row.Item2)), row.Item3 == 0 ? FosterEnd.None : row.Item3 == 1 ? FosterEnd.DeRegistered : FosterEnd.Resigned, row.Item4))],
                [.. corrections.Select(row => Correction(Day(row.Item1), row.Item2))]);

            var bridge = register.Bridge(Day(Math.Min(one, other)), Day(Math.Max(one, other)));

            Assert.True(bridge.Holds);
            Assert.Equal(bridge.Now.Carers, bridge.Then.Carers + bridge.Approved.Carers - bridge.DeRegistered.Carers - bridge.Resigned.Carers);
        });

    private static DateOnly Day(int i) => new DateOnly(2008, 4, 1).AddDays(i);

    private static FosterHousehold Household(DateOnly? approved, DateOnly? ended = null, FosterEnd how = FosterEnd.None, int carers = 2, bool connected = false, DateOnly? visited = null) => new()
    {
        RecordId = "H", Household = "H", Carers = carers, Connected = connected, EnquiredOn = new(2007, 1, 1), VisitedOn = visited, ApprovedOn = approved, EndedOn = ended, Ended = how,
    };

    private static FosterCorrection Correction(DateOnly on, int households) => new() { On = on, Households = households, Why = "Why" };
}
