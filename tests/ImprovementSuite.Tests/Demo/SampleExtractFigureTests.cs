namespace ImprovementSuite.Tests.Demo;

/// <summary>The published figures, recounted from the written files.</summary>
public sealed class SampleExtractFigureTests(WrittenExtract extract) : IClassFixture<WrittenExtract>
{
    [Fact]
    public void The_figures_of_2008_09_come_out()
    {
        Assert.Equal((2270, 3940), extract.Ni68("2008-04-01", "2009-03-31"));
        Assert.Equal((1767, 2270), extract.Ni59("2008-04-01", "2009-03-31"));
        Assert.Equal((276, 325), extract.Ni60("2008-04-01", "2009-03-31"));
    }

    [Fact]
    public void The_position_at_the_end_of_November_2009_comes_out()
    {
        Assert.Equal(59.8, Percent(extract.Ni68("2009-04-01", "2009-11-30"), 1));
        Assert.Equal(73, Percent(extract.Ni59("2009-04-01", "2009-11-30"), 0));
        Assert.Equal(68, Percent(extract.Ni60("2009-04-01", "2009-11-30"), 0));
    }

    [Fact]
    public void The_figures_of_2009_10_come_out()
    {
        Assert.Equal(73.4, Percent(extract.Ni68("2009-04-01", "2010-03-31"), 1));
        Assert.Equal(75.2, Percent(extract.Ni59("2009-04-01", "2010-03-31"), 1));
        Assert.Equal(80, Percent(extract.Ni60("2009-04-01", "2010-03-31"), 0));
    }

    [Fact]
    public void What_the_panel_of_13_July_2010_was_told_comes_out()
    {
        Assert.Equal((756, 1207), extract.Ni68("2010-04-01", "2010-07-13"));
        Assert.Equal((606, 756), extract.Ni59("2010-04-01", "2010-07-13"));
        Assert.Equal(62.63, Percent((756, 1207), 2));
        Assert.Equal(80.16, Percent((606, 756), 2));
    }

    [Fact]
    public void The_position_on_20_August_2010_comes_out()
    {
        Assert.Equal((1232, 1545), extract.Ni68("2010-04-01", "2010-08-20"));
        Assert.Equal((987, 1232), extract.Ni59("2010-04-01", "2010-08-20"));
        Assert.Equal((128, 146), extract.Ni60("2010-04-01", "2010-08-20"));
        Assert.Equal((79.74, 80.11, 87.67), (Percent((1232, 1545), 2), Percent((987, 1232), 2), Percent((128, 146), 2)));
    }

    [Theory]
    [InlineData("2009-04", 148, 198)]
    [InlineData("2009-05", 139, 193)]
    [InlineData("2009-06", 151, 205)]
    [InlineData("2009-07", 150, 208)]
    [InlineData("2009-08", 127, 176)]
    [InlineData("2009-09", 146, 199)]
    [InlineData("2009-10", 150, 206)]
    [InlineData("2009-11", 147, 201)]
    [InlineData("2009-12", 131, 171)]
    [InlineData("2010-01", 150, 194)]
    [InlineData("2010-02", 158, 200)]
    [InlineData("2010-03", 217, 261)]
    [InlineData("2010-04", 178, 224)]
    [InlineData("2010-05", 181, 229)]
    [InlineData("2010-06", 176, 214)]
    [InlineData("2010-07", 261, 324)]
    [InlineData("2010-08", 191, 241)]
    public void Each_month_of_NI_59_comes_out(string month, int inTime, int finished) =>
        Assert.Equal((inTime, finished), extract.Ni59($"{month}-01", $"{month}-31"));

    [Theory]
    [InlineData("North 1", 108, 121)]
    [InlineData("North 2", 96, 114)]
    [InlineData("North 3", 88, 106)]
    [InlineData("Central 1", 117, 138)]
    [InlineData("Central 2", 88, 129)]
    [InlineData("Central 3", 104, 135)]
    [InlineData("South 1", 90, 104)]
    [InlineData("South 2", 78, 98)]
    [InlineData("South 3", 85, 103)]
    [InlineData("West 1", 55, 71)]
    [InlineData("West 2", 42, 62)]
    [InlineData("West 3", 36, 51)]
    public void Each_team_of_2010_11_comes_out(string team, int inTime, int finished) =>
        Assert.Equal((inTime, finished), extract.Ni59("2010-04-01", "2010-08-20", team));

    [Fact]
    public void Contacts_and_referrals_without_further_action_come_out()
    {
        Assert.Equal(33.18, WithoutFurtherAction(extract.Contacts));
        Assert.Equal(11.12, WithoutFurtherAction(extract.Referrals));

        static double WithoutFurtherAction(List<Dictionary<string, string>> records)
        {
            var received = records.Where(one => WrittenExtract.In(one["received_on"], "2009-04-01", "2009-12-09")).ToList();
            return Percent((received.Count(one => one["outcome"] == "nfa"), received.Count), 2);
        }
    }

    [Fact]
    public void Open_work_on_the_last_day_is_as_much_as_it_should_be()
    {
        var open = extract.Initial.Where(one => one["completed_on"] == "").ToList();
        var used = open.ConvertAll(one => WrittenExtract.WorkingDays(extract.ReferralById[one["referral_id"]]["received_on"], WrittenExtract.LastDay));

        Assert.Equal(95, open.Count);
        Assert.Equal(13, used.Count(days => days > 7));
        Assert.Equal([8, 10, 9, 14, 12, 11, 11, 7], Enumerable.Range(0, 8).Select(days => used.Count(one => one == days)));
        Assert.Equal(18, open.Count(one => one["team"] == "Central 2"));
        Assert.Equal("L. Brandt|C. Okafor|C. Okafor|L. Brandt|", string.Join('|', open.Zip(used)
            .Where(one => one.First["team"] == "Central 2" && one.Second > 7)
            .OrderByDescending(one => one.Second)
            .Select(one => one.First["worker"])));
        var openCore = extract.Core.Where(one => one["completed_on"] == "").ToList();
        Assert.Equal(41, openCore.Count);
        Assert.Equal(3, openCore.Count(one => WrittenExtract.WorkingDays(one["started_on"], WrittenExtract.LastDay) > 35));
    }

    private static double Percent((int Part, int Whole) counts, int places) =>
        Math.Round(100.0 * counts.Part / counts.Whole, places, MidpointRounding.AwayFromZero);
}
