using System.Net;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Tests.Workforce.Agency;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Fostering;

/// <summary>The register of carers as a workforce lead keeps it and others read it.</summary>
public sealed class CarersPagesTests : IAsyncLifetime
{
    private const string Save = "main form[method=post] button";

    private RunningSuite _suite = null!;
    private Visitor _staff = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_staff, _reader) = (await SignIn(_suite, "demo-hr-lead"), await SignIn(_suite, "demo-panel-member"));
        await Send(_suite,
        [
            Household("H1", "2007-01-01", "2008-01-10"), Household("H2", "2008-06-01", "2009-06-30", "2010-05-31", "resigned"), Household("H3", "2009-09-01", "2010-08-20", carers: 1), Household("H4", "2010-01-01"),
            Household("H5", "2009-01-01", "2009-08-01", more: household => household.Connected = true),
        ]);
    }

    public async Task DisposeAsync()
    {
        _staff.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_bridge_is_drawn_out_with_households_and_carers_apart()
    {
        var page = await _reader.Page("/workforce/foster-carers");

        Assert.Equal("2 households foster on 20 August 2010: 1 on 31 March 2009, 2 approved since, 0 de-registered and 1 resigned.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["On 31 March 2009 1 2", "Approved (gross) +2 +3", "De-registered 0 0", "Resigned −1 −2", "On 20 August 2010 2 3"], page.QuerySelectorAll("table").First().QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(Words))));
        Assert.Contains("Family and friends of a child are counted apart: 1 household with 2 carers.", Words(page.QuerySelector("main")));
        Assert.Contains("is not a day", SpendPagesTests.Errors(await _reader.Page("/workforce/foster-carers?from=yesterday")).Single());
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/foster-carers/correction"));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/workforce/foster-carers/households"));
    }

    [Fact]
    public async Task A_correction_changes_the_stock_until_it_is_taken_back()
    {
        var form = await _staff.Page("/workforce/foster-carers/correction");
        Assert.Equal(
            ["Give the day from which the correction counts, such as 20 August 2010", "“none” is not a number of households from -1000 to 1000 other than 0: write it as 3 or -12", "Say why the register is corrected"],
            SpendPagesTests.Errors(await _staff.Send(form, Save, ("Households", "none"))));
        await _staff.Send(form, Save, ("On", "31 March 2010"), ("Households", "−1"), ("Why", "One household was never entered as ended"));
        Count(_suite);
        Assert.Equal((1, 0), Value(_suite, "FOSTER-CARERS", RunningSuite.Today));
        Assert.Equal((1, 0), Value(_suite, "FOSTER-CARERS", new(2010, 3, 31)));

        var (one, other) = (await _staff.Page("/workforce/foster-carers/correction/1"), await _staff.Page("/workforce/foster-carers/correction/1"));
        await _staff.Send(one, Save, ("On", "30 April 2010"), ("Households", "2"));
        var second = await _staff.Send(other, Save, ("Households", "-3"));
        Assert.Equal(["Counts from 30 April 2010 31 March 2010", "Households 2 -3"], second.QuerySelectorAll("table tbody tr").Select(Words));
        Count(_suite);
        Assert.Equal(((2, 0), (4, 0)), (Value(_suite, "FOSTER-CARERS", new(2010, 3, 31)), Value(_suite, "FOSTER-CARERS", RunningSuite.Today)));

        await _staff.Send(await _staff.Page("/workforce/foster-carers/correction/1"), "#remove");
        Count(_suite);
        Assert.Equal((2, 0), Value(_suite, "FOSTER-CARERS", RunningSuite.Today));
        Assert.Equal(HttpStatusCode.NotFound, await _staff.Status("/workforce/foster-carers/correction/1"));
        Assert.Equal(3, (await SpendPagesTests.Entries(_suite, "register of carers")).Count);
    }

    [Fact]
    public async Task Another_first_day_of_the_programme_counts_approvals_anew()
    {
        Assert.Equal((2, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", RunningSuite.Today, PeriodKind.Span));

        await _staff.Send(await _staff.Page("/workforce/foster-carers/settings"), Save, ("From", "1 January 2010"), ("Why", "Decision of the panel"));
        Count(_suite);

        // Nothing of the old span is left beside it.
        Assert.Equal((1, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", RunningSuite.Today, PeriodKind.Span));
        Assert.Contains("1 household was approved since 1 January 2010", Words((await _reader.Page("/workforce/foster-carers")).QuerySelector("main")));
    }

    [Fact]
    public async Task Households_are_listed_to_those_who_may_see_them_and_each_view_is_kept()
    {
        Assert.Equal(["H3", "H1"], (await _staff.Page("/workforce/foster-carers/households")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(["H4"], (await _staff.Page("/workforce/foster-carers/households?show=process")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(["H2"], (await _staff.Page("/workforce/foster-carers/households?show=left")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Contains("\"H5\"", await _staff.Text("/workforce/foster-carers/households?show=connected&handler=Csv"));
        Assert.Equal(HttpStatusCode.NotFound, await _staff.Status("/workforce/foster-carers/households?show=all"));
        Assert.Equal(["viewed foster households", "viewed foster households", "viewed foster households", "downloaded foster households"], (await SpendPagesTests.Entries(_suite, "foster households")).Select(entry => entry.Action));
    }
}
