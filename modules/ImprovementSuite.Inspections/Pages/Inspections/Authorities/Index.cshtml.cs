using ImprovementSuite.Inspections.Authorities;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Authorities;

/// <summary>The council beside its statistical neighbours, and where the overview of all authorities is brought in.</summary>
[Authorize(Tasks.ReadFigures)]
[RequestSizeLimit(UploadLimits.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.LargestRequest)]
internal sealed class AuthoritiesPageModel(InspectionsDb db, OverviewDesk desk, IAuthorizationService authorization) : PageModel
{
    private const int LongestFileName = 200;

    public int Authorities { get; private set; }

    /// <summary>The council's own code; null where nobody has said.</summary>
    public string? Code { get; private set; }

    /// <summary>Null where the council's code is not known, or is not in the overview.</summary>
    public NeighbourComparison? Comparison { get; private set; }

    /// <summary>The title of each version by its code.</summary>
    public IReadOnlyDictionary<string, string> Frameworks { get; private set; } = new Dictionary<string, string>();

    /// <summary>Files that somebody has still to look at.</summary>
    public IReadOnlyList<OverviewFileLine> Waiting { get; private set; } = [];

    /// <summary>The file that stands; null where none was taken.</summary>
    public OverviewFileLine? Standing { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!(await authorization.AuthorizeAsync(User, Tasks.LookAfterInspections)).Succeeded)
            return Forbid();
        if (file is null or { Length: 0 })
            ModelState.AddModelError(nameof(file), "Choose a file");
        else if (file.Length > (long)OverviewCsv.LargestMegabytes << 20)
            ModelState.AddModelError(nameof(file), $"The file has more than {OverviewCsv.LargestMegabytes} MB, and an overview has far less. Choose the overview of authorities");
        else
            try
            {
                var content = new MemoryStream();
                await file.CopyToAsync(content, cancel);
                var name = Path.GetFileName(file.FileName);
                return Redirect($"/inspections/authorities/files/{await desk.Upload(name.Length <= LongestFileName ? name : name[..LongestFileName], content.ToArray(), Actor.Of(User), cancel)}");
            }
            catch (OverviewFileException refused)
            {
                ModelState.AddModelError(nameof(file), refused.Message);
            }
        await Read(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return Comparison is not { } comparison ? NotFound() : CsvDownload.Of(
            "statistical-neighbours.csv", ["Authority", "Code", "Framework", "Inspected", .. comparison.Own.Grades.Select(one => ProfileWords.Area(one.Area))],
            comparison.Neighbours.Concat(comparison.Others).Prepend(comparison.Own).Select(one => (string[])[one.Name, one.Code, one.Framework, $"{one.On:yyyy-MM-dd}", .. one.Grades.Select(grade => grade.Grade ?? "")]));
    }

    private async Task Read(CancellationToken cancel)
    {
        var all = await db.Authorities.AsNoTracking().ToDictionaryAsync(authority => authority.Code, cancel);
        var frameworks = await db.Frameworks.AsNoTracking().ToDictionaryAsync(framework => framework.Code, cancel);
        Authorities = all.Count;
        Frameworks = frameworks.ToDictionary(framework => framework.Key, framework => framework.Value.Title);
        Code = await db.Settings.Select(settings => settings.AuthorityCode).SingleAsync(cancel);
        if (Code is { } code && all.TryGetValue(code, out var own))
            Comparison = NeighbourComparison.Of(own, all, frameworks[own.Framework]);
        var files = await db.Set<OverviewFile>().AsNoTracking().Where(file => file.State != OverviewState.Dropped).OrderByDescending(file => file.Id)
            .Select(file => new OverviewFileLine(file.Id, file.Name, file.UploadedBy, file.UploadedAt, file.State, file.DecidedBy, file.DecidedAt)).ToListAsync(cancel);
        Waiting = [.. files.Where(file => file.State == OverviewState.Waiting)];
        Standing = files.Where(file => file.State == OverviewState.Taken).MaxBy(file => file.DecidedAt);
    }

    /// <summary>"Rotherham is better than 3, the same as 2 and worse than 5 of 10 statistical neighbours overall."</summary>
    public string Sentence() => (Comparison, Authorities) switch
    {
        ({ First: { } first, Own: var own }, _) when first.Compared > 0 =>
            $"{own.Name} is better than {Say.Number(first.Better)}, the same as {Say.Number(first.Same)} and worse than {Say.Number(first.Worse)} of {Say.Count("statistical neighbour", first.Compared)} {(first.Area == Judgements.Judgement.Overall ? "overall" : $"for {ProfileWords.Area(first.Area).ToLowerInvariant()}")}.",
        ({ Own: var own }, _) => $"{own.Name} has no statistical neighbour that was judged by the same framework, so there is none to compare with.",
        (_, 0) => "No overview of authorities has been brought in yet.",
        _ when Code is null => $"{Say.Count("authority", Authorities, "authorities")} {(Authorities == 1 ? "is" : "are")} here. Nobody has said yet which of them is the council.",
        _ => $"{Say.Count("authority", Authorities, "authorities")} {(Authorities == 1 ? "is" : "are")} here, and none of them has the council’s code, {Code}.",
    };
}

/// <summary>A file without its content.</summary>
internal sealed record OverviewFileLine(int Id, string Name, string UploadedBy, DateTime UploadedAt, OverviewState State, string? DecidedBy, DateTime? DecidedAt);
