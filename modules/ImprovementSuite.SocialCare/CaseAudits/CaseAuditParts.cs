using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Integration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.CaseAudits;

internal static class CaseAuditParts
{
    public static void AddCaseAudits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditDraws>().AddScoped<ProgrammeMonths>();
        builder.Services.AddHostedService<ProgrammeClock>();
        builder.Services.AddTransient<INotificationHandler<ManagersInPost>, ManagersInPostHandler>();
        builder.Services.AddSingleton<IToDoList, AuditsToDo>();
    }
}
