using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Reminders;

/// <summary>Reminders over a real mail server, on days that a test chooses; three recommendations of Social care are due on Thursday 30 September 2010.</summary>
public sealed class RecommendationReminderTests : IAsyncLifetime
{
    private static readonly DateOnly TenBefore = new(2010, 9, 16);

    private readonly MailServer _server = new();
    private readonly StandingTime _time = new(TenBefore);
    private RunningSuite _suite = null!;
    private ReminderSender _sender = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        await Contact("Social care", "director@example.org");
        _sender = new(Database, _suite.Services.GetRequiredService<IServiceScopeFactory>(), new Mailer(Mail, Clock), Mail, Clock, NullLogger<ReminderSender>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _suite.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task It_names_what_is_open_by_number_report_owner_and_date_and_never_what_it_says()
    {
        await Work();

        var mail = Assert.Single(_server.Taken);
        var ids = await Task.WhenAll(new[] { "1", "2", "3" }.Select(async number => (await Row(_suite, "F1", number)).Id));
        Assert.Equal("Due on Thursday 30 September: 3 recommendations of Social care", mail.Subject);
        Assert.Equal(("inspections@council.example", "social-care@example.org"), (mail.From.Mailboxes.Single().Address, mail.Headers["X-Sent-To"]));
        Assert.Equal(Reminder.MessageIdOf("Social care", new(2010, 9, 30), ReminderKind.Before, "council.example"), mail.MessageId);
        Assert.Equal(
            $"""
            Dear Head of Social care,

            3 recommendations of Social care are due on Thursday 30 September 2010, and nobody has said yet that they are complete:

            - 1 of Report F1 (Head of service), originally due on 30 September 2010
              https://improvement.council.example/inspections/recommendations/{ids[0]}
            - 2 of Report F1 (Head of service), originally due on 30 September 2010
              https://improvement.council.example/inspections/recommendations/{ids[1]}
            - 3 of Report F1 (Head of service), originally due on 30 September 2010
              https://improvement.council.example/inspections/recommendations/{ids[2]}

            A recommendation counts as met in its original timescale when it is complete by then, with evidence, and somebody else has validated that.
            All recommendations: https://improvement.council.example/inspections/ledger

            This message was sent by ImprovementSuite. Whoever looks after inspections can change whom it writes to.

            """.ReplaceLineEndings("\n"),
            mail.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Each_kind_goes_once_on_its_working_day_to_whom_it_is_for()
    {
        var sent = new List<string>();
        for (var day = TenBefore.AddDays(-1); day <= new DateOnly(2010, 10, 22); day = day.AddDays(1))
        {
            _time.Today = day;
            var before = _server.Taken.Count;
            await Work();
            sent.AddRange(_server.Taken.Skip(before).Select(mail => $"{day:d MMM} {mail.Headers["X-Sent-To"]} {mail.Subject}"));
        }

        Assert.Equal(
            [
                "16 Sep social-care@example.org Due on Thursday 30 September: 3 recommendations of Social care",
                "1 Oct social-care@example.org Were due on Thursday 30 September: 3 recommendations of Social care",
                "14 Oct director@example.org Still open after 30 September: 3 recommendations of Social care",
            ],
            sent);
    }

    [Fact]
    public async Task What_is_complete_is_not_named_and_when_all_is_no_reminder_is_needed()
    {
        await Complete("1");
        _server.Mood("refuse");
        await Work();
        Assert.Equal("Due on Thursday 30 September: 2 recommendations of Social care", (await Only()).Subject);

        await Complete("2");
        await Complete("3");
        _server.Mood("");
        _time.Passed += TimeSpan.FromMinutes(1);
        await Work();

        Assert.Equal(LetterState.NotNeeded, (await Only()).State);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task A_revised_date_has_a_reminder_before_it_and_none_after_it()
    {
        await Contact("Social care", null);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Revise(one, new(2010, 10, 29), "More staff are needed", "Director", Owner)));
        _time.Today = new(2010, 10, 15);
        await Work();

        var mail = Assert.Single(_server.Taken);
        Assert.Equal("Due on Friday 29 October: 1 recommendation of Social care", mail.Subject);
        Assert.Contains("originally due on 30 September 2010, revised to 29 October 2010", mail.TextBody);
        Assert.Contains("is not met in its original timescale, whatever it was revised to", mail.TextBody);
        _time.Today = new(2010, 11, 1);
        await Work();
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_suite_that_was_off_writes_once_and_to_nobody_about_what_is_long_past()
    {
        _time.Today = new(2010, 12, 1);
        await Work();
        Assert.Empty(await Rows());

        _time.Today = new(2010, 10, 12);
        await Work();
        Assert.Equal(ReminderKind.After, (await Only()).Kind);
    }

    [Fact]
    public async Task Many_workers_at_once_write_one_row_and_send_one_message()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Work)));

        var row = await Only();
        Assert.Equal((LetterState.Sent, 1), (row.State, row.Attempts));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Nobody_is_written_to_before_eight_nor_on_a_day_that_is_no_working_day_nor_without_a_contact()
    {
        _time.Today = new(2010, 9, 18);
        await Work();
        (_time.Today, _time.Passed) = (TenBefore, TimeSpan.FromMinutes(-61));
        await Work();
        Assert.Empty(await Rows());

        _time.Passed = TimeSpan.FromMinutes(-60);
        await Edit(_suite, db => db.Contacts.ExecuteDeleteAsync());
        await Work();
        Assert.Empty(await Rows());
        await Contact("social CARE", null);
        await Work();
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Of_one_that_nobody_knows_of_a_person_decides_on_the_page()
    {
        using var lead = await SignIn(_suite, "demo-inspection-lead");
        var before = await lead.Page("/inspections/reminders");
        Assert.Equal("No reminder has been written yet. 1 letter is due today and cannot be sent.", Words(before.QuerySelector(".suite-sentence")));
        Assert.Equal(["Social care 31 Jul 2010 Escalation director@example.org"], before.QuerySelectorAll("tbody tr").Select(Words));
        _server.Mood("cut");
        await Work();

        var page = await lead.Page("/inspections/reminders");
        Assert.Equal("1 reminder. 1 letter is due today and cannot be sent. Of 1 nobody knows whether it was sent: look, and decide.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("2 services with open recommendations have nobody to write to, Inclusion and Safeguarding", Words(page.QuerySelector("main")));
        page = await lead.Send(page, "form[action*='handler=Sent'] button");

        Assert.Equal("1 reminder: 1 sent. 1 letter is due today and cannot be sent.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(LetterState.Sent, (await Only()).State);
    }

    [Fact]
    public async Task Contacts_are_kept_by_service_and_the_second_of_two_savers_is_told()
    {
        using var lead = await SignIn(_suite, "demo-inspection-lead");
        const string save = "form button.govuk-button";
        Assert.Equal("1 of 3 services has somebody to write to.", Words((await lead.Page("/inspections/reminders/contacts")).QuerySelector(".suite-sentence")));
        var (mine, theirs) = (await lead.Page("/inspections/reminders/contacts?of=Inclusion"), await lead.Page("/inspections/reminders/contacts?of=Inclusion"));
        var page = await lead.Send(mine, save, ("Name", "Head of inclusion"), ("Email", "nobody"));
        Assert.Equal("Error: “nobody” is no e-mail address: give one such as name@council.example", Words(page.QuerySelector("#Email-error")));

        page = await lead.Send(theirs, save, ("Name", "Their head"), ("Email", "theirs@council.example"));
        Assert.Equal("2 of 3 services have somebody to write to.", Words(page.QuerySelector(".suite-sentence")));
        page = await lead.Send(mine, save, ("Name", "Head of inclusion"), ("Email", "inclusion@council.example"));
        Assert.Equal("Error: Somebody else has saved Their head, theirs@council.example meanwhile. Save again if yours is right", Words(page.QuerySelector("#Name-error")));
        await lead.Send(page, save);
        Assert.Equal("Head of inclusion", await Edit(_suite, db => db.Contacts.Where(contact => contact.Service == "Inclusion").Select(contact => contact.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("Before", "0", "RecommendationReminders:Before is a number of working days from 1 to 60, and \"0\" is none.")]
    [InlineData("EscalateAfter", "ten", "RecommendationReminders:EscalateAfter is a number of working days from 2 to 60, and \"ten\" is none.")]
    public void A_setting_that_cannot_be_used_is_told_at_the_start(string setting, string value, string says) => Assert.Equal(
        says, Assert.Throws<CannotStartException>(() => ReminderSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new($"RecommendationReminders:{setting}", value)]).Build())).Message);

    private ModuleDatabase<InspectionsDb> Database => _suite.Services.GetRequiredService<ModuleDatabase<InspectionsDb>>();

    private BusinessClock Clock => new(_time);

    private MailSettings Mail => MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{_server.Port}", ["Mail:Security"] = "none", ["Mail:From"] = "Inspections <inspections@council.example>",
        ["Mail:BaseAddress"] = "https://improvement.council.example",
    }).Build());

    /// <summary>The work of one minute, on the day that stands.</summary>
    private async Task Work()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var settings = ReminderSettings.Read(new ConfigurationBuilder().Build());
        var writer = new ReminderWriter(scope.ServiceProvider.GetRequiredService<InspectionsDb>(), Database, WorkingDayCalendar.EnglandAndWales, settings, Mail, Clock);
        await new ReminderWork(writer, _sender, Mail).Run(default);
    }

    private Task Contact(string service, string? escalateTo) => Edit(_suite, async db =>
    {
        await db.Contacts.Where(contact => contact.Service == service).ExecuteDeleteAsync();
        db.Contacts.Add(new() { Service = service, Name = $"Head of {service}", Email = "social-care@example.org", EscalateTo = escalateTo });
        return await db.SaveChangesAsync();
    });

    private async Task Complete(string number)
    {
        await AddEvidence(_suite, "F1", number, Owner);
        Assert.Null(await Step(_suite, "F1", number, (desk, one) => desk.Complete(one, new(2010, 8, 20), null, Owner)));
    }

    private Task<List<Reminder>> Rows() => Edit(_suite, db => db.Reminders.AsNoTracking().ToListAsync());

    private async Task<Reminder> Only() => Assert.Single(await Rows());
}
