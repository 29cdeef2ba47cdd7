using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>The records behind a figure. Each view of them is kept in the change log.</summary>
[Authorize(Tasks.ReadRecords)]
internal sealed class RecordsModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    public const int PageSize = 50;
    private const int MostInDownload = 100_000;

    [BindProperty(SupportsGet = true)]
    public string Measure { get; set; } = "";

    /// <summary>authority, locality or team.</summary>
    [BindProperty(SupportsGet = true, Name = "scope")]
    public string ScopeKind { get; set; } = "authority";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Within { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? FromDay { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? ToDay { get; set; }

    [BindProperty(SupportsGet = true)]
    public Part Part { get; set; }

    /// <summary>1, 2, 3... The name "page" is a route value of Razor Pages itself.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public MeasureDefinition Definition { get; private set; } = null!;

    public RecordHeadings Headings { get; private set; } = null!;

    /// <summary>Records of before this day have been removed, and the list has less than the figure; null where all are there.</summary>
    public DateOnly? RemovedBefore { get; private set; }

    public bool SeesPseudonyms { get; private set; }

    /// <summary>Whether the figure is of the last day alone.</summary>
    public bool IsStock { get; private set; }

    public bool IsShare { get; private set; }

    /// <summary>The teams that the reader sees records of; null for all.</summary>
    public IReadOnlyList<string>? OwnTeams { get; private set; }

    public Scope Scope { get; private set; } = null!;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>The parts of the figure that can be listed, with their counts.</summary>
    public IReadOnlyList<(Part Part, string Title, long Count)> Parts { get; private set; } = [];

    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    public long CountOf(Part part) => Parts.First(p => p.Part == part).Count;

    public long Total => CountOf(Part);

    public int First => (Number - 1) * PageSize + 1;

    public bool HasNext => Total > (long)Number * PageSize;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Read((Math.Clamp(Number, 1, 1_000_000) - 1) * PageSize, PageSize))
            return NotFound();
        Number = Math.Clamp(Number, 1, 1_000_000);
        await Keep("viewed records", $"{Rows.Count} of {Total} records, {Parts.First(p => p.Part == Part).Title.ToLowerInvariant()}, page {Number}");
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Read(0, MostInDownload))
            return NotFound();
        await Keep("downloaded records", $"{Rows.Count} records, {Parts.First(p => p.Part == Part).Title.ToLowerInvariant()}");
        return File(RecordsCsv.Write(Headings, Rows), "text/csv; charset=utf-8", $"{Measure}-{From:yyyy-MM-dd}-to-{To:yyyy-MM-dd}.csv");
    }

    /// <summary>The address of the same list with another part or page.</summary>
    public string Address(Part part, int page = 1, string? handler = null) =>
        Url.Page(null, handler, new { measure = Measure, scope = ScopeKind, code = Code, within = Within, from = From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to = To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), part, number = page })!;

    private async Task<bool> Read(int skip, int take)
    {
        if (!Enum.TryParse<ScopeKind>(ScopeKind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || !Enum.IsDefined(Part))
            return false;
        // What is due later is known already and counts when its day has come.
        To = ToDay is { } to && to < clock.Today ? to : clock.Today;
        From = FromDay ?? Period.YearToDate(To).From;
        Scope = kind == Contracts.ScopeKind.Authority ? Scope.Authority : new Scope(kind, Code ?? "", Within);
        var access = await RecordAccess.Of(User, authorization, pseudonyms);
        (OwnTeams, SeesPseudonyms) = (access.Teams, access.References.ArePseudonyms);
        return database.Read(connection =>
        {
            if (MeasureRecords.Of(connection, Measure, access, Scope, From, To) is not { } records)
                return false;
            (Definition, Headings, IsShare) = (records.Measure.Definition, records.Measure.Headings, records.Measure.IsShare);
            RemovedBefore = records.CountsFrom is var first && (From < first || records.Measure.Additivity == Additivity.AsAt) && first > WorkingDayCalendar.First ? first : null;
            IsStock = records.Measure.Additivity == Additivity.AsAt;
            Measure = Definition.Code;
            var counts = records.Counts();
            (Part Part, string Title)[] parts = Definition.Unit != Unit.Percent ? [(Part.All, Headings.All)]
                : IsShare ? [(Part.All, Headings.All), (Part.Rest, Headings.Rest), (Part.Counted, Headings.Counted)]
                : [(Part.Counted, Headings.Counted), (Part.Rest, Headings.Rest)];
            if (parts.All(p => p.Part != Part))
                Part = parts[0].Part;
            Parts = [.. parts.Select(p => (p.Part, p.Title, counts[p.Part]))];
            Rows = records.Read(Part, skip, take);
            return true;
        });
    }

    private async Task Keep(string action, string what)
    {
        var where = Scope.Kind == Contracts.ScopeKind.Authority ? "" : $", {Scope.Code}";
        db.Record(Actor.Of(User), action, $"{Measure}{where}, {Say.Range(From, To)}", after: what);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
