using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Somebody who is not the owner says whether it is complete.</summary>
[Authorize(Tasks.ValidateRecommendations)]
internal sealed class ValidateModel(InspectionsDb db, LedgerDesk desk, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    public static readonly IReadOnlyList<(string, string)> Outcomes = [("", "Choose what was found"), ("complete", "It is complete"), ("incomplete", "It is not complete: it opens again")];

    public static readonly IReadOnlyList<(string, string)> Ways = [("", "Choose how it was looked at"), .. Enum.GetValues<ValidatedHow>().Select(how => ($"{(int)how}", how.Words()))];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public ValidatedHow? How { get; set; }

    [BindProperty(Name = "Day")]
    public string? On { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    /// <summary>Why this person may not validate it, or why there is nothing to validate; null where the form is shown.</summary>
    public string? Refusal =>
        Row.Status != LedgerStatus.Claimed ? $"{LedgerDesk.Name(Case)} is {Row.Status.Words().ToLowerInvariant()}: there is nothing to validate" : LedgerDesk.MayNotValidate(Case, By);

    protected override string Doing => "Validate it";

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }
        if (Outcome is not ("complete" or "incomplete"))
            ModelState.AddModelError(nameof(Outcome), "Choose whether it is complete");
        if (How is not { } how || !Enum.IsDefined(how))
        {
            ModelState.Remove(nameof(How));
            ModelState.AddModelError(nameof(How), "Choose whether it was a visit or an independent desk check");
        }
        var day = PastDay(On, "Day", $"Give the day on which it was looked at, such as {Say.Date(Today)}");
        return !ModelState.IsValid ? Page() : await Take(Desk.Validate(Case, Outcome == "complete", day!.Value, How!.Value, Finding, By), cancel, theirs => [("State", theirs.Status.Words(), Outcome == "complete" ? LedgerStatus.Met.Words() : LedgerStatus.Open.Words())]);
    }
}
