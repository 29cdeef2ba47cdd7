using System.Text.RegularExpressions;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Frameworks;

/// <summary>Adds a version of a framework or changes one, as far as nothing hangs on it.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed partial class FrameworkModel(InspectionsDb db, BusinessClock clock) : EntryForm(db, clock)
{
    private const string Frameworks = "/inspections/frameworks";
    private const int FewestGrades = 2;

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>One a line, the worst first.</summary>
    [BindProperty]
    public string? Grades { get; set; }

    [BindProperty]
    public string? GoodFrom { get; set; }

    [BindProperty]
    public bool HasOverall { get; set; }

    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string[] Reports { get; set; } = [];

    [BindProperty]
    public string[] Providers { get; set; } = [];

    [BindProperty]
    public string? StartsOn { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public static readonly IReadOnlyList<(string Value, string Words)> ReportKinds = [.. Enum.GetValues<SourceKind>().Select(kind => ($"{kind}", kind.Words()))];

    public static readonly IReadOnlyList<(string Value, string Words)> ProviderKinds = [.. Enum.GetValues<ProviderKind>().Select(kind => ($"{kind}", kind.Words()))];

    /// <summary>Null where one is added.</summary>
    public Framework? Known { get; private set; }

    public FrameworkUse Use { get; private set; } = FrameworkUse.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
            return NotFound();
        HasOverall = true;
        if (Known is { } framework)
        {
            (Title, Grades, GoodFrom, HasOverall, Areas) = (framework.Title, Lines(framework.Grades), framework.Grades[framework.GoodFrom], framework.HasOverall, Lines(framework.Areas));
            (Reports, Providers) = ([.. framework.Reports.Select(kind => $"{kind}")], [.. framework.Providers.Select(kind => $"{kind}")]);
            (StartsOn, EndsOn, Source, Version) = (EnglishDay.Write(framework.StartsOn), EnglishDay.Write(framework.EndsOn), framework.Source, framework.Version);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // What hangs on it is read under the write lock: no judgement comes between the look and the save.
        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        if (!await Find(cancel))
            return NotFound();
        if (Known is null)
            await CheckCode(cancel);
        Text(Title, nameof(Title), "Give its title with its years, such as Ofsted inspections of services and settings, from September 2012", InspectionRecordCheck.LongestTitle);
        var (grades, areas) = (Read(Grades), Read(Areas));
        var good = CheckScale(grades);
        CheckAreas(areas);
        var (reports, providers) = (Ticked<SourceKind>(Reports), Ticked<ProviderKind>(Providers));
        CheckJudged(reports, providers);
        var startsOn = Day(StartsOn, nameof(StartsOn), "Give the first day on which it judges, such as 1 September 2012");
        var endsOn = Day(EndsOn, nameof(EndsOn));
        CheckDays(startsOn, endsOn);
        Text(Source, nameof(Source), "Say where it is published, and how far that was checked");
        Text(Why, nameof(Why), Known is null ? null : "Say why it is changed");
        if (!ModelState.IsValid)
            return Page();

        var before = Known?.InLog();
        var framework = Known ?? Db.Add(new Framework { Code = NewCode!.Trim(), Title = "", Source = "" }).Entity;
        if (Known is not null)
            Db.Expect(framework, Version);
        framework.Set(Title!.Trim(), grades, good, HasOverall, areas, reports, providers, startsOn!.Value, endsOn, Source!.Trim());
        Db.Record(Actor.Of(User), before is null ? "added a version of a framework" : "changed a version of a framework", framework.Code, before, framework.InLog(), TextOrNull(Why));
        return await Save(Frameworks, async () =>
        {
            await Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }, async () =>
        {
            await Find(cancel);
            return Known is not { } theirs ? null : (theirs.Version, SavedField.Of(
                ("Title", theirs.Title, Title), ("Scale", Lines(theirs.Grades), Lines(grades)), ("Good or better from", theirs.Grades[theirs.GoodFrom], GoodFrom), ("Overall grade", YesNo(theirs.HasOverall), YesNo(HasOverall)),
                ("Areas", Lines(theirs.Areas), Lines(areas)), ("Reports", Kinds(theirs.Reports), Kinds(reports)), ("Providers", Kinds(theirs.Providers), Kinds(providers)),
                ("First day", EnglishDay.Write(theirs.StartsOn), EnglishDay.Write(startsOn)), ("Last day", EnglishDay.Write(theirs.EndsOn), EnglishDay.Write(endsOn)),
                ("Where it is published", theirs.Source, Source)));
        });
    }

    private async Task CheckCode(CancellationToken cancel)
    {
        var code = NewCode?.Trim() ?? "";
        if (!CodeForm().IsMatch(code))
            ModelState.AddModelError(nameof(NewCode), code.Length == 0
                ? "Give the code by which inspections name it, such as ofsted-2012"
                : $"“{code}” is not a code: write small letters, digits and hyphens, {InspectionRecordCheck.LongestReference} at most, such as ofsted-2012");
        else if (await Db.Frameworks.AnyAsync(framework => framework.Code == code, cancel))
            ModelState.AddModelError(nameof(NewCode), $"{code} is here already: change that version, or give this one a code of its own");
    }

    /// <returns>The place from which a grade is good.</returns>
    private int CheckScale(List<string> grades)
    {
        var good = grades.FindIndex(grade => string.Equals(grade, GoodFrom?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (grades.Count < FewestGrades)
            ModelState.AddModelError(nameof(Grades), "Give two grades or more, one a line, the worst first");
        else if (Twice(grades) is { } twice)
            ModelState.AddModelError(nameof(Grades), $"“{twice}” is on the scale twice: leave one of them");
        else if (grades.Find(grade => grade.Length > InspectionRecordCheck.LongestReference) is { } longest)
            ModelState.AddModelError(nameof(Grades), $"“{longest[..40]}...” is longer than {InspectionRecordCheck.LongestReference} characters: write it shorter");
        else if (good < 0)
            ModelState.AddModelError(nameof(GoodFrom), $"Give the lowest grade that is good or better: one of {Say.List(grades)}");
        else if (Known is not null && Use.FixesScale && (!grades.SequenceEqual(Known.Grades) || good != Known.GoodFrom))
            ModelState.AddModelError(nameof(Grades), $"Grades of this version have been given, so its scale does not change. Put it back to {Say.List(Known.Grades)}, good or better from {Known.Grades[Known.GoodFrom]}, and add a new version for the new scale");
        return good;
    }

    private void CheckAreas(List<string> areas)
    {
        if (Twice(areas) is { } twice)
            ModelState.AddModelError(nameof(Areas), $"“{twice}” is named twice: leave one of them");
        else if (areas.Find(area => area.Length > InspectionRecordCheck.LongestReference) is { } longest)
            ModelState.AddModelError(nameof(Areas), $"“{longest[..40]}...” is longer than {InspectionRecordCheck.LongestReference} characters: write it shorter");
        else if (!HasOverall && areas.Count == 0)
            ModelState.AddModelError(nameof(Areas), "It gives no overall grade, so name the areas that it grades");
        else if (!HasOverall && Use.Areas.Contains(Judgement.Overall))
            ModelState.AddModelError(nameof(HasOverall), "Overall grades of this version have been given: tick that it gives one");
        else if (areas.Count > 0 && Use.Areas.Where(area => area != Judgement.Overall).Except(areas).ToList() is { Count: > 0 } missing)
            ModelState.AddModelError(nameof(Areas), $"{Say.List(missing)} {(missing.Count == 1 ? "has" : "have")} been judged by this version: keep {(missing.Count == 1 ? "it" : "them")} among its areas");
    }

    private void CheckJudged(List<SourceKind> reports, List<ProviderKind> providers)
    {
        if (reports.Count > 0 && Use.Judged.FirstOrDefault(one => !reports.Contains(one.Report)) is { Report: > 0 and var report })
            ModelState.AddModelError(nameof(Reports), $"A report of the kind “{report.Words()}” names this version: tick that kind too");
        if (providers.Count > 0 && Use.Judged.FirstOrDefault(one => !providers.Contains(one.Provider)) is { Provider: > 0 and var provider })
            ModelState.AddModelError(nameof(Providers), $"A report of a provider of the sort “{provider.Words()}” names this version: tick that sort too");
    }

    private void CheckDays(DateOnly? startsOn, DateOnly? endsOn)
    {
        if (endsOn < startsOn)
            ModelState.AddModelError(nameof(EndsOn), $"The last day is before the first one, {Say.Date(startsOn!.Value)}: correct one of them");
        else if (Use.FirstOn is { } first && startsOn > first)
            ModelState.AddModelError(nameof(StartsOn), $"An inspection of {Say.Date(first)} names this version: give that day or an earlier one");
        else if (Use.LastOn is { } last && endsOn < last)
            ModelState.AddModelError(nameof(EndsOn), $"An inspection of {Say.Date(last)} names this version: give that day or a later one, or leave it empty");
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        if (Code is null)
            return true;
        Known = await Db.Frameworks.SingleOrDefaultAsync(framework => framework.Code == Code, cancel);
        Use = (await FrameworkUse.All(Db, cancel)).GetValueOrDefault(Code, FrameworkUse.None);
        return Known is not null;
    }

    private static List<string> Read(string? lines) => [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string? Twice(List<string> items) => items.GroupBy(item => item, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static List<T> Ticked<T>(string[] values) where T : struct, Enum => [.. Enum.GetValues<T>().Where(kind => values.Contains($"{kind}"))];

    private static string Kinds<T>(IEnumerable<T> kinds) where T : struct, Enum => string.Join(", ", kinds.Order().Select(kind => kind switch { SourceKind report => report.Words(), ProviderKind provider => provider.Words(), _ => "" }));

    private static string YesNo(bool yes) => yes ? "Yes" : "No";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
