using ImprovementSuite.Platform.Storage;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace ImprovementSuite.Platform.Mail;

/// <summary>How the council's mail server is reached. Without <paramref name="Host"/> nothing is sent.</summary>
/// <param name="Host">The mail server; null where none is set up.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The address that messages come from.</param>
/// <param name="User">Whom to sign in as, where the server asks for it.</param>
/// <param name="Password">That user's password.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="BaseAddress">Where people reach the suite, for the links in messages; null where that is not set.</param>
public sealed record MailSettings(string? Host, int Port, MailboxAddress From, string? User, string? Password, SecureSocketOptions Security, Uri? BaseAddress)
{
    private static readonly MailboxAddress Nobody = new("", "");

    /// <summary>Whether there is a mail server to send with.</summary>
    public bool IsSetUp => Host is not null;

    /// <summary>Reads <c>Mail:Host</c>, <c>Port</c>, <c>From</c>, <c>User</c>, <c>Password</c>, <c>Security</c> (none, starttls, tls) and <c>BaseAddress</c>.</summary>
    /// <exception cref="CannotStartException">A setting is missing or cannot be used; the sentence says which.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host)
            return new(null, 0, Nobody, null, null, SecureSocketOptions.None, null);
        var (security, usualPort) = mail["Security"]?.ToLowerInvariant() switch
        {
            null or "" or "starttls" => (SecureSocketOptions.StartTls, 587),
            "tls" => (SecureSocketOptions.SslOnConnect, 465),
            "none" => (SecureSocketOptions.None, 25),
            var other => throw new CannotStartException($"Mail:Security is none, starttls or tls, and \"{other}\" is none of them."),
        };
        var port = mail["Port"] is not { Length: > 0 } typed ? usualPort
            : int.TryParse(typed, out var number) && number is > 0 and < 65536 ? number
            : throw new CannotStartException($"Mail:Port is a port number, and \"{mail["Port"]}\" is none.");
        if (!MailboxAddress.TryParse(mail["From"], out var from) || !from.Address.Contains('@'))
            throw new CannotStartException("Mail:Host is set, but Mail:From is not: give the address that reminders come from, such as improvement-plan@council.example.");
        var link = mail["BaseAddress"] is not { Length: > 0 } address ? null
            : Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new CannotStartException($"Mail:BaseAddress is where people reach the suite, such as https://improvement.council.example, and \"{mail["BaseAddress"]}\" is no such address.");
        return new(host, port, from, mail["User"], mail["Password"], security, link);
    }
}
