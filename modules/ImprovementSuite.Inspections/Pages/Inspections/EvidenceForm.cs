using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections;

/// <summary>A form that takes a file or a link: what shows how ready a provider is, a paper of a review.</summary>
internal abstract class EvidenceForm(InspectionsDb db, EvidenceStore store, BusinessClock clock) : EntryForm(db, clock)
{
    private readonly BusinessClock _clock = clock;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    /// <summary>What is there of the same subject.</summary>
    protected async Task<IReadOnlyList<EvidenceItem>> Kept(EvidenceOf of, long subject, CancellationToken cancel) =>
        await Db.Evidence.AsNoTracking().Where(item => item.Of == of && item.SubjectId == subject && item.RemovedAt == null).OrderBy(item => item.Id).ToListAsync(cancel);

    /// <summary>Keeps what was chosen, or says beside the field what is wrong with it. Of a file that no row names nothing stays.</summary>
    protected async Task<IActionResult> Take(EvidenceOf of, long subject, IFormFile? file, string back, string action, string about, CancellationToken cancel)
    {
        Text(Title, nameof(Title), "Say what it is, such as: Minutes of the team meeting", LongestName);
        var link = TextOrNull(Link);
        if (file is null && link is null)
            ModelState.AddModelError(nameof(file), "Choose a file, or give a link");
        else if (file is not null && link is not null)
            ModelState.AddModelError(nameof(Link), "Give a file or a link, not both: add the other one afterwards");
        else if (link is not null && (link.Length > LongestText || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps))
            ModelState.AddModelError(nameof(Link), $"Give an address that begins with https:// and has {Say.Number(LongestText)} characters at most");
        if (!ModelState.IsValid)
            return Page();

        KeptFile? kept = null;
        var saved = false;
        try
        {
            if (file is not null)
            {
                await using var content = file.OpenReadStream();
                kept = await store.Keep(content, file.FileName, cancel);
                if ((await Kept(of, subject, cancel)).FirstOrDefault(item => item.Sha256 == kept.Sha256) is { } same)
                    throw new EvidenceFileException($"This file is there already, as “{same.Title}”");
            }
            var by = Actor.Of(User);
            Db.Evidence.Add(new EvidenceItem
            {
                Of = of, SubjectId = subject, Title = Title!.Trim(), Link = link, FileName = kept?.FileName, MediaType = kept?.MediaType, Bytes = kept?.Bytes, Sha256 = kept?.Sha256,
                AddedBy = by.Name, AddedById = by.Id, AddedAt = _clock.Now,
            });
            Db.Record(by, action, about, after: kept is null ? $"{Title.Trim()}: {link}" : $"{Title.Trim()}: {kept.FileName}, {kept.Sha256}");
            await Db.SaveChangesAsync(cancel);
            saved = true;
            return Redirect(back);
        }
        catch (EvidenceFileException refused)
        {
            ModelState.AddModelError(nameof(file), refused.Message);
            return Page();
        }
        finally
        {
            if (!saved && kept is { IsNew: true } && !await Db.Evidence.AnyAsync(item => item.Sha256 == kept.Sha256 && item.RemovedAt == null, CancellationToken.None))
                store.Discard(kept.Sha256);
        }
    }
}
