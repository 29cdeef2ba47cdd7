using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading;

/// <summary>
/// Makes the stored plan what a plan file says, in one transaction, with a change log entry for each line and measure that differs. What modules
/// have counted, what was typed in or imported as readings, updates, decisions and freezes stay as they are.
/// </summary>
internal sealed class PlanImport(PlanDb db, WorkingDayCalendar calendar, BusinessClock clock)
{
    /// <summary>What the file would change; null where it cannot be taken, with the reasons in <paramref name="wrong"/>.</summary>
    public async Task<(IReadOnlyList<PlanDifference> Differences, long Revision)> Preview(PlanFile file, CancellationToken cancel)
    {
        // On one snapshot of the database, so that the revision is that of what was compared.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        return (PlanDifferences.Between(await StoredPlan.Read(db, tracked: false, cancel), file), await Revision(cancel));
    }

    /// <summary>Takes the file, unless the plan has been changed since its preview.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> Take(PlanFile file, long previewed, Actor actor, string why, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Revision(cancel) != previewed)
            return false;
        var stored = await StoredPlan.Read(db, tracked: true, cancel);
        foreach (var difference in PlanDifferences.Between(stored, file))
            db.Record(
                actor, $"import {difference.Effect.ToString().ToLowerInvariant()} it", difference.Subject, Facts.Text(difference.Fields.Select(field => (field.Field, field.Before))),
                Facts.Text(difference.Fields.Select(field => (field.Field, field.After))), why);
        await TakePlan(file, cancel);
        await TakePanels(file, cancel);
        TakeLines(stored?.Lines ?? [], file);
        TakeMeasures(stored?.Measures ?? [], file);
        TakeReadings(stored?.Readings ?? [], file, actor);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private Task<long> Revision(CancellationToken cancel) => db.Revision.Select(revision => revision.Value).SingleAsync(cancel);

    private async Task TakePlan(PlanFile file, CancellationToken cancel)
    {
        if (await db.Plans.SingleOrDefaultAsync(cancel) is not { } plan)
            db.Add(plan = new LoadedPlan { Title = file.Title, Authority = file.Authority });
        (plan.Title, plan.Authority, plan.Updated, plan.Start, plan.End, plan.Achievements) = (file.Title, file.Authority, file.Updated, file.Start, file.End, [.. file.Achievements]);
    }

    /// <summary>A meeting that the file does not name stays while anything hangs on it.</summary>
    private async Task TakePanels(PlanFile file, CancellationToken cancel)
    {
        var stored = await db.Panels.AsSplitQuery().ToListAsync(cancel);
        foreach (var on in file.Panels.Where(on => stored.All(panel => panel.On != on)))
        {
            var panel = Panel.For(on, calendar);
            if (file.Frozen.Where(frozen => frozen.Panel == on).Select(frozen => frozen.Seen(file)).ToList() is { Count: > 0 } seen)
                panel.KnownToHaveSeen(seen, on);
            db.Add(panel);
        }
        foreach (var gone in stored.Where(panel => !panel.IsFrozen && !file.Panels.Contains(panel.On)))
            if (!await db.Updates.AnyAsync(update => update.Panel == gone.On, cancel) && !await db.Decisions.AnyAsync(decision => decision.Panel == gone.On, cancel) && !await db.Papers.AnyAsync(paper => paper.Panel == gone.On, cancel))
                db.Remove(gone);
    }

    private void TakeLines(IReadOnlyList<Line> stored, PlanFile file)
    {
        foreach (var line in file.Lines)
            if (stored.FirstOrDefault(known => known.Ref == line.Ref) is { } known)
                known.Take(line);
            else
                db.Add(line);
        db.RemoveRange(stored.Where(line => file.Lines.All(kept => kept.Ref != line.Ref)));
    }

    private void TakeMeasures(IReadOnlyList<Measure> stored, PlanFile file)
    {
        foreach (var measure in file.Measures)
            if (stored.FirstOrDefault(known => known.Code == measure.Code) is { } known)
                known.Take(measure);
            else
                db.Add(measure);
        db.RemoveRange(stored.Where(measure => file.Measures.All(kept => kept.Code != measure.Code)));
    }

    /// <summary>A printed reading that the file has otherwise is known from today on; the one before stays for the question what was known when.</summary>
    private void TakeReadings(IReadOnlyList<Reading> stored, PlanFile file, Actor actor)
    {
        var today = clock.Today;
        foreach (var reading in file.Readings)
        {
            var known = stored.FirstOrDefault(other => Key(other) == Key(reading));
            if (known is not null && PlanJson.Of(known).ToJsonString() == PlanJson.Of(reading).ToJsonString())
                continue;
            known?.NoLongerPrinted(actor, clock.Now);
            db.Add(known is null ? reading : reading.KnownSince(today));
        }
        foreach (var gone in stored.Where(reading => file.Readings.All(other => Key(other) != Key(reading))))
            gone.NoLongerPrinted(actor, clock.Now);
    }

    private static (string, PeriodKind, DateOnly, DateOnly, string) Key(Reading reading) => (reading.Measure, reading.PeriodKind, reading.From, reading.To, reading.Round);
}
