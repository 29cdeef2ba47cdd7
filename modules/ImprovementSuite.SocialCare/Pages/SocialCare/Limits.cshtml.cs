using System.ComponentModel.DataAnnotations;
using Hangfire;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.WorkInProgress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>The council decides how many working days an assessment may take, and from when. A change counts everything anew.</summary>
[Authorize(Tasks.ChangeDefinitions)]
internal sealed class LimitsModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, Doorbell doorbell, IBackgroundJobClient jobs) : PageModel
{
    private const string Day = "Give the first day, such as 1 October 2010";

    public IReadOnlyList<(string Code, string Title, IReadOnlyList<TimeLimit> Limits)> Measures { get; private set; } = [];

    [BindProperty, Required(ErrorMessage = "Choose a measure")]
    public string? Measure { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the number of working days"), Range(1, 400, ErrorMessage = "The working days are a number from 1 to 400")]
    public int? WorkingDays { get; set; }

    [BindProperty, Required(ErrorMessage = Day)]
    public string? FirstDay { get; set; }

    [BindProperty]
    public LimitDay DecidedBy { get; set; }

    [BindProperty]
    public int StartDayCounts { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why, such as the decision and its date"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostAddAsync()
    {
        await Read();
        var from = EnglishDay.Read(FirstDay);
        if (FirstDay is not null && (from is not { } day || day < WorkingDayCalendar.First || day > WorkingDayCalendar.Last))
            ModelState.AddModelError(nameof(FirstDay), Day);
        if (Measure is not null && Measures.All(m => m.Code != Measure))
            ModelState.AddModelError(nameof(Measure), "Choose a measure from the list");
        if (from is not null && await db.TimeLimits.AnyAsync(l => l.Measure == Measure && l.From == from))
            ModelState.AddModelError(nameof(FirstDay), "A limit begins on that day already: remove it first, or choose another day");
        if (StartDayCounts is not (0 or 1))
            ModelState.AddModelError(nameof(StartDayCounts), "Choose how the first day counts");
        if (!ModelState.IsValid)
            return Page();

        var before = Measures.First(m => m.Code == Measure).Limits;
        var limit = new TimeLimit { Measure = Measure!, From = from!.Value, WorkingDays = WorkingDays!.Value, DecidedBy = DecidedBy, StartDayCounts = StartDayCounts };
        db.TimeLimits.Add(limit);
        db.Record(Actor.Of(User), "added a time limit", Measure!, TimeLimits.InLog(before), TimeLimits.InLog([.. before, limit]), Why);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        // The recalculation sees by itself that the definition is another one.
        doorbell.Ring(SocialCareModule.Name);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCountAsync()
    {
        db.Record(Actor.Of(User), "had everything counted anew", "Social care");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        jobs.Enqueue<ModuleWork>(work => work.RunAll(SocialCareModule.Name, CancellationToken.None));
        TempData["Counting"] = true;
        return RedirectToPage();
    }

    private async Task Read()
    {
        var limits = await db.TimeLimits.OrderBy(l => l.From).ToListAsync();
        Measures = database.Read(SocialCareCounting.Read).Measures.Select(m => m.Definition).Where(d => d.Words.Limit is not null)
            .Select(d => (d.Code, d.Title)).Append((Code: WorkKind.DecisionLimit, Title: WorkKind.DecisionTitle))
            .Select(d => (d.Code, d.Title, (IReadOnlyList<TimeLimit>)[.. limits.Where(l => l.Measure == d.Code)])).ToList();
    }
}
