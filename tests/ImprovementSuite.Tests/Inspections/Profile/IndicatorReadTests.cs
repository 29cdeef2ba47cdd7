using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Profile;

/// <summary>National indicators go from the plan to Block C by the courier.</summary>
public sealed class IndicatorReadTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Block_c_counts_indicators_that_are_as_good_as_every_figure_beside_them()
    {
        await Tell(
            Read("NI59", 80.11m, 71.6m, 71.8m, revision: 1), Read("NI60", 70m, 70.1m, 60m, revision: 1), Read("NI65", 12m, 13m, 11m, revision: 1, polarity: Polarity.LowIsGood),
            Read("NI68", 50m, 60m, null, revision: 1, polarity: Polarity.MidRangeIsGood), Read("NI111", null, 5m, 5m, revision: 1));

        // NI59 is better than both, NI60 in line and better, NI65 better than neighbours and worse than England; the last two cannot be compared.
        Assert.Equal((2, 3), Value(_suite, "BLOCK-C", RunningSuite.Today));
        using var reader = await SignIn(_suite, "demo-panel-member");
        var page = await reader.Page("/inspections/profile");
        Assert.Equal(
            [
                "NI59: Title of NI59 80.11% (counts not published), 20 Aug 2010 Higher 71.6 Better 71.8 Better", "NI60: Title of NI60 70% (counts not published), 20 Aug 2010 Higher 70.1 In line 60 Better",
                "NI65: Title of NI65 12% (counts not published), 20 Aug 2010 Lower 13 Better 11 Worse", "NI68: Title of NI68 50% (counts not published), 20 Aug 2010 Neither 60 Not compared: neither higher nor lower is better Not known Nothing to compare with",
                "NI111: Title of NI111 No reading Higher 5 No reading to compare 5 No reading to compare",
            ],
            page.QuerySelectorAll("#indicators tbody tr").Select(Words));
        Assert.Contains("2 of 3 compared national indicators are in line with the figures of others, or better; 2 cannot be compared.", page.Body!.TextContent);
    }

    [Fact]
    public async Task The_higher_revision_wins_and_the_same_message_again_changes_nothing()
    {
        await Tell(Read("NI59", 80m, 70m, 70m, revision: 5));
        await Tell(Read("NI59", 60m, 70m, 70m, revision: 4), Read("NI59", 60m, 70m, 70m, revision: 5));
        Assert.Equal((1, 1), Value(_suite, "BLOCK-C", RunningSuite.Today));
        Assert.Equal(1, await Changes());

        await Tell(Read("NI59", 60m, 70m, 70m, revision: 6));
        Assert.Equal((0, 1), Value(_suite, "BLOCK-C", RunningSuite.Today));
        // A reading that is otherwise worse moves no count.
        await Tell(Read("NI59", 59m, 70m, 70m, revision: 7));
        Assert.Equal(2, await Changes());

        await Tell(new IndicatorRead("NI59", "", true, default, default, null, null, null, null, 8, Removed: true));
        Assert.Equal((0, 0), Value(_suite, "BLOCK-C", RunningSuite.Today));
    }

    [Fact]
    public async Task A_measure_that_is_no_national_indicator_is_not_kept()
    {
        await Tell(Read("VACANCIES", 10m, 20m, 20m, revision: 1) with { IsNational = false });

        Assert.Equal(0, await Edit(_suite, db => db.Set<Indicator>().CountAsync()));
    }

    [Fact]
    public void What_is_better_one_way_is_worse_the_other_way_and_a_tenth_of_a_point_is_in_line() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((own, other) =>
        {
            Compared With(Polarity polarity) => new Indicator { Measure = "NI1", Polarity = polarity, Value = own / 10m, Neighbours = other / 10m, IsInPlan = true }.WithNeighbours;
            var (high, low) = (With(Polarity.HighIsGood), With(Polarity.LowIsGood));
            Assert.Equal(Math.Abs(own - other) <= 1 ? Compared.InLine : own > other ? Compared.Better : Compared.Worse, high);
            Assert.Equal(high switch { Compared.Better => Compared.Worse, Compared.Worse => Compared.Better, _ => high }, low);
        });

    private Task<int> Changes() => Edit(_suite, db => db.Set<IndicatorChange>().CountAsync());

    private async Task Tell(params IndicatorRead[] messages)
    {
        var plan = _suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>();
        foreach (var message in messages)
        {
            plan.Write(connection => OutgoingMessage.Write(connection, message, DateTime.UnixEpoch));
            await _suite.Quiet();
        }
    }

    private static IndicatorRead Read(string code, decimal? value, decimal? neighbours, decimal? national, long revision, Polarity polarity = Polarity.HighIsGood) => new(
        code, $"Title of {code}", true, Unit.Percent, polarity, value is { } known ? Figure.AsStated(known) : null, value is null ? null : RunningSuite.Today, neighbours, national, revision);
}
