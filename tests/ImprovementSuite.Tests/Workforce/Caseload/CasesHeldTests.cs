using System.Net;
using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.WorkInProgress;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Caseload;

/// <summary>Open cases go from SocialCare's records to Workforce's pages by the courier.</summary>
public sealed class CasesHeldTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Each_child_is_one_case_of_a_worker_and_team_and_what_is_done_is_none()
    {
        await Fill(_suite);
        await Open(
            Of("A1", "C1", "North 1", "J. Reed"), Of("A2", "C1", "North 1", "J. Reed"), Of("A3", "C2", "North 1", "J. Reed"), Of("A4", "C3", "Central 1", "J. Reed"),
            Of("A5", "C4", "Central 1", "=M. Hale"), Of("A6", "C5", "Central 1", "J. Reed", done: "2010-08-02"), Of("A7", "C6", "Central 1", ""));
        Publish();
        await _suite.Quiet();
        using var lead = await SignIn(_suite, "demo-hr-lead");

        var page = await lead.Page("/workforce/caseload");

        // In posts of social workers on 20 August: Central 1 has A and X, 2.00; North 1 has C and D, E and Y, F, 2.40.
        Assert.StartsWith("2 workers held 4 open cases on 20 August 2010, the most of one 3. That is 0.9 for each of 4.4 full-time social workers in posts.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Central 1, Central 2 2 1 2 1.0", "North 1, North 2 1 2 2.4 0.8"], page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(["J. Reed North 1, North 2", "=M. Hale Central 1, Central 1", "J. Reed Central 1, Central 1"], (await lead.Page("/workforce/caseload/workers")).QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("\"'=M. Hale\"", await lead.Text("/workforce/caseload/workers?handler=Csv"));
        Assert.Equal(2, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM change_log WHERE Action LIKE '%caseload by worker'")));
    }

    [Fact]
    public async Task It_is_told_once_a_day_and_not_where_no_worker_is_named()
    {
        await Open(Of("A1", "C1", "North 1", ""));
        Assert.False(Publish());

        await Open(Of("A2", "C2", "North 1", "J. Reed"));
        Publish();
        await Open(Of("A3", "C3", "North 1", "J. Reed"));
        Assert.False(Publish());
        await _suite.Quiet();
        Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>("SELECT SUM(Cases) FROM case_holder")));
    }

    [Fact]
    public async Task A_newer_statement_stands_in_place_of_the_last_and_an_older_one_changes_nothing()
    {
        await Tell(2, new WorkerCases("J. Reed", "North 1", "North", 5), new WorkerCases("M. Hale", "North 1", "North", 1));
        await Tell(1, new WorkerCases("J. Reed", "North 1", "North", 9));
        Assert.Equal(6, Read(_suite, connection => connection.Scalar<long>("SELECT SUM(Cases) FROM case_holder")));

        await Tell(3, new WorkerCases("J. Reed", "North 1", "North", 4));
        Assert.Equal(4, Read(_suite, connection => connection.Scalar<long>("SELECT SUM(Cases) FROM case_holder")));
    }

    [Fact]
    public async Task Workers_are_seen_by_the_workforce_lead_alone()
    {
        using var reader = await SignIn(_suite, "demo-performance-manager");

        Assert.StartsWith("No cases have come", Words((await reader.Page("/workforce/caseload")).QuerySelector(".suite-sentence")));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/workforce/caseload/workers"));
    }

    private static CaseRecord Of(string id, string child, string team, string worker, string done = "")
    {
        var record = Cases.Core(id, "2010-07-20", done, team, child: child);
        record.Assessment.Worker = worker;
        return record;
    }

    private int _batches;

    private async Task Open(params CaseRecord[] records)
    {
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(++_batches, records), await _suite.Key());
        await _suite.Quiet();
    }

    private bool Publish() => _suite.Services.GetRequiredService<CasesHeldPublisher>().Publish();

    private async Task Tell(long revision, params WorkerCases[] workers)
    {
        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => OutgoingMessage.Write(connection, new CasesHeld(RunningSuite.Today, workers, revision), DateTime.UnixEpoch));
        await _suite.Quiet();
    }
}
