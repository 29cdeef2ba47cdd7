using System.Text.RegularExpressions;
using ImprovementSuite.Plan.Lines;
using Xunit;

namespace ImprovementSuite.Tests.Plan;

/// <summary>The 2010 plan is told in the product's own words: each line must still carry every figure, date and body of the published cells.</summary>
public sealed partial class Plan2010FiguresTests
{
    /// <summary>Line, the numbers of its published cells, and the months that they name.</summary>
    public static readonly TheoryData<string, string, string> Published = new()
    {
        { "NI68", "1 13 20 2008/09 2009 2009/10 2010 2011 2270/3940 31 57.6 59.8 62.63 63.8 65 68 69.2 70 73.4 79.74", "March April July August October November" },
        { "NI59", "1 1767/2270 20 2008/09 2009 2009/10 2010 2011 31 59 7 71.6 71.8 73 75.2 77.8 80 80.11 80.16 85 87", "March April July August October November" },
        { "NI60", "1 20 2008/09 2009 2009/10 2010 2011 276/325 31 35 60 68 78.2 80 80.4 84 84.9 87 87.67", "March April August October November" },
        { "1.1", "100 29 3 30 45 5 52 68", "July August September October November" },
        { "1.2", "1.4.2009 10 11.12 2010 300 33.18 9.12.2009", "March August September" },
        { "1.3", "2010 5", "August September" },
        { "1.4", "2006 2009 2010 2011 213 24 519 600 8 89 976", "January February March April July" },
        { "1.5", "17 2010 9", "August September" },
        { "1.6", "2010 3 6 9", "September November" },
        { "1.7", "1 2010", "October" },
        { "1.8", "1 100 13 2010 29", "March July September October" },
        { "1.9", "2010 27", "April October" },
        { "2.1", "0 10 13 2010 2011 22 3 5 7 8", "March April October" },
        { "3.1", "", "August September October" },
        { "3.2", "2010 30", "November" },
        { "3.3", "", "August September October" },
        { "3.4", "2010 30", "November" },
        { "3.5", "2010 64 81 90", "July September November" },
        { "3.6", "10 2 2008 2009 2010 2011 22 29 63 64 69 80", "January March October November December" },
        { "4.1", "11 12 31 9 90", "June August" },
        { "4.2", "11 12 31 90", "August" },
        { "4.3", "11 31 54.9 65 79", "August" },
        { "4.4", "11 2/4", "August September" },
        { "4.5", "11 31", "August" },
        { "4.6", "11 2 31 4", "August" },
        { "5.1", "10 11.5 16 18.8 20 2009 2010 2011 37.2", "March October December" },
        { "5.2", "15 16 2009 2010 2011 26.7 33 4 8", "March October December" },
        { "5.3", "126 139 156 2009 2010 2011 22 24 30 4 7", "January March April" },
        { "5.4", "1,390,402 1,811,768 1,843,627 12 2009/10 2010 2010/11 31,537 435,922 440,000", "October" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_line_carries_every_published_figure_and_month(string reference, string numbers, string months)
    {
        var text = TextOf(reference);
        var ours = Number().Matches(text).Select(number => number.Value).ToHashSet();

        foreach (var number in numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(number.Split('/').All(ours.Contains) || ours.Contains(number), $"{number} is not in: {text}");
        foreach (var month in months.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(month, text);
    }

    [Theory]
    [InlineData("NI68", "Practice Improvement Managers|QA|SN|N")]
    [InlineData("1.2", "NFA|Practice Improvement Managers")]
    [InlineData("1.3", "SCMT|LAC")]
    [InlineData("1.4", "CAF|front desk|Rotherham")]
    [InlineData("1.5", "DLT")]
    [InlineData("1.6", "OFSTED")]
    [InlineData("1.7", "St Edmunds")]
    [InlineData("1.8", "SCPMT|QA")]
    [InlineData("1.9", "Safeguarding and Corporate Parenting Management Team|DLT|LAC")]
    [InlineData("2.1", "DCSF|National Strategies|World Class Primaries Board|SES|Improvement Panel")]
    [InlineData("3.2", "L&D|TBA")]
    [InlineData("3.5", "PDR|Yourself|Performance Plan")]
    [InlineData("3.6", "HR|CYPS|TBC|Audit Commission|Family Placement Survey")]
    [InlineData("4.1", "CAA|GO|SES|Early Years|OFSTED")]
    [InlineData("4.2", "CYP")]
    [InlineData("4.3", "PRU|OFSTED")]
    [InlineData("4.4", "LSCB|GOYH|IMR|SCR")]
    [InlineData("4.5", "NI|performance clinic")]
    [InlineData("5.4", "Duttons")]
    public void A_line_names_the_bodies_that_are_published(string reference, string bodies) =>
        Assert.All(bodies.Split('|'), body => Assert.Contains(body, TextOf(reference)));

    [Fact]
    public void All_29_lines_are_there_in_their_order() => Assert.Equal(
        ["NI68", "NI59", "NI60", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.1", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "5.1", "5.2", "5.3", "5.4"],
        Plan2010.File.Lines.Select(line => line.Ref));

    [Fact]
    public void The_leads_are_as_published() => Assert.Equal(
        ["David Light", "Deb Johnson", "Gani Martins", "John Dunn, RBT", "Julie Westwood", "Rebecca Wragg", "Sarah Whittle", "Simon Perry", "Warren Carratt"],
        Plan2010.File.Lines.SelectMany(line => line.Leads).Select(lead => lead.ToString()).Distinct().Order());

    [Fact]
    public void Nineteen_achievements_carry_their_figures()
    {
        Assert.Equal(19, Plan2010.File.Achievements.Count);
        Assert.All(
            "87.5% 23.9% 67% 4.8% 4% 100% 96.5% 97.1% 97% 2% 86% 25% 97.5% 35% 34% 72% 11,221 13th 15th 20".Split(' '),
            figure => Assert.Contains(Plan2010.File.Achievements, achievement => achievement.Contains(figure)));
    }

    private static string TextOf(string reference)
    {
        var line = Plan2010.File.Lines.Single(l => l.Ref == reference);
        return string.Join(' ', line.Name, line.Objective, line.Action, line.BaselineText, line.TargetText, line.TargetDateText, line.Commentary);
    }

    [GeneratedRegex(@"\d+(?:[.,/]\d+)*")]
    private static partial Regex Number();
}
