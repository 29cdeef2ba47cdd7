using System.Security.Cryptography;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>What a file would change, beside what stands for the plan that it was compared with.</summary>
internal sealed record ImportPreview(PlanDifferences Differences, string Seen);

/// <summary>Imports a plan file over the plan that is loaded, or into an empty database: first as a preview, then in one transaction or not at all.</summary>
internal sealed class PlanImport(PlanDb db, PlanLoader loader, BusinessClock clock)
{
    /// <summary>How an import is called in the change log.</summary>
    public const string Action = "imported a plan file";

    /// <summary>Reads a file that somebody brings in today.</summary>
    /// <exception cref="PlanFileException">All that is wrong with it.</exception>
    public PlanFile Read(byte[] content)
    {
        var file = AnyPlanFile.Read(content);
        if (file.Updated > clock.Today)
            throw new PlanFileException($"The plan says that it was updated on {Say.Date(file.Updated)}. That day is still to come: today is {Say.Date(clock.Today)}.");
        if (file.Readings.Where(reading => reading.KnownOn > clock.Today).ToList() is { Count: > 0 } tooSoon)
            throw new PlanFileException([.. tooSoon.Select(reading => $"{reading.Measure}: a reading to {Say.Date(reading.To)} became known on {Say.Date(reading.KnownOn)}. That day is still to come.")]);
        return file;
    }

    public async Task<ImportPreview> Preview(PlanFile file, CancellationToken cancel)
    {
        var before = await StoredPlan.Read(db, cancel);
        return new(PlanDifferences.Between(before, file, await Held(cancel)), Fingerprint(before));
    }

    /// <summary>Does what the preview showed.</summary>
    /// <param name="seen">What stood for the plan at the preview.</param>
    /// <returns>False, and nothing is changed, where the plan has changed since.</returns>
    public async Task<bool> Apply(PlanFile file, string seen, string name, string why, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var before = await StoredPlan.Read(db, cancel);
        if (Fingerprint(before) != seen)
            return false;
        var differences = PlanDifferences.Between(before, file, await Held(cancel));
        if (before is null)
            loader.Add(file);
        else
            await new PlanWriting(db, before, file, name, actor, clock).Write(differences, cancel);
        Record(differences, before is null, file, name, why, actor);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The days of the panels for which people have written, decided or promised something.</summary>
    private async Task<HashSet<DateOnly>> Held(CancellationToken cancel) =>
    [
        .. await db.Updates.Select(update => update.Panel).Distinct().ToListAsync(cancel),
        .. await db.Decisions.Select(decision => decision.Panel).Distinct().ToListAsync(cancel),
        .. await db.Papers.Select(paper => paper.Panel).Distinct().ToListAsync(cancel),
    ];

    private void Record(PlanDifferences differences, bool isFirst, PlanFile file, string name, string why, Actor actor)
    {
        // A plan that begins is told as a whole; a change is told for each line, measure and panel.
        foreach (var change in isFirst ? [] : differences.Changes)
            db.Record(actor, InWords(change), change.Part == PlanPart.Plan ? "The plan" : change.Part == PlanPart.Panel ? change.Title : change.Key,
                Told(change, field => field.Before), Told(change, field => field.After), why);
        db.Record(actor, Action, name, after: isFirst
            ? $"{Say.Count("line", file.Lines.Count)}, {Say.Count("measure", file.Measures.Count)}, as at {Say.Date(file.Updated)}"
            : Say.Count("change", differences.Changes.Count), why: why);
    }

    private static string InWords(PlanChange change)
    {
        var what = change.Part == PlanPart.Plan ? "the plan's own words" : $"a {change.Part.ToString().ToLowerInvariant()}";
        return change.Kind switch { ChangeKind.New => $"added {what} by import", ChangeKind.Removed => $"removed {what} by import", _ => $"changed {what} by import" };
    }

    private static string? Told(PlanChange change, Func<FieldChange, string?> side) =>
        change.Fields.Where(field => side(field) is not null).Select(field => $"{field.Field}: {side(field)}").ToList() is { Count: > 0 } fields ? string.Join('\n', fields) : null;

    /// <summary>Stands for a plan: any change of what a file can hold gives another.</summary>
    private static string Fingerprint(PlanFile? plan)
    {
        if (plan is null)
            return "none";
        using var written = new MemoryStream();
        PlanFileWriter.Write(plan, written);
        return Convert.ToHexStringLower(SHA256.HashData(written.ToArray()));
    }
}
