using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Tests.Inspections.Judgements;

/// <summary>Better and worse are said within one version of a framework, and never across two.</summary>
public sealed class JudgementHistoryTests
{
    private static readonly Framework Old = Scale("old", "inadequate", "satisfactory", "good");
    private static readonly Framework New = Scale("new", "inadequate", "requires improvement", "good");

    [Fact]
    public void A_grade_is_beside_the_one_before_it_of_its_area_and_version()
    {
        var history = JudgementHistory.Of(
        [
            Report(Old, new(2009, 3, 2), ("overall", "inadequate"), ("leaders", "good")), Report(Old, new(2010, 3, 2), ("overall", "good")), Report(Old, new(2011, 3, 2), ("overall", "good"), ("leaders", "satisfactory")),
        ]);

        Assert.Equal(["As on 2 Mar 2010", "Better than on 2 Mar 2009", null], history.Select(row => row.Grades["overall"].Words(Say.ShortDate)));
        // The year between did not judge leaders.
        Assert.Equal("Worse than on 2 Mar 2009", history[0].Grades["leaders"].Words(Say.ShortDate));
        Assert.All(history, row => Assert.Null(row.Earlier));
    }

    [Fact]
    public void Two_versions_are_never_compared_however_alike_their_words_are()
    {
        var history = JudgementHistory.Of([Report(Old, new(2011, 3, 2), ("overall", "inadequate")), Report(New, new(2013, 3, 2), ("overall", "good")), Report(Old, new(2014, 3, 2), ("overall", "good"))]);

        Assert.Equal(["Better than on 2 Mar 2011", null, null], history.Select(row => row.Grades["overall"].Words(Say.ShortDate)));
        Assert.Equal(["new", "old", null], history.Select(row => row.Earlier?.Code));
    }

    [Fact]
    public void Without_an_overall_grade_the_areas_speak()
    {
        var report = Report(New, new(2013, 3, 2), ("in-care", "good"), ("leaders", "inadequate"));

        Assert.Null(report.Overall);
        Assert.Equal("In care good, leaders inadequate", report.Words);
        Assert.Equal(["overall", "in-care", "leaders"], JudgementHistory.Areas([report, Report(Old, new(2012, 1, 1), ("overall", "good"))]));
    }

    private static Framework Scale(string code, params string[] grades) => new() { Code = code, Title = code, Grades = [.. grades], GoodFrom = 2, Source = "test" };

    private static JudgedReport Report(Framework framework, DateOnly on, params (string Area, string Grade)[] grades) => new($"R{on:yyyy}", "P", "Report", framework, on, [.. grades.Select(grade => new AreaGrade(grade.Area, grade.Grade))]);
}
