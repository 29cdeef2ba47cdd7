using ImprovementSuite.Platform.Time;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace ImprovementSuite.Platform.Mail;

/// <summary>Hands a message to the council's mail server. It knows nothing of what the message is about.</summary>
public sealed class Mailer(MailSettings settings, BusinessClock clock)
{
    /// <summary>Longer than any server takes, and far shorter than the wait after which a claim counts as abandoned.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns when the server has taken the message.</summary>
    /// <exception cref="NotTakenException">The server cannot be reached or has refused the message.</exception>
    /// <exception cref="Exception">Any other: the connection broke while the message was handed over, and nobody knows whether the server has it.</exception>
    public async Task Send(Letter letter)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new SmtpClient();
        var message = Message(letter);
        await Reach(client, patience.Token);
        try
        {
            await client.SendAsync(message, patience.Token);
        }
        catch (SmtpCommandException refused)
        {
            throw new NotTakenException($"The mail server refused it: {refused.Message}", refused);
        }
        await Leave(client, patience.Token);
    }

    private async Task Reach(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, patience);
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Password ?? "", patience);
        }
        catch (Exception reason)
        {
            throw new NotTakenException($"The mail server {settings.Host}:{settings.Port} could not be used: {reason.Message}", reason);
        }
    }

    private static async Task Leave(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.DisconnectAsync(quit: true, patience);
        }
        catch (Exception rude) when (rude is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
            // The server has the message: how it says goodbye changes nothing.
        }
    }

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage { MessageId = letter.MessageId, Subject = letter.Subject, Date = new DateTimeOffset(clock.Now, TimeSpan.Zero), Body = new TextPart("plain") { Text = letter.Body } };
        message.From.Add(settings.From);
        message.To.Add(MailboxAddress.Parse(letter.Address));
        // Tells other machines not to answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
