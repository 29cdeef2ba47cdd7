using System.Net;
using System.Text;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.Publication;

/// <summary>A measure by team and month, and the two files that leave the suite with it.</summary>
public sealed class MeasureByTeamPages : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Send([
            .. Finished("North 1", july: (20, 8), august: (12, 2)),
            .. Finished("North 2", july: (30, 9), august: (25, 11)),
            .. Finished("Central 2", july: (18, 7), august: (16, 6)),
            .. Finished("Central 3", july: (0, 0), august: (22, 5)),
        ]);
        _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task The_page_shows_every_number_by_locality_team_and_month()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/social-care/measure-table/ni60");

        Assert.Equal("1 April to 20 August 2010: 143 of 191 core assessments were finished in time.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Place", "April 2010", "May 2010", "June 2010", "July 2010", "August 2010", "All months"], page.QuerySelectorAll("thead th").Select(Words));
        Assert.Equal(
            [
                "The whole authority 0 0 0 68 of 92 73.9% 75 of 99 75.8% 143 of 191 74.9%",
                "Central 0 0 0 18 of 25 72.0% 38 of 49 77.6% 56 of 74 75.7%",
                "Central 2 0 0 0 18 of 25 72.0% 16 of 22 72.7% 34 of 47 72.3%",
                "Central 3 0 0 0 0 22 of 27 81.5% 22 of 27 81.5%",
                "North 0 0 0 50 of 67 74.6% 37 of 50 74.0% 87 of 117 74.4%",
                "North 1 0 0 0 20 of 28 71.4% 12 of 14 85.7% 32 of 42 76.2%",
                "North 2 0 0 0 30 of 39 76.9% 25 of 36 69.4% 55 of 75 73.3%",
            ], page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/social-care/measure-table/NI99"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/social-care/measure-table/NI60?year=1900"));
    }

    [Fact]
    public async Task The_panels_file_has_small_numbers_and_every_line_is_marked()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        var (name, lines) = await Download(visitor, "For the panel (confidential, shows small numbers)");

        Assert.Equal("NI60-by-team-2010-panel-confidential.csv", name);
        Assert.All(lines, line => Assert.StartsWith("\"Panel: confidential\",", line));
        Assert.Contains("\"Panel: confidential\",\"NI60\",\"North\",\"North 1\",\"2010-08-01\",\"2010-08-31\",\"12\",\"14\",\"85.7\"", lines);
        Assert.Equal(1 + 7 * 6, lines.Count);
    }

    [Fact]
    public async Task The_published_file_gives_no_small_number_away_and_names_its_rule()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        var (name, lines) = await Download(visitor, "For publication");

        Assert.Equal("NI60-by-team-2010-for-publication.csv", name);
        Assert.DoesNotContain(lines, line => line.Contains("confidential"));
        Assert.Equal($"\"{SmallNumbers.Rule}\"", lines[^1]);
        // Two of North 1's fourteen were late in August: how many were in time is not said, nor what would say it.
        Assert.Equal(
            [
                "North 1 2010-07-01 c 28 c", "North 1 2010-08-01 c 14 c", "North 1 2010-04-01 32 42 76.2",
                "North 2 2010-07-01 c 39 c", "North 2 2010-08-01 c 36 c", "North 2 2010-04-01 55 75 73.3",
            ],
            lines.Select(line => line.Trim('"').Split("\",\"")).Where(cells => cells.Length == 8 && cells[2].StartsWith("North") && (cells[3].CompareTo("2010-06-30") > 0 || cells[4] == "2010-08-20"))
                .Select(cells => string.Join(' ', cells[2], cells[3], cells[5], cells[6], cells[7])));
        Assert.Equal(4, lines.Count(line => line.Contains(",\"c\",")));
        Assert.Contains("\"NI60\",\"All\",\"All\",\"2010-04-01\",\"2010-08-20\",\"143\",\"191\",\"74.9\"", lines);
    }

    [Fact]
    public async Task Every_measure_has_its_table_and_both_files()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        foreach (var measure in _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Read(SocialCareCounting.Read).Measures.OfType<CaseMeasure>().Select(m => m.Definition.Code))
            foreach (var form in new[] { "", "?handler=Panel", "?handler=Publication" })
                Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/social-care/measure-table/{measure}{form}"));
    }

    [Fact]
    public async Task Who_took_which_form_is_kept()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        await Download(visitor, "For publication");

        using var scope = _suite.Services.CreateScope();
        var kept = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).LastAsync();
        Assert.Equal(("demo-analyst", "downloaded figures for publication", "NI60 by team, 1 April to 20 August 2010"), (kept.ActorId, kept.Action, kept.Subject));
    }

    private static async Task<(string Name, List<string> Lines)> Download(Visitor visitor, string link)
    {
        var page = await visitor.Page("/social-care/measure-table/NI60");
        var (file, name, type) = await visitor.Download(page.QuerySelectorAll("a").First(a => Words(a) == link).GetAttribute("href")!);
        Assert.Equal("text/csv", type);
        return (name.Trim('"'), [.. Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>Core assessments of a team that were finished in time and late.</summary>
    private static IEnumerable<CaseRecord> Finished(string team, (int InTime, int Late) july, (int InTime, int Late) august) =>
        new[] { (july.InTime, "2010-07-01", "2010-07-14"), (july.Late, "2010-03-01", "2010-07-14"), (august.InTime, "2010-08-02", "2010-08-16"), (august.Late, "2010-03-01", "2010-08-16") }
            .SelectMany((span, i) => Enumerable.Range(1, span.Item1).Select(n => Cases.Core($"{team}/{i}/{n}", span.Item2, span.Item3, team)));

    private async Task Send(IEnumerable<CaseRecord> records) => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, records), await _suite.Key());
}
