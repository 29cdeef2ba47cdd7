using ImprovementSuite.Platform.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.CaseAudits;

internal static class CaseAuditParts
{
    public static void AddCaseAudits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditDraws>().AddScoped<ProgrammeMonths>();
        builder.Services.AddHostedService<ProgrammeClock>();
        builder.Services.AddSingleton<IToDoList, AuditsToDo>();
    }
}
