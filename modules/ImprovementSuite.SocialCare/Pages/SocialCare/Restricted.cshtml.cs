using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>The restricted cases and the people who may open each.</summary>
[Authorize(Tasks.NameReaders)]
internal sealed class RestrictedModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, Pseudonyms pseudonyms, KnownPeople known) : PageModel
{
    public IReadOnlyList<RestrictedCase> Cases { get; private set; } = [];

    /// <summary>Everybody who can sign in.</summary>
    public IReadOnlyList<KnownPerson> People { get; private set; } = [];

    /// <summary>The case whose form has something wrong.</summary>
    [BindProperty]
    public string? Child { get; set; }

    [BindProperty]
    public string? PersonId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public void OnGet() => Read();

    public async Task<IActionResult> OnPostNameAsync()
    {
        Read();
        var restricted = Cases.FirstOrDefault(restricted => restricted.Child == Child);
        if (restricted is null)
            ModelState.AddModelError(nameof(Child), "Choose a case that is restricted");
        var (person, error) = known.Find(PersonId);
        if (restricted?.Readers.Any(reader => reader.PersonId == person?.Id) == true)
            error = $"{person!.Name} is named for this case already";
        if (error is not null)
            ModelState.AddModelError(nameof(PersonId), error);
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why this person needs to open the case");
        if (!ModelState.IsValid)
            return Page();
        db.NamedReaders.Add(new NamedReader { Child = restricted!.Child, PersonId = person!.Id, Since = clock.Now });
        db.Record(Actor.Of(User), "named a reader of a restricted case", pseudonyms.Of(restricted.Child), after: person.Id, why: Why!.Trim());
        return await Saved();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int reader)
    {
        // Somebody else may have removed the name meanwhile: then there is nothing left to do.
        if (await db.NamedReaders.FirstOrDefaultAsync(named => named.Id == reader, HttpContext.RequestAborted) is not { } gone)
            return RedirectToPage();
        db.NamedReaders.Remove(gone);
        db.Record(Actor.Of(User), "removed a reader of a restricted case", pseudonyms.Of(gone.Child), before: gone.PersonId);
        return await Saved();
    }

    private void Read() => (Cases, People) = (database.Read(RestrictedCases.Read), known.Read());

    private async Task<IActionResult> Saved()
    {
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return RedirectToPage();
    }
}
