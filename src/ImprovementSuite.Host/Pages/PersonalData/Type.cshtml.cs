using System.Globalization;
using Hangfire;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.PersonalData;

/// <summary>One type of record: its rule, what would go by it or by another, and the removal.</summary>
[Authorize(Tasks.LookAfterPersonalData)]
internal sealed class TypeModel(RetentionOfAll retention, IServiceProvider services, IBackgroundJobClient jobs, BusinessClock clock) : PageModel
{
    private const int LongestReason = 500;

    private Retention _retention = null!;

    [BindProperty(SupportsGet = true)]
    public string Module { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "type")]
    public string Name { get; set; } = "";

    /// <summary>The years of a dry run, as typed; those of the rule where nothing is.</summary>
    [BindProperty(SupportsGet = true, Name = "try")]
    public string? TryYears { get; set; }

    [BindProperty]
    public string? Years { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? RemoveWhy { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>As many as the person saw would go.</summary>
    [BindProperty]
    public long Going { get; set; }

    public string Title => _retention.Records.Title;

    public RetainedType Type { get; private set; } = null!;

    public RetentionRule? Rule { get; private set; }

    public IReadOnlyList<RetentionRun> Runs { get; private set; } = [];

    /// <summary>What would go by so many years; null where there is no rule and nothing was tried.</summary>
    public (int Years, RetentionTrial Result)? Trial { get; private set; }

    public bool IsUnderWay => Runs.Any(run => run.EndedAt is null);

    /// <summary>The trial is of the rule as it stands: what it shows can be removed.</summary>
    public bool MayRemove => Trial is { } trial && trial.Years == Rule?.Years && trial.Result.Going > 0 && !IsUnderWay;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        if (TryYears is not null && Number(TryYears) is null)
            ModelState.AddModelError("try", Wrong);
        Try(Number(TryYears) ?? Rule?.Years);
        return Page();
    }

    public async Task<IActionResult> OnPostRuleAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        var years = Number(Years);
        if (years is null && !string.IsNullOrWhiteSpace(Years))
            ModelState.AddModelError(nameof(Years), Wrong);
        else if (years is null && Rule is null)
            ModelState.AddModelError(nameof(Years), "Enter for how many years, such as 6");
        Reason(Why, nameof(Why));
        if (!ModelState.IsValid)
            return Shown();
        var db = retention.Context(_retention, services);
        var before = Rule is null ? "no rule" : Say.Count("year", Rule.Years);
        if (Version is { } seen && Rule is null || Version is null && Rule is not null || Rule is not null && Version != Rule.Version)
        {
            ModelState.AddModelError(nameof(Years), $"Somebody has changed this rule meanwhile: it now says {before}. Save again if yours is still right");
            Version = Rule?.Version;
            ModelState.Remove(nameof(Version));
            return Shown();
        }
        if (Rule is not null && years is null)
            db.Remove(Rule);
        else if (Rule is not null)
            (Rule.Years, _) = (years!.Value, db.Entry(Rule).State = EntityState.Modified);
        else
            db.Add(new RetentionRule { Type = Type.Name, Years = years!.Value });
        db.Record(Actor.Of(User), "said how long records are kept", $"{Title}: {Type.Plural}", before, years is { } kept ? $"{Say.Count("year", kept)} after {Type.After}" : "no rule", Why!.Trim());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/personal-data/{Module}/{Name}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await Read(cancel))
            return NotFound();
        Reason(RemoveWhy, nameof(RemoveWhy));
        Try(Rule?.Years);
        if (IsUnderWay)
            ModelState.AddModelError("", "A removal is under way already: wait until it is done");
        else if (Trial is null)
            ModelState.AddModelError("", "Somebody has taken the rule away meanwhile: nothing was removed");
        else if (Trial.Value.Result.Going != Going)
            ModelState.AddModelError("", $"{Say.Number(Trial.Value.Result.Going)} would go now, and you were shown {Say.Number(Going)}. Look again, and remove them if that is right");
        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(Going));
            return Page();
        }
        var (years, result) = Trial!.Value;
        var db = retention.Context(_retention, services);
        var run = RetentionRun.Of(Type, result.Before, result.Going, Actor.Of(User), RemoveWhy!.Trim(), clock.Now);
        db.Add(run);
        db.Record(
            Actor.Of(User), "removed records past their time", $"{Title}: {Type.Plural}", before: Say.Count("record", result.Held),
            after: $"{Say.Count("record", result.Going)} with their last day before {Say.Date(result.Before)} go, {Say.Count("year", years)} after {Type.After}", why: run.Why);
        await db.SaveChangesAsync(cancel);
        jobs.Enqueue<RetentionWork>(work => work.Run());
        return Redirect($"/personal-data/{Module}/{Name}");
    }

    private const string Wrong = "Enter whole years from 1 to 100, such as 6";

    private PageResult Shown()
    {
        Try(Rule?.Years);
        return Page();
    }

    private void Try(int? years)
    {
        if (years is { } of)
            Trial = (of, _retention.Try(Type, RetentionRule.BeforeAfter(of, clock.Today)));
    }

    private static int? Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= RetentionRule.LongestYears ? years : null;

    private void Reason(string? why, string field)
    {
        if (string.IsNullOrWhiteSpace(why))
            ModelState.AddModelError(field, "Say why, such as the line of the council's retention schedule: it is kept in the change log");
        else if (why.Length > LongestReason)
            ModelState.AddModelError(field, $"The reason has {LongestReason} characters at most; this one has {why.Length}");
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (retention.Named(Module, Name) is not var (module, type))
            return false;
        (_retention, Type) = (module, type);
        var db = retention.Context(module, services);
        Rule = await db.Set<RetentionRule>().SingleOrDefaultAsync(rule => rule.Type == Name, cancel);
        Runs = await db.Set<RetentionRun>().AsNoTracking().Where(run => run.Type == Name).OrderByDescending(run => run.Id).Take(20).ToListAsync(cancel);
        if (HttpMethods.IsGet(Request.Method))
            (Version, Years) = (Rule?.Version, Rule?.Years.ToString(CultureInfo.InvariantCulture));
        // Without script, and until it is done.
        if (IsUnderWay)
            Response.Headers.Append("Refresh", "3");
        return true;
    }
}
