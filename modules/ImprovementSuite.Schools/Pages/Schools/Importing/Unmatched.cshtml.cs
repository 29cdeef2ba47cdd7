using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Importing;

/// <summary>Results with a number that the register does not have: whose they are is said here, with a reason, and can be taken back.</summary>
[Authorize(Tasks.LookAfterSchools)]
internal sealed class UnmatchedModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database, Doorbell doorbell) : PageModel
{
    private const int LongestReason = 500;

    public IReadOnlyList<UnmatchedResult> Aside { get; private set; } = [];

    public long AsideCount { get; private set; }

    public IReadOnlyList<MatchedUrn> Matches { get; private set; } = [];

    /// <summary>Results of the matched numbers.</summary>
    public ILookup<int, UnmatchedResult> Matched { get; private set; } = null!;

    /// <summary>The council's schools, by name.</summary>
    public IReadOnlyList<(int Urn, string Name)> Schools { get; private set; } = [];

    /// <summary>The number that stands in the results.</summary>
    [BindProperty]
    public int? Number { get; set; }

    /// <summary>The school that it is of.</summary>
    [BindProperty]
    public int? School { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostMatchAsync()
    {
        await Read();
        if (Aside.All(result => result.Result.Urn != Number))
            ModelState.AddModelError(nameof(Number), "Choose a number from the list; somebody else may have matched it meanwhile");
        if (Schools.All(school => school.Urn != School))
            ModelState.AddModelError(nameof(School), "Choose the school that these results are of");
        RequireReason();
        if (!ModelState.IsValid)
            return Page();
        db.MatchedUrns.Add(new MatchedUrn { Urn = Number!.Value, School = School!.Value });
        return await Save("matched results to a school", Number.Value, null, NameOf(School.Value));
    }

    public async Task<IActionResult> OnPostUnmatchAsync(int number)
    {
        await Read();
        if (await db.MatchedUrns.FindAsync([number], HttpContext.RequestAborted) is not { } match)
            return RedirectToPage();
        db.MatchedUrns.Remove(match);
        return await Save("took back which school results are of", number, NameOf(match.School), null);
    }

    public string NameOf(int urn) => Schools.FirstOrDefault(school => school.Urn == urn) is { Name: not null } school ? $"{school.Name}, {urn}" : urn.ToString(CultureInfo.InvariantCulture);

    private async Task<IActionResult> Save(string action, int number, string? before, string? after)
    {
        db.Record(Actor.Of(User), action, number.ToString(CultureInfo.InvariantCulture), before, after, Why?.Trim());
        try
        {
            await db.SaveAndCountAnew(HttpContext.RequestAborted);
        }
        catch (DbUpdateException)
        {
            // Somebody else has matched it, or taken the match back, at this moment: the page says which.
            return RedirectToPage();
        }
        doorbell.Ring(SchoolsModule.Name);
        return RedirectToPage();
    }

    private void RequireReason()
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say how you know: it is kept in the change log");
        else if (Why.Length > LongestReason)
            ModelState.AddModelError(nameof(Why), $"The reason has {LongestReason} characters at most");
    }

    private async Task Read()
    {
        var cancel = HttpContext.RequestAborted;
        var authority = (await db.Settings(cancel)).Authority;
        (AsideCount, Aside, Matched) = database.Read(connection => (
            UnmatchedResults.Count(connection, authority), UnmatchedResults.Read(connection, authority), UnmatchedResults.Matched(connection).ToLookup(result => result.Result.Urn)));
        Matches = await db.MatchedUrns.AsNoTracking().OrderBy(match => match.Urn).ToListAsync(cancel);
        Schools = [.. (await db.Schools.AsNoTracking().Where(school => school.Counts && school.Authority == authority).Select(school => new { school.Urn, school.Name }).ToListAsync(cancel))
            .OrderBy(school => school.Name, StringComparer.OrdinalIgnoreCase).Select(school => (school.Urn, school.Name))];
    }
}
