using Hangfire;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>Opens each month of the programme when it begins, so that what is expected counts though nobody has audited yet.</summary>
internal sealed class ProgrammeMonths(SocialCareDb db, BusinessClock clock, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every quarter of an hour and does not repeat a failure: the next time does.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task Turn(CancellationToken cancel)
    {
        var opened = (await db.Programme(cancel)).Turn(clock.Today);
        if (opened.Count > 0)
            await db.SaveCounted(doorbell, [.. opened.Select(month => (AuditsCompleted.Code, month))], cancel);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class ProgrammeClock(IRecurringJobManager recurring, IBackgroundJobClient jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        recurring.AddOrUpdate<ProgrammeMonths>("audit-months", months => months.Turn(CancellationToken.None), "*/15 * * * *");
        jobs.Enqueue<ProgrammeMonths>(months => months.Turn(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
