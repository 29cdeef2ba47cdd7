using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Import;

/// <summary>What a plan file would change, before any of it is kept. Confirmed with a reason, it is kept in one transaction or not at all.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class PreviewModel(PlanSnapshots snapshots, PlanImport import, UploadedPlans uploads) : PageModel
{
    private const int LongestName = 100;

    /// <summary>What the chosen file was called; it says nothing of its content.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public string FileName => string.IsNullOrWhiteSpace(Name) ? "The file" : Name.Length > LongestName ? Name[..LongestName] : Name;

    public PlanFile Chosen { get; private set; } = null!;
    public PlanDifferences Differences { get; private set; } = null!;

    /// <summary>Stands for the plan that the preview was made against.</summary>
    public string Seen { get; private set; } = "";

    public bool IsFirst { get; private set; }
    public bool ChangedMeanwhile { get; private set; }

    /// <summary>Where a file that was kept is shown.</summary>
    public static string Address(string id, string name) => $"/plan/import/{id}?name={Uri.EscapeDataString(name)}";

    public async Task<IActionResult> OnGet(string id, CancellationToken cancel) => await Show(id, cancel) ? Page() : Gone();

    public async Task<IActionResult> OnPost(string id, string? seen, CancellationToken cancel)
    {
        if (await Read(id, cancel) is not { } file)
            return Gone();
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why the plan is changed: it is kept with the change");
        else if (await import.Apply(file, seen ?? "", FileName, Why.Trim(), Actor.Of(User), cancel))
        {
            uploads.Discard(id);
            return Redirect("/plan/import");
        }
        else
            ChangedMeanwhile = true;
        await Show(id, cancel);
        // The plan that the form was sent for: only a preview that shows the change renews it.
        Seen = ChangedMeanwhile ? Seen : seen ?? Seen;
        return Page();
    }

    public IActionResult OnPostDiscard(string id)
    {
        uploads.Discard(id);
        return Redirect("/plan/import");
    }

    /// <summary>"2 new, 1 changed, 26 unchanged".</summary>
    public string Counts(PlanPart part)
    {
        var counts = Enum.GetValues<ChangeKind>().Select(kind => (Number: Differences.Count(part, kind), Word: kind.ToString().ToLowerInvariant()))
            .Append((Number: Differences.Unchanged[part], Word: "unchanged")).Where(count => count.Number > 0);
        return string.Join(", ", counts.Select(count => $"{Say.Number(count.Number)} {count.Word}"));
    }

    /// <summary>"Line 1.1: Case file audits".</summary>
    public static string Title(PlanChange change) => change.Part switch
    {
        PlanPart.Plan => "The plan itself",
        PlanPart.Line => $"{InWords.Ref(change.Key)} {change.Title}",
        PlanPart.Measure => $"{change.Key}: {change.Title}",
        _ => $"Panel of {change.Title}",
    };

    private async Task<bool> Show(string id, CancellationToken cancel)
    {
        if (await Read(id, cancel) is not { } file)
            return false;
        (Differences, Seen) = await import.Preview(file, cancel);
        IsFirst = await snapshots.Current(cancel) is null;
        return true;
    }

    private async Task<PlanFile?> Read(string id, CancellationToken cancel) =>
        await uploads.Find(id, cancel) is { } content ? Chosen = import.Read(content) : null;

    /// <summary>It was confirmed, discarded or left for a day: it is chosen again.</summary>
    private RedirectResult Gone() => Redirect("/plan/import");
}
