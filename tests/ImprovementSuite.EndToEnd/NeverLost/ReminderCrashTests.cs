using System.Text.RegularExpressions;
using ImprovementSuite.Tests.Support;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host is killed when the mail server has a reminder and the host has not heard so: after the start a person is asked, and nothing goes out twice.</summary>
[Collection(PublishedCollection.Name)]
public sealed partial class ReminderCrashTests(PublishedHost published)
{
    private const int Workstreams = 9;

    [Fact]
    public async Task Killed_between_sending_and_recording_it_asks_a_person_and_sends_nothing_twice()
    {
        using var folder = new DataFolderOfTest();
        using var server = new MailServer();
        // Business time has come to the day of the first reminder, 14 September 2010; the case extract is not needed.
        await File.WriteAllTextAsync(folder.Of("demo-began"), DateTime.UtcNow.AddDays(-25).ToString("O"));
        await File.WriteAllTextAsync(folder.Of("demo-sent"), "");
        server.Mood("hold");
        await using (var host = Start(folder, server))
        {
            await server.Has(1);
            host.Kill();
            await host.Ended();
        }
        var inHand = Assert.Single(server.Taken);

        server.Mood("");
        await using var again = Start(folder, server);
        var pages = new Uri($"http://127.0.0.1:{(await again.UntilItSays(Look())).Groups["port"]}");
        await server.Has(Workstreams);
        Assert.Equal(Workstreams, server.Taken.Select(mail => mail.MessageId).Distinct().Count());
        using var browser = new HttpClient { BaseAddress = pages };
        await browser.PostAsync("/sign-in", Form(await browser.GetStringAsync("/sign-in"), ("person", "demo-performance-manager")));
        var asked = await browser.GetStringAsync("/plan/updates/reminders");
        Assert.Contains("The suite stopped while it was being sent.", asked);

        using var resent = await browser.PostAsync($"/plan/updates/reminders?handler=Resend&id={Resend().Match(asked).Groups["id"].Value}", Form(asked));
        Assert.True(resent.IsSuccessStatusCode);
        await server.Has(Workstreams + 1);
        Assert.Equal((inHand.MessageId, inHand.TextBody), (server.Taken[^1].MessageId, server.Taken[^1].TextBody));
    }

    private HostProcess Start(DataFolderOfTest folder, MailServer server) => published.On(
        folder, "demo", "--Mail:Host=127.0.0.1", $"--Mail:Port={server.Port}", "--Mail:Security=none", "--Mail:From=plan@council.example");

    private static FormUrlEncodedContent Form(string page, params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Append(("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));

    [GeneratedRegex(@"Look:\s+http://localhost:(?<port>\d+)/")]
    private static partial Regex Look();

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("handler=Resend&amp;id=(?<id>[0-9]+)")]
    private static partial Regex Resend();
}
