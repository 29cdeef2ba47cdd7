using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using V1 = ImprovementSuite.Schools.Feed.V1;

namespace ImprovementSuite.Tests.Schools.Feed;

/// <summary>The feed of schools, over the wire.</summary>
public sealed class SchoolFeedTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Metadata _key = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _key = RunningSuite.Bearer(await _suite.Secret("schools", "school-system"));
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    private SchoolFeed.SchoolFeedClient Feed => new(_suite.Channel);

    [Fact]
    public async Task A_batch_is_kept_and_sent_again_it_changes_nothing()
    {
        SchoolRecord[] records =
        [
            SchoolsOfTest.School(106_801, "Abbey Road Primary"), SchoolsOfTest.Result(106_801, 2009, 10), SchoolsOfTest.Forecast(106_801, 2010, "61.5", "2009-11-20", "P. Marchant"),
            new() { Key = SchoolsOfTest.Key("area", 1), AreaResult = new() { Area = "england", Year = 2009, Status = "final", Figures = new() { Level4EnglishMaths = "72" } } },
            new() { Key = SchoolsOfTest.Key("gcse", 1), Headline = new() { Year = 2009, Stage = "gcse", Status = "final", Reached = 621, Cohort = 1293 } },
        ];

        Assert.Equal((5, 0, 0), Counts(await Send(1, records)));
        Assert.Equal((0, 5, 0), Counts(await Send(1, records)));
        Assert.Equal(61_50, (await SchoolsOfTest.Read(_suite, db => db.Set<ImprovementSuite.Schools.Results.Forecast>().SingleAsync())).Percent);
        Assert.Equal(1, (await Feed.GetCheckpointAsync(new CheckpointRequest { Stream = "test" }, _key)).Sequence);
    }

    [Fact]
    public async Task A_higher_version_replaces_a_lower_one_is_ignored_and_a_deletion_takes_the_record_away()
    {
        await Send(1, SchoolsOfTest.Result(106_801, 2009, 10, version: 2));
        Assert.Equal((0, 0, 1), Counts(await Send(2, SchoolsOfTest.Result(106_801, 2009, 11, version: 1))));
        Assert.Equal((1, 0, 0), Counts(await Send(3, SchoolsOfTest.Result(106_801, 2009, 12, version: 3))));
        Assert.Equal(12, (await SchoolsOfTest.Read(_suite, db => db.Set<SchoolResult>().SingleAsync(result => result.Counts))).Reached);

        Assert.Equal((1, 0, 0), Counts(await Send(4, new SchoolRecord { Key = new RecordKey { RecordId = "106801-2009-final", Version = 4, Deleted = true }, Result = new() })));
        Assert.False(await SchoolsOfTest.Read(_suite, db => db.Set<SchoolResult>().AnyAsync(result => result.Counts)));
    }

    public static TheoryData<string, string, string> Bad { get; } = new()
    {
        { "urn", "urn is \"12345\", which is no unique reference number of six digits: correct it.", "12345" },
        { "figures.expected_reading_writing_maths", "expected_reading_writing_maths is \"101\", which is over 100: a percentage lies between 0 and 100.", "101" },
        { "figures.maths", "maths is \"n/k\", which is no score: write it in points, such as -5.4.", "n/k" },
        { "status", "status is \"draft\", which is not in its list: give one of provisional, revised, final.", "draft" },
        { "year", "year is 2011: give the year of the tests, 1996 to 2010.", "2011" },
        { "reached", "reached is 21 of a cohort of 20: correct one of them.", "21" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_record_is_rejected_by_itself_with_a_sentence(string field, string sentence, string value)
    {
        var record = SchoolsOfTest.Result(106_801, 2010, 12);
        record.Result.Figures = new();
        switch (field)
        {
            case "urn": record.Result.Urn = value; break;
            case "figures.expected_reading_writing_maths": record.Result.Figures.ExpectedReadingWritingMaths = value; break;
            case "figures.maths": record.Result.Figures.Maths = value; break;
            case "status": record.Result.Status = value; break;
            case "year": record.Result.Year = int.Parse(value); break;
            case "reached": record.Result.Reached = int.Parse(value); break;
        }

        var receipt = await Send(1, record, SchoolsOfTest.Result(106_802, 2010, 12));

        Assert.Equal(1, receipt.Accepted);
        Assert.Equal(sentence, Assert.Single(receipt.Rejections).Sentence);
    }

    [Fact]
    public async Task Suppressed_figures_are_kept_as_such()
    {
        var record = SchoolsOfTest.Result(106_801, 2010, 0);
        record.Result = new V1.Result { Urn = "106801", Year = 2010, Status = "final", Figures = new() { Level4EnglishMaths = "SUPP" } };
        await Send(1, record);

        var kept = await SchoolsOfTest.Read(_suite, db => db.Set<SchoolResult>().SingleAsync());
        Assert.Equal("Level4EnglishMaths=SUPP", kept.Withheld);
    }

    [Fact]
    public async Task Another_source_s_results_of_the_same_status_are_compared_and_not_counted()
    {
        await Send(1, SchoolsOfTest.Result(106_801, 2009, 10));
        var other = RunningSuite.Bearer(await _suite.Secret("schools", "department"));
        var receipt = await Feed.SubmitBatchAsync(Batch(1, SchoolsOfTest.Result(106_801, 2009, 12)), other);
        Assert.Equal(1, receipt.Reconciled);
        // Another status is a type of its own.
        Assert.Equal(1, (await Feed.SubmitBatchAsync(Batch(2, SchoolsOfTest.Result(106_801, 2009, 12, status: "revised")), other)).Accepted);

        using var visitor = await Visitor.SignIn(_suite, "demo-schools-lead");
        var page = await visitor.Page("/schools/sources");
        Assert.Equal("Other sources differ from the source of record in 1 result.", Visitor.Words(page.QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_json_twin_takes_feed_keys_of_this_feed_alone()
    {
        using var client = new HttpClient { BaseAddress = _suite.Feeds, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        const string body = """{"header":{"stream":"json","sequence":"1","schemaVersion":1},"records":[{"key":{"recordId":"r","version":"1"},"result":{"urn":"106801","year":2009,"status":"final","cohort":20,"reached":11}}]}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await Post(null));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(await _suite.Secret("socialcare", "case-system")));
        Assert.Equal(HttpStatusCode.OK, await Post(await _suite.Secret("schools", "school-system")));

        async Task<HttpStatusCode> Post(string? secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/feeds/schools/v1/batches") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (secret is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_stream_gets_a_receipt_for_each_batch_in_order()
    {
        using var call = Feed.StreamBatches(_key);
        for (var i = 1; i <= 20; i++)
            await call.RequestStream.WriteAsync(Batch(i, Enumerable.Range(0, 100).Select(j => SchoolsOfTest.Result(110_000 + (i * 100) + j, 2010, j % 21)).ToArray()));
        await call.RequestStream.CompleteAsync();
        var receipts = new List<long>();
        await foreach (var receipt in call.ResponseStream.ReadAllAsync())
            receipts.Add(receipt.Sequence);

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), receipts);
        Assert.Equal(2_000, await SchoolsOfTest.Read(_suite, db => db.Set<SchoolResult>().CountAsync()));
    }

    private async Task<Receipt> Send(long sequence, params SchoolRecord[] records) => await Feed.SubmitBatchAsync(Batch(sequence, records), _key);

    private static SchoolBatch Batch(long sequence, params SchoolRecord[] records) => new() { Header = new BatchHeader { Stream = "test", Sequence = sequence, SchemaVersion = 1 }, Records = { records } };

    private static (int Accepted, int Duplicate, int Stale) Counts(Receipt receipt) => (receipt.Accepted, receipt.Duplicate, receipt.Stale);
}
