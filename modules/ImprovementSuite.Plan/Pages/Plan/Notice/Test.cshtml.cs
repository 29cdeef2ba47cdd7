using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>How a condition is shown to be met: adds a test, changes or removes one.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class TestModel(PlanSnapshots snapshots, PlanDb db) : PageModel
{
    public static readonly IEnumerable<(string, string)> Kinds = Enum.GetValues<TestKind>().Select(kind => (kind.ToString(), NoticeSays.Kind(kind)));

    public PlanSnapshot Plan { get; private set; } = null!;
    public Condition Condition { get; private set; } = null!;

    /// <summary>Counted from 1; null where a test is added.</summary>
    public int? Place { get; private set; }

    [BindProperty]
    public TestKind Kind { get; set; }

    [BindProperty]
    public string? Measure { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty, StringLength(Condition.Longest, ErrorMessage = "It has 2,000 characters at most")]
    public string? Wanted { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why; it is kept in the change log"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<(string, string)> Measures =>
        Plan.Content.Measures.Values.OrderBy(measure => measure.Title, StringComparer.Ordinal).Select(measure => (measure.Code, measure.Title)).Prepend(("", "None"));

    public IEnumerable<(string, string)> Lines => Plan.Content.Lines.Select(line => (line.Ref, $"{InWords.Ref(line.Ref)} {line.Name}")).Prepend(("", "None"));

    public async Task<IActionResult> OnGet(int id, int? place, CancellationToken cancel)
    {
        if (!await Read(id, place, cancel))
            return NotFound();
        Version = Condition.Version;
        if (place is null)
            return Page();
        var test = Condition.Tests[place.Value - 1];
        (Kind, Measure, Line, Grade, Wanted) = (test.Kind, test.Measure, test.Line, test.Grade, test.Wanted);
        Months = test.Months == 0 ? null : test.Months.ToString(CultureInfo.InvariantCulture);
        Value = test.Value?.ToString("0.##", CultureInfo.InvariantCulture);
        On = test.On is { } on ? Platform.Ui.Say.Date(on) : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(int id, int? place, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(id, place, cancel))
            return NotFound();
        var test = Typed();
        if (ModelState.IsValid && TestCheck.Wrong(test, Plan.Content.Measures, Plan.Content.Lines) is { } wrong)
            ModelState.AddModelError(wrong.Part, wrong.What);
        if (!ModelState.IsValid || SavedByAnother())
            return Page();
        var says = new NoticeSays(Plan);
        var before = place is { } at ? Condition.Tests[at - 1] : null;
        if (before is null)
            Condition.Add(test);
        else
            Condition.Replace(place!.Value - 1, test.Kind == TestKind.Evidence ? test with { Accepted = before.Accepted } : test);
        db.Record(Actor.Of(User), before is null ? "added a test to a condition" : "changed a test of a condition", Condition.Text, before is null ? null : Said(says, before), Said(says, test), Why);
        return await Save(transaction, id, cancel);
    }

    public async Task<IActionResult> OnPostRemove(int id, int place, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(id, place, cancel))
            return NotFound();
        if (!ModelState.IsValid || SavedByAnother())
            return Page();
        var test = Condition.Tests[place - 1];
        Condition.Remove(place - 1);
        db.Record(Actor.Of(User), "removed a test of a condition", Condition.Text, Said(new(Plan), test), why: Why);
        return await Save(transaction, id, cancel);
    }

    private async Task<IActionResult> Save(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, int id, CancellationToken cancel)
    {
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect($"/plan/notice/condition/{id}");
    }

    /// <summary>The test that was typed; fields that its kind does not use are left out.</summary>
    private ConditionTest Typed()
    {
        var ofMeasure = Kind is TestKind.MonthsInARow or TestKind.Reading;
        return new(Kind)
        {
            Measure = ofMeasure ? ReadingCheck.Text(Measure) : null,
            Months = Kind == TestKind.MonthsInARow && int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0,
            Value = ofMeasure ? Number() : null,
            Grade = Kind == TestKind.Reading ? ReadingCheck.Text(Grade)?.ToLowerInvariant() : null,
            On = Kind == TestKind.Reading ? Day() : null,
            Line = ofMeasure ? null : ReadingCheck.Text(Line),
            Wanted = Kind == TestKind.Evidence ? ReadingCheck.Text(Wanted) : null,
        };
    }

    private decimal? Number()
    {
        if (ReadingCheck.Text(Value) is not { } text)
            return null;
        if (decimal.TryParse(text.Replace(",", "").TrimEnd('%').TrimStart('£'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return value;
        ModelState.AddModelError(nameof(Value), $"\"{text}\" is no number: give the value in figures, or leave it empty for what the plan expects");
        return null;
    }

    private DateOnly? Day()
    {
        if (ReadingCheck.Text(On) is not { } text)
            return null;
        if (TypedDay.Read(text) is { } day)
            return day;
        ModelState.AddModelError(nameof(On), $"\"{text}\" is no day: write it such as 31 October 2010, or leave it empty for the latest reading");
        return null;
    }

    private bool SavedByAnother()
    {
        if (Condition.Version == Version)
            return false;
        Version = Condition.Version;
        ModelState.Remove(nameof(Version));
        var says = new NoticeSays(Plan);
        ModelState.AddModelError("", $"Somebody else has changed this condition meanwhile. Its tests are now: {string.Join("; ", Condition.Tests.Select(test => Said(says, test)))}. Save again if yours still holds.");
        return true;
    }

    private async Task<bool> Read(int id, int? place, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || await db.Conditions.SingleOrDefaultAsync(condition => condition.Id == id, cancel) is not { } found || place < 1 || place > found.Tests.Count)
            return false;
        (Plan, Condition, Place) = (plan, found, place);
        return true;
    }

    private static string Said(NoticeSays says, ConditionTest test) => test.Measure is null ? says.Test(test) : $"{test.Measure}: {says.Test(test)}";
}
