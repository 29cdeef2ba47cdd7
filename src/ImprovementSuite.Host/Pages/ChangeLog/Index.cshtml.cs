using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementSuite.Host.Pages.ChangeLog;

/// <summary>Who changed what, when and why, in every part of the suite, newest first; and whether each log is as it was written.</summary>
[Authorize(Tasks.ReadChangeLog)]
internal sealed class IndexModel(IEnumerable<ModuleDatabase> databases) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The account of whoever made the change.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>What the action or subject contains.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>The database.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Changes, looks or sign-ins alone.</summary>
    [BindProperty(SupportsGet = true)]
    public ChangeKind? Kind { get; set; }

    /// <summary>1, 2, 3... The name "page" is a route value of Razor Pages itself.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public MergedChangeLog Log { get; private set; } = null!;

    public bool IsFiltered => Kind is not null || new[] { Who, What, Part, From, To }.Any(value => !string.IsNullOrWhiteSpace(value));

    public long First => (Number - 1L) * PageSize + 1;

    public bool HasNext => Log.Matching > (long)Number * PageSize;

    /// <summary>The parts of the suite that keep a log.</summary>
    public IReadOnlyList<(string Database, string Title)> Parts { get; } = [.. databases.Select(d => (d.Name, ChangeLogPages.Part(d.Name)))];

    /// <summary>The logs that are not as they were written.</summary>
    public IEnumerable<(string Database, ChainFault Fault)> Faults => Log.Chains.Where(c => c.Chain.Fault is not null).Select(c => (c.Database, c.Chain.Fault!));

    public void OnGet()
    {
        Number = Math.Clamp(Number, 1, 1_000_000);
        var (from, to) = (Day(nameof(From), From), Day(nameof(To), To));
        if (from > to)
            ModelState.AddModelError(nameof(To), "The last day lies before the first: change one of them");
        Log = MergedChangeLog.Read(databases, new ChangeFilter(Given(Who), Given(What)?.Trim(), Given(Part), from, to, Kind), (Number - 1) * PageSize, PageSize);
    }

    /// <summary>The address of the same list at another page.</summary>
    public string Address(int number) => QueryHelpers.AddQueryString("/change-log", new[]
    {
        ("who", Given(Who)), ("what", Given(What)), ("part", Given(Part)), ("from", Given(From)), ("to", Given(To)), ("kind", Kind?.ToString()), ("number", number == 1 ? null : number.ToString()),
    }.Where(value => value.Item2 is not null).Select(value => KeyValuePair.Create(value.Item1, value.Item2)));

    private DateOnly? Day(string field, string? typed)
    {
        if (Given(typed) is null)
            return null;
        if (EnglishDay.Read(typed) is { } day)
            return day;
        ModelState.AddModelError(field, "Give a day, such as 1 October 2010");
        return null;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
