using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>What a rule says, its weeks, and, for those who may read them, the records that fail it. Each view of them is kept in the change log.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class RuleModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    public const int PageSize = 50;
    private const int MostInDownload = 100_000;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Only the records that make this measure doubtful.</summary>
    [BindProperty(SupportsGet = true, Name = "measure")]
    public string? MeasureCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public Rule Rule { get; private set; } = null!;

    public RuleFigures Figures { get; private set; } = null!;

    /// <summary>The measure that is asked for; null for all records that fail.</summary>
    public CaseMeasure? Measure { get; private set; }

    public bool MayReadRecords { get; private set; }

    /// <summary>The teams that the reader sees records of; null for all.</summary>
    public IReadOnlyList<string>? OwnTeams { get; private set; }

    public bool SeesPseudonyms { get; private set; }

    public long Total { get; private set; }

    public IReadOnlyList<FailureRow> Rows { get; private set; } = [];

    public int First => (Number - 1) * PageSize + 1;

    public bool HasNext => Total > (long)Number * PageSize;

    public async Task<IActionResult> OnGetAsync()
    {
        Number = Math.Clamp(Number, 1, 1_000_000);
        if (!await Read((Number - 1) * PageSize, PageSize))
            return NotFound();
        if (MayReadRecords)
            await Keep("viewed failing records", $"{Rows.Count} of {Total} records, page {Number}");
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Read(0, MostInDownload))
            return NotFound();
        if (!MayReadRecords)
            return Forbid();
        await Keep("downloaded failing records", Say.Count("record", Rows.Count));
        return File(FailuresCsv.Write(Rule, Rows), "text/csv; charset=utf-8", $"{Rule.Code}{(Measure is null ? "" : $"-{Measure.Definition.Code}")}-{clock.Today:yyyy-MM-dd}.csv");
    }

    /// <summary>The address of another page of the list.</summary>
    public string Address(int page, string? handler = null) => Url.Page(null, handler, new { code = Code, measure = MeasureCode, number = page })!;

    private async Task<bool> Read(int skip, int take)
    {
        MayReadRecords = (await authorization.AuthorizeAsync(User, Tasks.ReadRecords)).Succeeded;
        var access = await RecordAccess.Of(User, authorization, pseudonyms);
        (OwnTeams, SeesPseudonyms) = (access.Teams, access.References.ArePseudonyms);
        return database.Read(connection =>
        {
            var figures = QualityFigures.Read(connection, clock.Today);
            if (figures.Book.Named(Code) is not { } rule || (MeasureCode is not null && figures.Book.Measure(MeasureCode) is null))
                return false;
            (Rule, Code, Figures) = (rule, rule.Code, figures.Of(rule));
            Measure = MeasureCode is null ? null : figures.Book.Measure(MeasureCode);
            if (!MayReadRecords)
                return true;
            var of = Measure is null ? null : new MeasureFailures(figures.Book, Measure, clock.Today);
            var list = new FailureList(connection, access);
            (Total, Rows) = (list.Count(rule, of), list.Read(rule, of, skip, take));
            return true;
        });
    }

    private async Task Keep(string action, string what)
    {
        db.Record(Actor.Of(User), action, $"{Rule.Code} {Rule.Name}{(Measure is null ? "" : $", {Measure.Definition.Code}")}", after: what);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
