using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Providers;

/// <summary>Every service and setting that is inspected, with its last judgement and what is open of its recommendations; those that closed apart.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ProvidersModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public const string Good = "good-or-better";
    public const string NotGood = "not-good";
    public const string NoGrade = "none";

    public const int PageSize = 50;

    private const string GradeOf = "grade:";

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>One of <see cref="Good"/>, <see cref="NotGood"/>, <see cref="NoGrade"/>, or "grade:" and a grade as its scale writes it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Grade { get; set; }

    /// <summary>A part of the provider's name or reference.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>1, 2, 3...</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>All that are open, whatever is filtered.</summary>
    public IReadOnlyList<ProviderLine> Open { get; private set; } = [];

    /// <summary>All that match, by name, those that closed after the others.</summary>
    public IReadOnlyList<ProviderLine> Matching { get; private set; } = [];

    public IReadOnlyList<ProviderLine> Shown { get; private set; } = [];

    public IReadOnlyList<ProviderLine> ShownClosed { get; private set; } = [];

    public IReadOnlyList<(string Value, string Title)> Kinds { get; private set; } = [];

    public IReadOnlyList<(string Value, string Title)> Services { get; private set; } = [];

    public IReadOnlyList<(string Value, string Title)> Grades { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>The address of the same list, of another page or as a file.</summary>
    public string Address(int page = 1, string? handler = null) => "/inspections/providers" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("handler", handler), ("kind", Kind), ("service", Service), ("grade", Grade), ("name", Name), ("number", page > 1 ? $"{page}" : null),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnGetCsv() => !Read() ? NotFound() : CsvDownload.Of(
        $"providers-{Today:yyyy-MM-dd}.csv",
        ["Provider", "Name", "Kind", "Service", "Open", "Last judgement", "Judged on", "Inspection", "Framework", "Good or better", "Open recommendations", "Overdue"],
        Matching.Select(one => (string[])
        [
            one.Reference, one.Name, one.Kind.Words(), one.Service, one.IsOpen(Today) ? "Yes" : "No", one.Last?.Words ?? "", one.Last is { } last ? $"{last.On:yyyy-MM-dd}" : "", one.Last?.Reference ?? "",
            one.Last?.Framework.Code ?? "", one.Standing is null ? "" : one.Standing.IsGood ? "Yes" : "No", $"{one.Open}", $"{one.Overdue}",
        ]));

    private bool Read()
    {
        var all = database.Read(connection => ProviderReading.Lines(connection, Today));
        Open = [.. all.Where(one => one.IsOpen(Today))];
        Kinds = [("", "All kinds"), .. all.Select(one => one.Kind).Distinct().Order().Select(kind => (kind.ToString(), kind.Words()))];
        Services = [("", "All services"), .. all.Select(one => one.Service).Where(service => service.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(service => (service, service))];
        Grades =
        [
            ("", "All"), (Good, "Good or better"), (NotGood, "Not good"), (NoGrade, "No overall judgement"),
            .. Open.Select(one => one.Standing).OfType<StandingJudgement>().DistinctBy(one => one.Grade).OrderBy(one => one.Rank).Select(one => (GradeOf + one.Grade, JudgementWords.Capital(one.Grade))),
        ];
        if (!(ModelState.IsValid && Known(Kinds, Kind) && (Grade?.StartsWith(GradeOf, StringComparison.Ordinal) == true || Known(Grades, Grade))))
            return false;
        Matching = [.. all.Where(Matches).OrderBy(one => !one.IsOpen(Today))];
        Number = Math.Clamp(Number, 1, Math.Max(1, (Matching.Count + PageSize - 1) / PageSize));
        var page = Matching.Skip((Number - 1) * PageSize).Take(PageSize).ToLookup(one => one.IsOpen(Today));
        (Shown, ShownClosed) = ([.. page[true]], [.. page[false]]);
        return true;

        static bool Known(IEnumerable<(string Value, string)> choices, string? chosen) => choices.Any(choice => choice.Value == (chosen ?? ""));
    }

    private bool Matches(ProviderLine one) =>
        (string.IsNullOrWhiteSpace(Name) || one.Name.Contains(Name.Trim(), StringComparison.OrdinalIgnoreCase) || one.Reference.Contains(Name.Trim(), StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(Kind) || one.Kind.ToString() == Kind) && (string.IsNullOrEmpty(Service) || one.Service.Equals(Service, StringComparison.OrdinalIgnoreCase)) && Grade switch
        {
            null or "" => true,
            Good => one.Standing?.IsGood == true,
            NotGood => one.Standing?.IsGood == false,
            NoGrade => one.Standing is null,
            _ => one.Standing?.Grade == Grade[GradeOf.Length..],
        };
}
