using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Learning;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>A month goes out when its counts have changed, and then once.</summary>
public sealed class PracticeIssuePublisherTests : IDisposable
{
    private readonly AuditedDatabase _suite = new();
    private readonly PracticeIssuePublisher _publisher;

    public PracticeIssuePublisherTests() => _publisher = new(_suite.Cases.Database, _suite.Clock, new Doorbell(new NoServer(), new Pace()));

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Each_change_goes_out_once_with_the_whole_month()
    {
        Assert.Equal(0, _publisher.Publish());
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        await _suite.Audits.Of("North 1", new(2010, 6, 4), 4, 1);

        Assert.Equal(2, _publisher.Publish());
        Assert.Equal(0, _publisher.Publish());
        await _suite.Audits.Of("North 1", new(2010, 6, 8), 1, 1);
        Assert.Equal(1, _publisher.Publish());

        Assert.Equal(
            ["2010-05-01 revision 1: Central 2, Central: 2 of 5", "2010-06-01 revision 1: North 1, North: 1 of 4", "2010-06-01 revision 2: North 1, North: 2 of 5"],
            Sent().Select(sent => $"{sent.Month:yyyy-MM-dd} revision {sent.Revision}: {string.Join("; ", sent.Issues.Where(issue => issue.Code == "16").Select(issue => $"{issue.Team}, {issue.Locality}: {issue.Found} of {issue.Completed}"))}"));
        Assert.All(Sent(), sent => Assert.Equal(10, sent.Issues.Count));
    }

    [Fact]
    public async Task A_merger_of_teams_changes_the_months_of_both()
    {
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        _publisher.Publish();
        var (old, next) = (await _suite.Audits.Team("Central 2"), await _suite.Audits.Team("Central 3"));
        old.SucceedBy(next, new(2010, 9, 1), [old, next]);
        await _suite.Db.SaveChangesAsync();

        Assert.Equal(1, _publisher.Publish());
        Assert.Equal(["Central 3"], Sent()[^1].Issues.Select(issue => issue.Team).Distinct());
    }

    [Fact]
    public async Task Publishing_again_sends_every_month_under_its_next_revision()
    {
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        _publisher.Publish();

        _suite.Cases.Database.Write(PracticeIssuePublisher.PublishAgain);

        Assert.Equal((1, 2L), (_publisher.Publish(), Sent()[^1].Revision));
    }

    [Fact]
    public async Task The_courier_is_content_with_nobody_listening()
    {
        await _suite.Audits.Of("Central 2", new(2010, 5, 4), 5, 2);
        _publisher.Publish();
        using var services = new ServiceCollection()
            .AddTransient<ServiceFactory>(provider => provider.GetRequiredService).AddTransient<IMediator, EveryHandlerMediator>().BuildServiceProvider();

        await new Courier(services.GetRequiredService<IServiceScopeFactory>(), _suite.Clock, NullLogger<Courier>.Instance).Deliver(_suite.Cases.Database, default);

        Assert.Empty(Sent());
        Assert.Equal(0, _publisher.Publish());
    }

    private List<PracticeIssuesFound> Sent() => _suite.Cases.Database.Read(connection => connection.Query(
        "SELECT Type, Body FROM outgoing_message ORDER BY Id", row => (PracticeIssuesFound)OutgoingMessage.Read(row.GetString(0), row.GetString(1))));

    /// <summary>A Hangfire without a server: what is rung for, the test does itself.</summary>
    private sealed class NoServer : IBackgroundJobClient
    {
        public string Create(Job job, IState state) => "1";

        public bool ChangeState(string jobId, IState state, string expectedState) => false;
    }
}
