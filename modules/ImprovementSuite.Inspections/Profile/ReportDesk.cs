using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>Makes reports, and freezes them: the one writer of <see cref="FrozenReport"/>.</summary>
internal sealed class ReportDesk(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock, Doorbell doorbell)
{
    private const int ConstraintFailed = 19;

    /// <summary>What the report would say if it were frozen now.</summary>
    public string Preview(ReportPeriod period) => database.Read(connection => ReportBody.Of(connection, period, clock.Today));

    public Task<FrozenReport?> Frozen(ReportPeriod period, CancellationToken cancel) =>
        db.Set<FrozenReport>().AsNoTracking().SingleOrDefaultAsync(report => report.Kind == period.Kind && report.PeriodFrom == period.From, cancel);

    /// <summary>Whether a report still says what was frozen: by its own hash, and by the one that the change log has kept in its chain.</summary>
    public async Task<bool> IsWhole(FrozenReport report, CancellationToken cancel) =>
        report.IsWhole && await db.ChangeLog.AnyAsync(entry => entry.Action == Action && entry.Subject == new ReportPeriod(report.Kind, report.PeriodFrom).Title && entry.After == InLog(report.Hash), cancel);

    /// <summary>Freezes what a person was shown.</summary>
    /// <param name="seen">The hash of that.</param>
    /// <returns>Why it is not frozen; null where it is.</returns>
    public async Task<string?> Freeze(ReportPeriod period, string? seen, Actor by, CancellationToken cancel)
    {
        if (WhyNot(period, await Frozen(period, cancel)) is { } not)
            return not;
        var body = Preview(period);
        var hash = FrozenReport.HashOf(body);
        if (hash != seen)
            return "Something has changed since you were shown the report. Look at it again, then freeze it";
        db.Add(new FrozenReport { Kind = period.Kind, PeriodFrom = period.From, FrozenOn = clock.Today, FrozenAt = clock.Now, FrozenBy = by.Name, Body = body, Hash = hash });
        db.Record(by, Action, period.Title, after: InLog(hash));
        try
        {
            await db.SaveAndCountAnew([((period.Kind == ReportKind.Recommendations ? ReportsFrozen.Monthly : ReportsFrozen.Quarterly).Code, clock.Today)], cancel);
        }
        catch (DbUpdateException clash) when (clash.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            db.ChangeTracker.Clear();
            return WhyNot(period, await Frozen(period, cancel));
        }
        doorbell.Ring(InspectionsModule.Name);
        return null;
    }

    /// <summary>Why a report cannot be frozen; null where it can.</summary>
    public string? WhyNot(ReportPeriod period, FrozenReport? frozen) =>
        frozen is not null ? $"{frozen.FrozenBy} froze this report on {Say.Date(frozen.FrozenOn)}: a period has one"
        : !period.IsOver(clock.Today) ? $"{period.Name} is not over: its report can be frozen from {Say.Date(period.To.AddDays(1))}"
        : null;

    private const string Action = "froze a report";

    private static string InLog(string hash) => $"SHA-256 {hash}";
}
