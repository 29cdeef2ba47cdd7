using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Platform.Mail;

/// <summary>Registers the way to the council's mail server.</summary>
public static class MailSetup
{
    /// <summary>The settings and the mailer that every module sends its letters with.</summary>
    /// <exception cref="Storage.CannotStartException">A setting is missing or cannot be used; the sentence says which.</exception>
    public static void AddMail(this IHostApplicationBuilder builder) => builder.Services.AddSingleton(MailSettings.Read(builder.Configuration)).AddSingleton<Mailer>();
}
