using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Readings;

/// <summary>What a file would change, before any of it is kept. Confirmed, it is kept in one transaction or not at all.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class ReadingFileModel(PlanSnapshots snapshots, PlanDb db, EnteredReadings entered, BusinessClock clock) : PageModel
{
    /// <summary>Rows of the preview; the sentence counts all.</summary>
    public const int Shown = 500;

    public ReadingFile Waiting { get; private set; } = null!;
    public IReadOnlyList<ReadingChange> Changes { get; private set; } = [];
    public int New => Changes.Count(change => change is { ChangesNothing: false, Replaces: null });
    public int Replacing => Changes.Count(change => change is { ChangesNothing: false, Replaces: not null });
    public int Unchanged => Changes.Count(change => change.ChangesNothing);
    public int NotRated => Changes.Count(change => change is { ChangesNothing: false, Beside.IsRecalculated: true });

    /// <summary>Something has changed in the plan since the preview was shown.</summary>
    public bool ChangedMeanwhile { get; private set; }

    /// <summary>Stands for what the preview showed.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes.Select(change => $"{change.Draft.Key}|{change.Replaces?.Id}|{change.Beside?.Id}|{change.ChangesNothing}")))));

    public async Task<IActionResult> OnGet(string id, CancellationToken cancel) => await Read(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, string? seen, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(id, cancel))
            return NotFound();
        if (seen != Seen)
        {
            ChangedMeanwhile = true;
            return Page();
        }
        var actor = Actor.Of(User);
        var (added, replacing) = (New, Replacing);
        var before = string.Join("; ", Changes.Where(change => !change.ChangesNothing).Select(change => change.Replaces).OfType<Reading>().Take(50).Select(reading => $"{reading.Measure} {ReadingSays.OfDays(reading)}"));
        await entered.Keep(Changes, Origin.Imported, actor, Waiting.Name, cancel);
        db.Record(actor, "imported readings", Waiting.Name, before.Length == 0 ? null : before,
            $"{added} new, {replacing} in place of others; SHA-256 of the file {Convert.ToHexStringLower(SHA256.HashData(Waiting.Content))}");
        db.Remove(Waiting);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        TempData["Imported"] = $"{Waiting.Name} is in: {Say.Count("new reading", added)}, {replacing} in place of earlier ones.";
        return Redirect("/plan/readings");
    }

    public async Task<IActionResult> OnPostDiscard(string id, CancellationToken cancel)
    {
        await db.ReadingFiles.Where(file => file.Id == id && file.ActorId == Actor.Of(User).Id).ExecuteDeleteAsync(cancel);
        TempData["Imported"] = "The file was discarded. Nothing has changed.";
        return Redirect("/plan/readings");
    }

    /// <summary>A file is seen and confirmed by whoever brought it in.</summary>
    private async Task<bool> Read(string id, CancellationToken cancel)
    {
        var me = Actor.Of(User).Id;
        if (await snapshots.Current(cancel) is not { } plan || await db.ReadingFiles.SingleOrDefaultAsync(file => file.Id == id && file.ActorId == me, cancel) is not { } found)
            return false;
        var (drafts, errors) = ReadingsFile.Read(found.Name, found.Content, plan.Content.Measures, clock.Today);
        // It was right when it was brought in; where a measure has been changed since, it is brought in anew.
        if (errors.Count > 0)
            return false;
        (Waiting, Changes) = (found, await entered.Compare(drafts, cancel));
        return true;
    }
}
