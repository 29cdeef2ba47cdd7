extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.FeedAgent.Sending;
using agent::ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Tests.Workforce;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>Files of the workforce, sent to the real suite on loopback.</summary>
public sealed class WorkforceSendingTests : IAsyncLifetime
{
    private const string Posts = "Post ID,Version,Post,Role,Team,Locality,FTE,Contract,Starts on,Ends on\n";
    private const string People = "person_in_post_id,version,deleted,post,person,fte,starts_on,ends_on,ended\n";

    private readonly ExtractFile _file = new();
    private RunningSuite _suite = null!;
    private CaseSender _sender = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _sender = new CaseSender(_suite.Feeds, await _suite.Secret("workforce", "hr-system")) { RejectedPath = Path.Combine(_file.Folder, "rejected.csv") };
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Files_of_a_folder_are_taken_and_a_second_sending_changes_nothing()
    {
        _file.Write("1-posts.csv", Posts + string.Concat(Enumerable.Range(1, 700).Select(n => $"P-{n},1,S{n},social-worker,Central 1,Central,1,permanent,2008-04-01,\n")));
        _file.Write("2-people.csv", People + "PP-1,1,,S1,E1,0.6,2009-01-05,,\nPP-2,1,no,S2,E2,1,2009-01-05,2010-03-31,left\n");

        var first = await _sender.Send(_file.Folder);
        var second = await _sender.Send(_file.Folder);

        Assert.Equal((new SendTally { Accepted = 702 }, new SendTally { Duplicate = 702 }), (first, second));
        Assert.Equal(["E1 60", "E2 100"], WorkforceOfTest.Read(_suite, connection => connection.Query("SELECT Person, Fte FROM person_in_post WHERE Counts = 1 ORDER BY Person", row => $"{row.GetString(0)} {row.GetInt32(1)}")));

        _file.Write("2-people.csv", People + "PP-2,2,yes,S2,E2,1,2009-01-05,2010-03-31,left\n");
        Assert.Equal(new SendTally { Accepted = 1, Duplicate = 700 }, await _sender.Send(_file.Folder));
        Assert.Equal(1, WorkforceOfTest.Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM person_in_post WHERE Counts = 1")));
    }

    [Fact]
    public async Task A_rejected_row_is_listed_with_its_file_and_row_and_the_rest_is_taken()
    {
        _file.Write("posts.csv", Posts + "P-1,1,S1,social-worker,Central 1,Central,1.5,permanent,2008-04-01,\nP-2,1,S2,social-worker,Central 1,Central,1,permanent,2008-04-01,\nP-3,soon,S3,social-worker,,,1,permanent,2008-04-01,\n");

        Assert.Equal(new SendTally { Accepted = 1, Rejected = 2 }, await _sender.Send(_file.Folder));

        var rejected = await File.ReadAllLinesAsync(Path.Combine(_file.Folder, "rejected.csv"));
        Assert.Contains(rejected, line => line.StartsWith("posts.csv,2,post,P-1,fte,", StringComparison.Ordinal));
        Assert.Contains(rejected, line => line.StartsWith("posts.csv,4,post,P-3,version,UNREADABLE,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_another_feed_is_refused_in_a_sentence()
    {
        var path = _file.Write("posts.csv", Posts + "P-1,1,S1,social-worker,Central 1,Central,1,permanent,2008-04-01,\n");

        await Assert.ThrowsAsync<SendFailedException>(async () => await new CaseSender(_suite.Feeds, await _suite.Secret("socialcare", "hr-system")).Send(path));
    }

    [Fact]
    public void A_number_that_is_empty_is_not_known_and_not_0()
    {
        var extract = (RecordExtract<WorkforceRecord>)Extract.Open(_file.Write("workers.csv", "census_worker_id,version,year,worker,cases\nW-1,1,2009,a,\nW-2,1,2009,b,0\n"));

        Assert.Equal([false, true], extract.Rows().Select(row => row.Record!.CensusWorker.HasCases));
    }

    [Fact]
    public void Every_type_of_record_can_be_read()
    {
        foreach (var type in WorkforceRecord.Descriptor.Types())
        {
            var extract = (RecordExtract<WorkforceRecord>)Extract.Open(_file.Write("extract.csv", $"{type.Name}_id,version,kind,received_on,due_on\nX-1,1,,,\n"));

            Assert.Equal(("hr-system", type.Name, "X-1"), (extract.UsualSource, Assert.Single(extract.Rows()).Record!.TypeName(), extract.Rows().Single().Record!.Key.RecordId));
        }
    }
}
