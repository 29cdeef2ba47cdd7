using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>Says what agency staff may cost in a year.</summary>
[Authorize(Tasks.LookAfterSpend)]
internal sealed class CeilingModel(WorkforceDb db, BusinessClock clock) : EntryForm(db, clock)
{
    /// <summary>The version of a ceiling that nobody has set: whoever set one meanwhile is seen by it.</summary>
    private const int NotSet = -1;

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Decided { get; set; }

    public FinancialYear Year { get; private set; }

    public SpendCeiling? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancel)
    {
        if (!await Find(year, cancel))
            return NotFound();
        Version = NotSet;
        if (Known is { } known)
            (Amount, Basis, Decided, Version) = (Pounds.Plain(known.Pence), known.Basis, EnglishDay.Write(known.DecidedOn), known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancel)
    {
        if (!await Find(year, cancel))
            return NotFound();
        var pence = Pounds.Read(Amount);
        if (pence is null)
            ModelState.AddModelError(nameof(Amount), string.IsNullOrWhiteSpace(Amount) ? "Give the ceiling in pounds, such as 1,403,627" : $"“{Amount.Trim()}” is not an amount over 0: write pounds, such as 1,403,627 or 1403627.50");
        Text(Basis, nameof(Basis), "Say how the ceiling came about, such as 1,843,627 less 440,000");
        var decided = PastDay(Decided, nameof(Decided), $"Give the day on which it was decided, such as {Say.Date(Today)}");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var ceiling = Known ?? Db.Add(new SpendCeiling { Year = year }).Entity;
        if (Known is not null)
            Db.Expect(ceiling, Version);
        ceiling.Set(pence!.Value, Basis!.Trim(), decided!.Value);
        Db.Record(Actor.Of(User), before is null ? "set a ceiling of agency spend" : "changed a ceiling of agency spend", Year.Name, before, ceiling.InLog());
        return await Save($"/workforce/agency?year={year}", () => Db.SaveChangesAsync(cancel), async () =>
        {
            await Find(year, cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Ceiling", Pounds.Exact(theirs.Pence), Pounds.Exact(pence.Value)), ("How it came about", theirs.Basis, Basis), ("Decided on", EnglishDay.Write(theirs.DecidedOn), EnglishDay.Write(decided))));
        });
    }

    private async Task<bool> Find(int year, CancellationToken cancel)
    {
        Year = new(year);
        Known = await Db.Set<SpendCeiling>().SingleOrDefaultAsync(ceiling => ceiling.Year == year, cancel);
        return year is >= 1990 and <= 2100;
    }
}
