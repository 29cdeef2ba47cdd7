extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using agent::ImprovementSuite.FeedAgent.Sending;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>The sender against the real suite on loopback.</summary>
public sealed class CaseSenderTests : IAsyncLifetime
{
    private const string Headings = "referral_id,version,child,received_on,source,team,locality\n";

    private readonly ExtractFile _file = new();
    private RunningSuite _suite = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _key = await _suite.Secret("socialcare", "case-system");
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_is_taken_and_a_second_sending_changes_nothing()
    {
        _file.Write("referrals.csv", Referrals(1, 1_700));
        _file.Write("assessments.csv", "assessment_id,version,child,kind,referral_id,started_on,completed_on\n"
            + string.Concat(Enumerable.Range(1, 600).Select(n => $"IA-{n},1,CH-{n},initial,R-{n},2010-07-02,2010-07-06\n")));
        _file.Write("contacts.csv", "contact_id,version,child,received_on,outcome\nC-1,1,CH-1,2010-07-01,referral\n");

        var first = await Sender().Send(_file.Folder);
        var second = await Sender().Send(_file.Folder);

        Assert.Equal(new SendTally { Accepted = 2_301 }, first);
        Assert.Equal(new SendTally { Duplicate = 2_301 }, second);
        Assert.Equal((1_700, 600, 1), await Stored());
    }

    [Fact]
    public async Task A_sender_that_is_told_that_it_is_too_fast_waits_and_goes_on()
    {
        await using var slow = await RunningSuite.Start(null, "--Feeds:BatchesPerSecond=2", "--Feeds:BatchesAtOnce=2");

        var tally = await new CaseSender(slow.Feeds, await slow.Secret("socialcare", "case-system")).Send(_file.Write("referrals.csv", Referrals(1, 2_300)));

        Assert.Equal(2_300, tally.Accepted + tally.Duplicate);
        using var scope = slow.Services.CreateScope();
        Assert.Equal(2_300, await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Referrals.CountAsync());
    }

    [Fact]
    public async Task Progress_rises_to_the_whole()
    {
        var shares = new List<double>();
        var sender = new CaseSender(_suite.Feeds, _key) { Progress = progress => shares.Add(progress.Share) };

        await sender.Send(_file.Write("referrals.csv", Referrals(1, 3_000)));

        Assert.Equal(shares.Order(), shares);
        Assert.Equal((0.0, 1.0), (shares[0], shares[^1]));
    }

    [Fact]
    public async Task After_cuts_it_goes_on_and_every_record_is_there_once()
    {
        await using var proxy = new CuttingProxy(_suite.Feeds, cuts: 3, bytesToEachCut: 700);
        var sender = new CaseSender(proxy.Address, _key) { Patience = new Patience(5, TimeSpan.FromMilliseconds(5)) };

        var tally = await sender.Send(_file.Write("referrals.csv", Referrals(1, 20_000)));

        Assert.True(proxy.CutsLeft < 0);
        Assert.Equal(20_000, tally.Accepted + tally.Duplicate);
        Assert.Equal((20_000, 0, 0), await Stored());
    }

    [Fact]
    public async Task A_stopped_sending_is_resumed_where_the_suite_stands()
    {
        var path = _file.Write("referrals.csv", Referrals(1, 20_000));
        using var stop = new CancellationTokenSource();
        var stopped = new CaseSender(_suite.Feeds, _key) { Progress = progress => { if (progress.Tally.Accepted >= 3_000) stop.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.Send(path, stop.Token));        var tally = await Sender().Send(path);

        Assert.InRange(tally.SentBefore, 3_000, 19_500);
        Assert.Equal(20_000, tally.SentBefore + tally.Accepted + tally.Duplicate);
        Assert.Equal((20_000, 0, 0), await Stored());
    }

    [Fact]
    public async Task Where_the_file_breaks_off_what_was_sent_before_is_kept()
    {
        var path = _file.Write("referrals.csv", Referrals(1, 2_000) + "R-x,1,\"CH-9,2010-07-01,1A,North 1,North\n" + Referrals(2_001, 60_000)[Headings.Length..]);

        var told = await Assert.ThrowsAsync<SendFailedException>(() => Sender().Send(path));

        Assert.StartsWith("referrals.csv, row 2002: the row has more than 1,048,576 characters, which is the most. Look for a quotation mark that is not closed,", told.Message);
        // The batch with the broken row was not cut yet.
        Assert.Equal((1_500, 0, 0), await Stored());
    }

    [Fact]
    public async Task A_suite_that_cannot_be_reached_is_tried_and_then_told()
    {
        var sender = new CaseSender(new Uri("http://127.0.0.1:1"), _key) { Patience = new Patience(2, TimeSpan.FromMilliseconds(1)) };

        var told = await Assert.ThrowsAsync<SendFailedException>(() => sender.Send(_file.Write("referrals.csv", Referrals(1, 1))));

        Assert.StartsWith("The suite at http://127.0.0.1:1/ cannot be reached", told.Message);
    }

    [Fact]
    public async Task A_source_that_the_key_is_not_for_is_refused_in_the_suites_own_sentence()
    {
        var sender = new CaseSender(_suite.Feeds, _key) { Source = "hr-system" };

        var told = await Assert.ThrowsAsync<SendFailedException>(() => sender.Send(_file.Write("referrals.csv", Referrals(1, 1))));

        Assert.StartsWith("This key is not for the source system \"hr-system\". It is for case-system. Reason: OUT_OF_SCOPE.", told.Message);
    }

    private CaseSender Sender() => new(_suite.Feeds, _key);

    private static string Referrals(int from, int to) =>
        Headings + string.Concat(Enumerable.Range(from, to - from + 1).Select(n => $"R-{n},1,CH-{n},2010-07-01,1A,North 1,North\n"));

    private async Task<(int Referrals, int Assessments, int Contacts)> Stored()
    {
        using var scope = _suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        return (await db.Referrals.CountAsync(), await db.Assessments.CountAsync(), await db.Contacts.CountAsync());
    }
}
