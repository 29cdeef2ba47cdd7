using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Authorities;

/// <summary>The real overview of 153 authorities, whose grades were counted apart from the suite.</summary>
public sealed class OverviewTests : IAsyncLifetime
{
    private static readonly string Overview = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Inspections", "Authorities", "TestData", "ilacs_overview.csv"));

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-inspection-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_council_stands_beside_its_neighbours_overall_and_in_each_area()
    {
        var look = await Upload(Overview);
        Assert.Equal("The file has 153 authorities: 153 are new, 0 changed, 0 go and 0 stay as they are. No row is wrong.", Words(look.QuerySelector(".suite-sentence")));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM overview_authority")));
        await Take(look);
        await Own("372");

        var page = await _lead.Page("/inspections/authorities");

        Assert.Equal("Rotherham is better than 7, the same as 3 and worse than 0 of 10 statistical neighbours overall.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Overall Outstanding 7 3 0 10", "Leaders Outstanding 7 3 0 10", "Help and protection Outstanding 9 1 0 10", "In care Outstanding 6 4 0 10", "Care leavers Good 3 4 2 9"], page.QuerySelectorAll("#areas tbody tr").Select(Words));
        Assert.Equal(["Barnsley", "Tameside", "Doncaster", "Wakefield", "Telford & Wrekin", "Dudley", "Redcar and Cleveland", "Sunderland", "Gateshead", "Durham"], page.QuerySelectorAll("#neighbours tbody th").Select(Words));
        Assert.Contains("\"Rotherham\",372,\"ilacs-2018\",\"2025-11-07\",\"outstanding\"", await _lead.Text("/inspections/authorities?handler=Csv"));
        Assert.Equal(2, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM change_log WHERE Subject = 'Overview of authorities'")));
    }

    [Fact]
    public async Task Neighbours_under_another_version_are_said_apart_and_not_compared()
    {
        await Take(await Upload(Overview));
        // Brent was inspected after March 2026, under the version without an overall grade.
        await Own("304");

        var page = await _lead.Page("/inspections/authorities");

        Assert.Equal("Brent has no statistical neighbour that was judged by the same framework, so there is none to compare with.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(10, page.QuerySelectorAll("#others tbody tr").Length);
        Assert.DoesNotContain("Overall", page.QuerySelectorAll("#areas tbody th").Select(Words));
        Assert.All(page.QuerySelectorAll("#areas td[data-label='Neighbours compared']"), cell => Assert.Equal("0", Words(cell)));
    }

    [Fact]
    public async Task A_row_that_is_wrong_is_named_and_loses_nothing_else()
    {
        await Take(await Upload(Overview));
        var (splendid, badDay) = (Of("barnsley").Replace(",good,short,", ",splendid,short,"), Of("bedford").Replace("18/07/2025", "31/02/2025"));
        var changed = Of("birmingham").Replace("birmingham,good,", "birmingham,outstanding,");
        var file = Overview.Replace(Of("barnsley"), splendid).Replace(Of("bedford"), badDay).Replace(Of("birmingham"), changed).Replace(Of("york") + "\n", "");

        var look = await Upload(file);

        Assert.Equal("The file has 150 authorities: 0 are new, 1 changed, 1 goes and 149 stay as they are. 2 rows are wrong and left out.", Words(look.QuerySelector(".suite-sentence")));
        Assert.Equal(
            [
                "2 Barnsley overall_effectiveness_grade is “splendid”, which Inspection of local authority children's services (ILACS), 2018 to March 2026 does not have: give one of inadequate, requires improvement, good, outstanding",
                "4 Bedford inspection_end_date is “31/02/2025”, which is no day of the calendar: write it as 31/01/2025",
            ],
            look.QuerySelectorAll("#faults tbody tr").Select(Words));
        Assert.Contains("What is here of Barnsley and Bedford stays as it is.", look.Body!.TextContent);
        Assert.Equal(["Birmingham Overall: outstanding, was good"], look.QuerySelectorAll("#changed tbody tr").Select(Words));
        await Take(look);
        Assert.Equal(
            ["330 outstanding", "370 good", "822 requires improvement"],
            Read(_suite, connection => connection.Query("SELECT Code || ' ' || Overall FROM overview_authority WHERE Code IN ('330', '370', '822', '816') ORDER BY Code", row => row.GetString(0))));
    }

    [Theory]
    [InlineData("name,grade\nbarnsley,good", "The first line does not name la_code, local_authority")]
    [InlineData("", "The first line does not name la_code")]
    [InlineData("HEAD", "The file has its headings and no authority under them")]
    public async Task Another_file_is_refused_in_a_sentence(string content, string sentence)
    {
        var page = await Upload(content == "HEAD" ? Overview[..Overview.IndexOf('\n')] : content.Length == 0 ? " " : content);

        Assert.Contains(sentence, Words(page.QuerySelector("#file-error")));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM overview_file")));
    }

    [Fact]
    public async Task Somebody_who_was_shown_other_changes_looks_again_and_a_file_is_decided_once()
    {
        var (one, other) = (await Upload(Overview), await Upload(Overview.Replace(Of("york") + "\n", "")));
        await Take(one);

        var again = await _lead.Send(other, "main form button");
        Assert.Contains("Another file has been taken since you were shown what this one changes", Words(again.QuerySelector(".govuk-error-summary")));
        Assert.Contains("1 goes and 152 stay as they are", Words(again.QuerySelector(".suite-sentence")));

        await _lead.Send(again, "button[formaction*=Drop]");
        Assert.Contains("Somebody else has decided about this file meanwhile", (await _lead.Send(again, "main form button")).Body!.TextContent);
        Assert.Equal(153, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM overview_authority")));
    }

    [Fact]
    public async Task The_council_is_one_of_the_overview_and_readers_bring_in_none()
    {
        await Take(await Upload(Overview));
        Assert.Contains("The overview of authorities has no code 999", Words((await Own("999")).QuerySelector(".govuk-error-summary")));

        using var reader = await SignIn(_suite, "demo-panel-member");
        var page = await reader.Page("/inspections/authorities");
        Assert.Equal("153 authorities are here. Nobody has said yet which of them is the council.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Null(page.QuerySelector("input[type=file]"));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/inspections/authorities/files/1"));
    }

    private static string Of(string authority) => Overview.Split('\n').Single(line => line.Contains($",{authority},", StringComparison.Ordinal)).TrimEnd('\r');

    private async Task<IHtmlDocument> Upload(string content) => await _lead.Upload(await _lead.Page("/inspections/authorities"), "file", "overview.csv", Encoding.UTF8.GetBytes(content));

    private Task<IHtmlDocument> Take(IHtmlDocument look) => _lead.Send(look, "main form button");

    private async Task<IHtmlDocument> Own(string code) => await _lead.Send(await _lead.Page("/inspections/settings"), "main form button", ("AuthorityCode", code), ("Why", "The council"));
}
