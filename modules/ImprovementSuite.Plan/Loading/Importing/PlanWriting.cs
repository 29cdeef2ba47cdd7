using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>
/// Writes the differences between the plan and a file into the plan's rows, and touches no others. Rows that stay keep their ids: what other
/// parts of the suite know of a milestone still holds.
/// </summary>
/// <param name="name">What the file is called.</param>
internal sealed class PlanWriting(PlanDb db, PlanFile before, PlanFile file, string name, Actor actor, BusinessClock clock)
{
    public async Task Write(PlanDifferences differences, CancellationToken cancel)
    {
        var plan = await db.Plans.SingleAsync(cancel);
        var lines = await db.Lines.ToDictionaryAsync(line => line.Ref, cancel);
        var measures = await db.Measures.AsSplitQuery().ToDictionaryAsync(measure => measure.Code, cancel);
        var panels = await db.Panels.AsSplitQuery().ToDictionaryAsync(panel => panel.On, cancel);
        foreach (var change in differences.Changes)
        {
            switch (change.Part)
            {
                case PlanPart.Plan:
                    Take(plan);
                    break;
                case PlanPart.Line:
                    One(change.Kind, lines.GetValueOrDefault(change.Key), file.Lines.FirstOrDefault(line => line.Ref == change.Key), Take);
                    break;
                case PlanPart.Measure:
                    One(change.Kind, measures.GetValueOrDefault(change.Key), file.Measures.FirstOrDefault(measure => measure.Code == change.Key), Take);
                    if (change.Kind != ChangeKind.Removed)
                        await TakeReadings(change.Key, cancel);
                    break;
                default:
                    var on = DateOnly.Parse(change.Key, System.Globalization.CultureInfo.InvariantCulture);
                    One(change.Kind, panels.GetValueOrDefault(on), file.Panels.Contains(on) ? PlanContent.Freeze(file, on) : null, Take);
                    break;
            }
        }
        foreach (var (place, line) in file.Lines.Index())
            (lines.GetValueOrDefault(line.Ref) ?? line).Order = place;
    }

    private void One<T>(ChangeKind kind, T? stored, T? read, Action<T, T> take) where T : class
    {
        if (kind == ChangeKind.New)
        {
            db.Add(read!);
            return;
        }
        if (kind == ChangeKind.Removed)
        {
            db.Remove(stored!);
            return;
        }
        take(stored!, read!);
        // Also where only its parts have changed: whoever has it open is shown the difference.
        db.Entry(stored!).Property("Version").IsModified = true;
    }

    private void Take(LoadedPlan plan)
    {
        (plan.Title, plan.Authority, plan.Updated, plan.Start, plan.End) = (file.Title, file.Authority, file.Updated, file.Start, file.End);
        plan.Achievements = [.. file.Achievements];
    }

    private void Take(Line line, Line read)
    {
        (line.Theme, line.Name, line.Objective, line.Action) = (read.Theme, read.Name, read.Objective, read.Action);
        (line.BaselineText, line.TargetText, line.TargetDateText, line.Commentary) = (read.BaselineText, read.TargetText, read.TargetDateText, read.Commentary);
        (line.Leads, line.Workstreams, line.Measures) = ([.. read.Leads], [.. read.Workstreams], [.. read.Measures]);
        (line.Declared, line.DeclaredDirection, line.DeclaredReason) = (read.Declared, read.DeclaredDirection, read.DeclaredReason);

        var known = line.Milestones.OrderBy(milestone => milestone.Id).ToList();
        foreach (var milestone in read.Milestones)
        {
            if (known.FirstOrDefault(one => one.Title == milestone.Title) is not { } same)
            {
                line.Milestones.Add(milestone);
                continue;
            }
            known.Remove(same);
            (same.By, same.DateInferred, same.Progress, same.Done, same.Evidence) = (milestone.By, milestone.DateInferred, milestone.Progress, milestone.Done, milestone.Evidence);
        }
        line.Milestones.RemoveAll(known.Contains);
    }

    private void Take(Measure measure, Measure read)
    {
        var stored = before.Measures.First(one => one.Code == measure.Code);
        (measure.Title, measure.Kind, measure.Unit, measure.Polarity) = (read.Title, read.Kind, read.Unit, read.Polarity);
        (measure.Frequency, measure.RatedOn, measure.Thing, measure.Things) = (read.Frequency, read.RatedOn, read.Thing, read.Things);
        (measure.Caution, measure.Scale) = (read.Caution, [.. read.Scale]);
        Replace(measure.Baselines, read.Baselines, PlanWords.OfBaselines(stored), PlanWords.OfBaselines(read));
        Replace(measure.Stages, read.Stages, PlanWords.OfStages(stored), PlanWords.OfStages(read));
        Replace(measure.Comparators, read.Comparators, PlanWords.OfComparators(stored), PlanWords.OfComparators(read));
    }

    /// <summary>Takes the file's list as a whole where anything in it differs: the order is part of it.</summary>
    private void Replace<T>(List<T> stored, List<T> read, IEnumerable<(string, string?)> words, IEnumerable<(string, string?)> now) where T : class
    {
        if (words.SequenceEqual(now))
            return;
        db.RemoveRange(stored);
        stored.Clear();
        stored.AddRange(read);
    }

    private static void Take(Panel panel, Panel read)
    {
        (panel.UpdatesDue, panel.DispatchOn) = (read.UpdatesDue, read.DispatchOn);
        if (read.FrozenOn is { } on)
            panel.KnownToHaveSeen(read.Frozen, on);
    }

    /// <summary>A figure that is told otherwise is appended and the earlier one kept as superseded.</summary>
    private async Task TakeReadings(string measure, CancellationToken cancel)
    {
        var stored = await db.Readings.AsNoTracking().Where(reading => reading.Measure == measure && reading.Current && reading.Origin != Origin.Recalculated).ToListAsync(cancel);
        foreach (var read in file.Readings.Where(reading => reading.Measure == measure))
        {
            var words = PlanWords.Of(read);
            var earlier = stored.FirstOrDefault(reading => PlanWords.Of(reading).Field == words.Field);
            if (earlier is null)
            {
                db.Add(read.BroughtIn(read.KnownOn, actor, clock.Now, name));
            }
            else if (PlanWords.Of(earlier).Words != words.Words)
            {
                await db.Readings.Where(reading => reading.Id == earlier.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(reading => reading.Current, false).SetProperty(reading => reading.SupersededBy, actor.Name).SetProperty(reading => reading.SupersededAt, clock.Now), cancel);
                var since = read.KnownOn > earlier.KnownOn ? read.KnownOn : clock.Today > earlier.KnownOn ? clock.Today : earlier.KnownOn;
                db.Add(read.BroughtIn(since, actor, clock.Now, name));
            }
        }
    }
}
