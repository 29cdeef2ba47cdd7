using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Importing;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Importing;

/// <summary>A file that was taken is taken back, and everything stands as it did before it.</summary>
public sealed class UndoImportTests : IAsyncLifetime
{
    private const string Posts = "Post number,Role,Team,Locality,Full time,Contract,First day,Last day\n";
    private const string People = "Post number,Person,Full time,First day,Last day,Why it ended,Take out\n";
    private const string Campaigns = "Campaign,Role,Full time,Advertised\n";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-hr-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task What_was_new_goes_what_changed_is_as_before_and_what_was_taken_out_is_there_again()
    {
        await Take("post", Posts + "S1,Social worker,Central 1,Central,1,Permanent,01/04/2008,\nS2,Social worker,Central 1,Central,1,Permanent,01/04/2008,\n");
        await Take("person_in_post", People + "S1,A,1,05/01/2009,,,\nS2,B,1,05/01/2009,,,\n");
        var before = Holders();
        var page = await Take("person_in_post", People + "S1,A,1,05/01/2009,31/05/2010,Left,\nS1,C,1,01/06/2010,,,\nS2,B,1,05/01/2009,,,yes\n");
        Assert.Equal(["A 2009-01-05 2010-05-31", "C 2010-06-01 "], Holders());

        Assert.Contains("2 records would be again as they were before it, and 1 that was not there before would go.", Words(page.QuerySelector("main")));
        page = await Undo(page, "It was last year's file");

        Assert.Equal("This was undone on 20 August 2010 by Human resources lead, Workforce: every record is as it was before it.", Sentence(page));
        Assert.Contains("Why: It was last year's file", Words(page.QuerySelector("main")));
        Assert.Equal(before, Holders());
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM import_record WHERE ImportId = 3")));
        Assert.Equal(
            ["undid an import, 3 records taken back, 0 left alone, It was last year's file"],
            Read(_suite, connection => connection.Query("SELECT Action, After, Why FROM change_log WHERE Action = 'undid an import'", row => $"{row.GetString(0)}, {row.GetString(1)}, {row.GetString(2)}")));
        // The same file is news again.
        Assert.StartsWith("Taking this would bring in 1 new record, change 1 and take 1 out.", Sentence(await Upload("person_in_post", People + "S1,A,1,05/01/2009,31/05/2010,Left,\nS1,C,1,01/06/2010,,,\nS2,B,1,05/01/2009,,,yes\n")));
    }

    [Fact]
    public async Task What_a_later_file_brought_as_well_is_left_alone_and_said()
    {
        var first = await Take("campaign", Campaigns + "Spring,Social worker,3,01/03/2010\nAutumn,Social worker,2,01/09/2009\n");
        var second = await Take("campaign", Campaigns + "Spring,Social worker,4,01/03/2010\n");

        first = await _lead.Page(new Uri(first.Url).AbsolutePath);
        Assert.Contains("0 records would be again as they were before it, and 1 that was not there before would go. 1 record that came later as well would be left alone.", Words(first.QuerySelector("main")));
        Assert.Equal("This was undone on 20 August 2010 by Human resources lead, Workforce: every record is as it was before it, but 1 that came later as well.", Sentence(await Undo(first)));
        Assert.Equal(["Spring 400"], CampaignsThere());

        await Undo(await _lead.Page(new Uri(second.Url).AbsolutePath));
        Assert.Empty(CampaignsThere());
    }

    [Fact]
    public async Task Files_are_undone_one_after_the_other_to_where_all_began()
    {
        var files = new List<string>();
        foreach (var sought in new[] { 3, 4, 5 })
            files.Add(new Uri((await Take("campaign", Campaigns + $"Spring,Social worker,{sought},01/03/2010\n")).Url).AbsolutePath);

        foreach (var (file, left) in files.AsEnumerable().Reverse().Zip<string, string[]>([["Spring 400"], ["Spring 300"], []]))
        {
            await Undo(await _lead.Page(file));
            Assert.Equal(left, CampaignsThere());
        }
    }

    [Fact]
    public async Task What_came_from_elsewhere_since_is_left_alone()
    {
        var page = await Take("campaign", Campaigns + "Spring,Social worker,3,01/03/2010\n");
        var id = Read(_suite, connection => connection.Scalar<string>("SELECT RecordId FROM campaign"))!;
        await Send(_suite, new WorkforceRecord { Key = Key(id, long.MaxValue / 2), Campaign = new() { Campaign_ = "Spring", Role = "social-worker", Fte = "6", AdvertisedOn = "2010-03-01" } });

        page = await _lead.Page(new Uri(page.Url).AbsolutePath);
        Assert.Contains("Nothing of it is left to undo: 1 record came later as well.", Words(page.QuerySelector("main")));
        Assert.Null(page.QuerySelector("form[action*=Undo]"));
        Assert.Equal(["Spring 600"], CampaignsThere());
    }

    [Fact]
    public async Task What_later_records_cannot_be_without_is_named_and_undone_after_them()
    {
        var posts = new Uri((await Take("post", Posts + "S1,Social worker,Central 1,Central,1,Permanent,01/04/2008,\n")).Url).AbsolutePath;
        var people = await Take("person_in_post", People + "S1,A,1,05/01/2009,,,\n");

        var page = await _lead.Page(posts);
        Assert.Contains("1 record stands in the way, because what came later cannot be without it. Undo or correct that first.", Words(page.QuerySelector("main")));
        Assert.Equal(["2 Post S1 cannot go while somebody is in it (record S1|A|2009-01-05): end their time in it first."], page.QuerySelectorAll("main tbody tr").Select(Words));
        Assert.Null(page.QuerySelector("form[action*=Undo]"));

        await Undo(people);
        await Undo(await _lead.Page(posts));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM post WHERE Counts = 1")));
    }

    [Fact]
    public async Task Whoever_is_late_is_told_what_came_meanwhile()
    {
        var posts = await Take("post", Posts + "S1,Social worker,Central 1,Central,1,Permanent,01/04/2008,\n");
        await Take("person_in_post", People + "S1,A,1,05/01/2009,,,\n");

        var page = await Undo(posts);

        Assert.Contains("Records that came later stand in the way: below stands which. Undo or correct those first", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM post WHERE Counts = 1")));
    }

    [Fact]
    public async Task A_return_of_the_census_is_undone_with_its_workers()
    {
        var page = await _lead.Upload(await _lead.Page("/workforce/imports"), "file", "census.xml", Encoding.UTF8.GetBytes(
            """
            <Message>
              <Header><CollectionDetails><Collection>CSWW</Collection><Year>2009</Year><ReferenceDate>2009-09-30</ReferenceDate></CollectionDetails></Header>
              <LALevelVacancies><NumberOfVacancies>1.5</NumberOfVacancies></LALevelVacancies>
              <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0000001</SWENo><FTE>1</FTE></CSWWWorker>
            </Message>
            """), ("Form", "census"));
        page = await _lead.Send(page, TakeIt);
        Count(_suite);
        Assert.Equal((1_50, 2_50), Value(_suite, "CSWW-VACANCY", new(2009, 9, 30), Contracts.PeriodKind.Round));

        await Undo(page);
        Count(_suite);

        Assert.Equal(default, Value(_suite, "CSWW-VACANCY", new(2009, 9, 30), Contracts.PeriodKind.Round));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM census_worker WHERE Counts = 1")));
    }

    [Fact]
    public async Task Undoing_that_was_cut_off_is_done_again_and_changes_nothing_twice()
    {
        await Take("campaign", Campaigns + "Spring,Social worker,3,01/03/2010\n");
        var file = new Uri((await Take("campaign", Campaigns + "Spring,Social worker,4,01/03/2010\nSummer,Social worker,1,01/06/2010\n")).Url).AbsolutePath;
        var version = Read(_suite, connection => connection.Scalar<long>("SELECT MAX(TakenAs) + 1 FROM import"));
        // As a stop leaves it: said, and one of its two records sent.
        Database.Write(connection => connection.Execute("UPDATE import SET State = $1, UndoneAs = $2, UndoneBy = 'Ann Lee', UndoneWhy = 'The wrong file' WHERE Id = 2", WorkforceImportTables.Number(ImportState.Undoing), version));
        await Send(_suite, new WorkforceRecord { Key = Key("Spring", version), Campaign = new() { Campaign_ = "Spring", Role = "social-worker", Fte = "3", AdvertisedOn = "2010-03-01" } });

        var page = await _lead.Page(file);
        Assert.Equal("Undoing this was cut off. Undo it again: what is back already does not change twice.", Sentence(page));
        page = await _lead.Send(page, "form[action*=Undo] button");

        Assert.StartsWith("This was undone", Sentence(page));
        Assert.Contains("by Ann Lee", Sentence(page));
        Assert.Equal(["Spring 300"], CampaignsThere());
        Assert.Equal([version, version], Read(_suite, connection => connection.Query("SELECT Version FROM campaign", row => row.GetInt64(0))));
    }

    [Theory]
    [InlineData("", "Say why it is undone: it is kept in the change log")]
    [InlineData("x", "The reason has 500 characters at most")]
    public async Task A_reason_is_asked_and_what_was_typed_is_kept(string why, string sentence)
    {
        why = why.PadRight(why.Length * 501, 'x');

        var page = await Undo(await Take("campaign", Campaigns + "Spring,Social worker,3,01/03/2010\n"), why);

        Assert.Equal(sentence, Words(page.QuerySelector(".govuk-error-summary__list")));
        Assert.Equal(why, page.QuerySelector("#Why")!.GetAttribute("value") ?? "");
        Assert.Equal(["Spring 300"], CampaignsThere());
    }

    [Fact]
    public async Task Of_a_file_that_was_taken_before_the_suite_kept_what_stood_it_is_said_that_it_cannot_be()
    {
        var taken = await Take("campaign", Campaigns + "Spring,Social worker,3,01/03/2010\n");
        Database.Write(connection => connection.Execute("UPDATE import SET KeepsBefore = 0"));

        var page = await _lead.Page(new Uri(taken.Url).AbsolutePath);

        Assert.Contains("It cannot be undone, because what stood before it was not kept when it was taken.", Words(page.QuerySelector("main")));
        Assert.Null(page.QuerySelector("form[action*=Undo]"));
        Assert.Contains("It is not one that can be undone", Words((await Undo(taken)).QuerySelector(".govuk-error-summary")));
    }

    private const string TakeIt = "form button.govuk-button:not(.govuk-button--secondary)";

    private ModuleDatabase<WorkforceDb> Database => _suite.Services.GetRequiredService<ModuleDatabase<WorkforceDb>>();

    private async Task<IHtmlDocument> Upload(string form, string content) => await _lead.Upload(await _lead.Page("/workforce/imports"), "file", "file.csv", Encoding.UTF8.GetBytes(content), ("Form", form));

    private async Task<IHtmlDocument> Take(string form, string content) => await _lead.Send(await Upload(form, content), TakeIt);

    private Task<IHtmlDocument> Undo(IHtmlDocument page, string why = "The wrong file") => _lead.Send(page, "form[action*=Undo] button", ("Why", why));

    private List<string> Holders() => Read(_suite, connection => connection.Query(
        "SELECT Person, StartsOn, EndsOn FROM person_in_post WHERE Counts = 1 ORDER BY Person", row => $"{row.GetString(0)} {row.GetDay(1):yyyy-MM-dd} {(row.IsDBNull(2) ? null : row.GetDay(2)):yyyy-MM-dd}"));

    private List<string> CampaignsThere() => Read(_suite, connection => connection.Query("SELECT Name, Fte FROM campaign WHERE Counts = 1 ORDER BY Name", row => $"{row.GetString(0)} {row.GetInt32(1)}"));

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));
}
