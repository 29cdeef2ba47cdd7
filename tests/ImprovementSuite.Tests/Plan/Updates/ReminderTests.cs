using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Reminders;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace ImprovementSuite.Tests.Plan.Updates;

/// <summary>Reminders over a real mail server: one message for each workstream and kind, whatever breaks.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly DateOnly Panel = new(2010, 9, 29);
    private static readonly DateOnly First = new(2010, 9, 14);

    private readonly MailServer _server = new();
    private PlanDatabase _plan = null!;

    public Task InitializeAsync() => Start(_server.Port);

    public async Task DisposeAsync()
    {
        await _plan.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task It_says_what_is_missing_by_when_and_where_to_write_it()
    {
        await OnlyTo("Finance");

        await Work();

        var mail = Assert.Single(_server.Taken);
        Assert.Equal("Updates due on Friday 17 September: 1 line of Finance", mail.Subject);
        Assert.Equal(("plan@council.example", "finance@example.org"), (mail.From.Mailboxes.Single().Address, mail.Headers["X-Sent-To"]));
        Assert.Equal(Reminder.MessageIdOf(Panel, "Finance", ReminderKind.First, "council.example"), mail.MessageId);
        Assert.Equal(
            """
            Dear Workstream lead, Finance,

            the improvement panel of Rotherham MBC meets on Wednesday 29 September 2010. Updates are due on Friday 17 September.

            This line of Finance has none yet:

            - 5.4 Less reliance on agency staff (not started)
              https://improvement.council.example/plan/updates/2010-09-29/5.4

            All of them: https://improvement.council.example/plan/updates/2010-09-29?whose=mine

            This message was sent by ImprovementSuite. Whoever runs the panel can change whom it writes to.

            """.ReplaceLineEndings("\n"),
            mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(LetterState.Sent, (await Row()).State);
    }

    [Fact]
    public async Task Working_again_and_starting_again_send_nothing_twice()
    {
        await OnlyTo("Finance");
        await Work();
        await Work();
        _plan.Restart();
        await Work();

        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Many_workers_at_once_write_one_row_and_send_one_message_for_each_workstream()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Work)));

        var rows = await Rows();
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.Equal((LetterState.Sent, 1), (row.State, row.Attempts)));
        Assert.Equal(rows.Select(row => row.MessageId).Order(), _server.Taken.Select(mail => mail.MessageId).Order());
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_message_leaves_a_question_and_sent_again_it_is_the_same_message()
    {
        await OnlyTo("Finance");
        _server.Mood("cut");
        await Work();
        _server.Mood("");
        await Work();
        Assert.Equal(LetterState.Unknown, (await Row()).State);
        Assert.Single(_server.Taken);

        await Change(reminder => reminder.Resend(_plan.Time.GetUtcNow().UtcDateTime));
        await Work();

        Assert.Equal(LetterState.Sent, (await Row()).State);
        Assert.Equal(2, _server.Taken.Count);
        Assert.Equal((_server.Taken[0].MessageId, _server.Taken[0].TextBody), (_server.Taken[1].MessageId, _server.Taken[1].TextBody));
    }

    [Fact]
    public async Task A_claim_of_an_earlier_run_becomes_a_question_and_is_never_sent_by_itself()
    {
        await OnlyTo("Finance");
        _server.Mood("hold");
        var inHand = Work();
        await _server.Has(1);
        Assert.Equal(LetterState.Sending, (await Row()).State);

        // The same database under another run of the suite, while the mail server has still not answered the first.
        _plan.Restart();
        await Work();
        Assert.Equal(LetterState.Unknown, (await Row()).State);
        Assert.Single(_server.Taken);

        // Its answer comes late, and settles the question.
        _server.Mood("");
        await inHand;
        Assert.Equal(LetterState.Sent, (await Row()).State);
    }

    [Fact]
    public async Task A_claim_that_nobody_has_answered_for_ten_minutes_becomes_a_question()
    {
        await OnlyTo("Finance");
        _server.Mood("hold");
        var inHand = Work();
        await _server.Has(1);

        await Work();
        Assert.Equal(LetterState.Sending, (await Row()).State);
        _plan.Time.Passed += LetterSender.Abandoned + TimeSpan.FromSeconds(1);
        await Work();
        Assert.Equal(LetterState.Unknown, (await Row()).State);

        _server.Mood("");
        await inHand;
    }

    [Fact]
    public async Task A_refusal_is_tried_again_with_growing_delay()
    {
        await OnlyTo("Finance");
        _server.Mood("refuse");
        await Work();
        await Work();
        var once = await Row();
        Assert.Equal((LetterState.Failed, 1, TimeSpan.FromMinutes(1)), (once.State, once.Attempts, once.NextAttempt - once.ClaimedAt));
        Assert.Equal("The mail server refused it: The mailbox is busy", once.LastError);

        _plan.Time.Passed += TimeSpan.FromMinutes(1);
        await Work();
        var twice = await Row();
        Assert.Equal((LetterState.Failed, 2, TimeSpan.FromMinutes(2)), (twice.State, twice.Attempts, twice.NextAttempt - twice.ClaimedAt));

        _server.Mood("");
        await Change(reminder => reminder.TryNow(_plan.Time.GetUtcNow().UtcDateTime));
        await Work();
        Assert.Equal(LetterState.Sent, (await Row()).State);
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_in_a_sentence_and_waited_for()
    {
        await _plan.DisposeAsync();
        var gone = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        gone.Start();
        var port = ((System.Net.IPEndPoint)gone.LocalEndpoint).Port;
        gone.Stop();
        await Start(port);
        await OnlyTo("Finance");

        await Work();

        var row = await Row();
        Assert.Equal(LetterState.Failed, row.State);
        Assert.StartsWith($"The mail server 127.0.0.1:{port} could not be used: ", row.LastError);
    }

    [Fact]
    public async Task What_came_in_before_it_went_out_needs_no_reminder()
    {
        await OnlyTo("Finance");
        _server.Mood("refuse");
        await Work();
        await using (var scope = _plan.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
            var update = new LineUpdate { Panel = Panel, Line = "5.4" };
            update.Write(new("Changed", "Why", "Next", ImprovementSuite.Platform.Ui.Colour.Green, null, null), new("lead", "Lead"), _plan.Time.GetUtcNow().UtcDateTime);
            update.Submit(new("lead", "Lead"), _plan.Time.GetUtcNow().UtcDateTime);
            db.Add(update);
            await db.Changed(default);
            await db.SaveChangesAsync();
        }

        _server.Mood("");
        _plan.Time.Passed += TimeSpan.FromMinutes(1);
        await Work();

        Assert.Equal(LetterState.NotNeeded, (await Row()).State);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task Each_kind_goes_on_its_working_day_to_whom_it_is_for()
    {
        await OnlyTo("Finance");
        var sent = new List<string>();
        // Monday the 13th, then from the first reminder to a week after the due day; two of these days are a weekend.
        for (var day = new DateOnly(2010, 9, 13); day <= new DateOnly(2010, 9, 24); day = day.AddDays(1))
        {
            _plan.Time.Today = day;
            var before = _server.Taken.Count;
            await Work();
            sent.AddRange(_server.Taken.Skip(before).Select(mail => $"{day:d MMM} {mail.Headers["X-Sent-To"]} {mail.Subject}"));
        }

        Assert.Equal(
            [
                "14 Sep finance@example.org Updates due on Friday 17 September: 1 line of Finance",
                "20 Sep finance@example.org Updates were due on Friday 17 September: 1 line of Finance",
                "22 Sep director@example.org Updates for the panel of 29 September are missing: 1 line of Finance",
            ],
            sent);
    }

    [Fact]
    public async Task A_suite_that_was_off_writes_once_and_not_three_times()
    {
        await OnlyTo("Finance");
        _plan.Time.Today = new(2010, 9, 23);

        await Work();

        Assert.Equal(ReminderKind.Escalation, (await Row()).Kind);
    }

    [Fact]
    public async Task Nobody_is_written_to_before_eight()
    {
        _plan.Time.Passed = TimeSpan.FromMinutes(-61);
        await Work();
        Assert.Empty(await Rows());

        _plan.Time.Passed = TimeSpan.FromMinutes(-60);
        await Work();
        Assert.NotEmpty(_server.Taken);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_written()
    {
        await _plan.DisposeAsync();
        await Start(null);

        await Work();

        Assert.Empty(await Rows());
    }

    [Theory]
    [InlineData("Mail:Security", "ssl", "Mail:Security is none, starttls or tls, and \"ssl\" is none of them.")]
    [InlineData("Mail:From", "", "Mail:Host is set, but Mail:From is not: give the address that reminders come from, such as improvement-plan@council.example.")]
    [InlineData("Mail:Port", "smtp", "Mail:Port is a port number, and \"smtp\" is none.")]
    [InlineData("Mail:BaseAddress", "improvement", "Mail:BaseAddress is where people reach the suite, such as https://improvement.council.example, and \"improvement\" is no such address.")]
    public void A_setting_that_cannot_be_used_is_told_at_the_start(string setting, string value, string says)
    {
        var settings = Settings(25);
        settings[setting] = value;

        Assert.Equal(says, Assert.Throws<CannotStartException>(() => MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())).Message);
    }

    private async Task Start(int? port)
    {
        _plan = await PlanDatabase.Create(First, port is null ? [] : Settings(port.Value));
        await PlanModule.Load2010Plan(_plan.Services, Actor.Suite);
    }

    private static Dictionary<string, string?> Settings(int port) => new()
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{port}", ["Mail:Security"] = "none", ["Mail:From"] = "Improvement plan <plan@council.example>",
        ["Mail:BaseAddress"] = "https://improvement.council.example",
    };

    private async Task Work()
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderWork>().Run(default);
    }

    private async Task OnlyTo(string workstream)
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlanDb>().Contacts.Where(contact => contact.Workstream != workstream).ExecuteDeleteAsync();
    }

    private async Task<List<Reminder>> Rows()
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Reminders.AsNoTracking().ToListAsync();
    }

    private async Task<Reminder> Row() => Assert.Single(await Rows());

    private async Task Change(Action<Reminder> verb)
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        verb(await db.Reminders.SingleAsync());
        await db.SaveChangesAsync();
    }
}
