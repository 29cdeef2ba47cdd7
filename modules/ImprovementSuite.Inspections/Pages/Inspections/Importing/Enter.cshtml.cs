using System.Security.Cryptography;
using Google.Protobuf;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Importing;

/// <summary>
/// Typing one record: a report, then its grades and recommendations one after the other. It goes through the same intake as a file's and can be undone as an
/// import of one line. Named by its key, a record that is here is offered as it stands.
/// </summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class EnterModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, InspectionImports imports) : PageModel
{
    private Dictionary<string, string> _written = [];

    [BindProperty(SupportsGet = true, Name = "form")]
    public string? FormCode { get; set; }

    /// <summary>The import that the record before this one is; null where this is the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Kept { get; set; }

    /// <summary>Null where it is not chosen what is typed.</summary>
    public RecordForm? Form => InspectionForms.Named(FormCode);

    /// <summary>What was kept just now.</summary>
    public Import? Before { get; private set; }

    public EntryLists Lists { get; private set; } = null!;

    /// <summary>Stands for the record as the person was shown it; empty where none of its key was here.</summary>
    [BindProperty]
    public string? Was { get; set; }

    /// <summary>Where the record of this key is changed, which the person took for a new one; null where there is none.</summary>
    public string? ToChange { get; private set; }

    /// <summary>The page of the recommendation that is here: what people do about it stands there.</summary>
    public string? PageOf { get; private set; }

    /// <summary>A record of this key is here, and what is saved is a later version of it.</summary>
    public bool IsHere => !string.IsNullOrEmpty(Was);

    /// <summary>The report that is named, and what of it is here; null where none is.</summary>
    public (string Reference, string Title, int Grades, int Recommendations)? Report { get; private set; }

    public string Written(FormColumn column) => _written.GetValueOrDefault(column.Field, "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (FormCode is not null && Form is null)
            return NotFound();
        if (Form is { } form)
        {
            _written = form.Columns.ToDictionary(column => column.Field, column => Request.Query[column.Field].ToString());
            if (imports.Find(form, Record(form)) is { } here)
            {
                Was = MarkOf(here);
                _written = form.Columns.ToDictionary(column => column.Field, column => column.Kind == CellKind.Day ? CellText.Write(column, form.Text(here, column.Field)) : form.Text(here, column.Field));
            }
        }
        await Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Form is not { } form)
            return NotFound();
        _written = form.Columns.ToDictionary(column => column.Field, column => Request.Form[column.Field].ToString());
        foreach (var column in form.Columns)
            if (CellText.Read(column, Written(column)).Fault is { } fault)
                ModelState.AddModelError(column.Field, fault.TrimEnd('.'));
        if (ModelState.IsValid)
        {
            var record = Record(form);
            if (form.Columns.Any(column => column.InFilesOnly) && imports.Find(form, record) is { } stands)
                foreach (var column in form.Columns.Where(column => column.InFilesOnly))
                    form.Set(record, column.Field, form.Text(stands, column.Field));
            var (import, problems) = IsAsShown(form, record) ? await imports.Type(form, record, Actor.Of(User)) : (null, []);
            if (import is { } kept)
                return Redirect(Next(form, record, kept));
            foreach (var problem in problems)
                ModelState.AddModelError(form.Columns.Any(column => column.Field == problem.Field) ? problem.Field : "", form.InWords(problem).TrimEnd('.'));
        }
        await Read();
        return Page();
    }

    public static string Link(string form, params ReadOnlySpan<(string Field, string Text)> filled)
    {
        var link = $"/inspections/enter?form={form}";
        foreach (var (field, text) in filled)
            link += $"&{field}={Uri.EscapeDataString(text)}";
        return link;
    }

    /// <summary>A provider is followed by its report, a report and what is in it by the next recommendation or grade of it.</summary>
    private static string Next(RecordForm form, InspectionRecord record, int kept)
    {
        var next = form.Code switch
        {
            Tables.Provider => Link(Tables.Inspection, ("provider", record.Provider.Provider_)),
            Tables.Inspection => Link(record.Inspection.Framework.Length > 0 ? Tables.Judgement : Tables.Recommendation, ("inspection", record.Inspection.Inspection_)),
            Tables.HomeVisit => Link(Tables.HomeVisit, ("provider", record.HomeVisit.Provider)),
            _ => Link(form.Code, ("inspection", form.Text(record, "inspection"))),
        };
        return $"{next}&kept={kept}";
    }

    /// <summary>A number that is taken, or a record that somebody else has changed meanwhile, is said and not written over.</summary>
    private bool IsAsShown(RecordForm form, InspectionRecord record)
    {
        var here = imports.Find(form, record);
        if (MarkOf(here) == (Was ?? ""))
            return true;
        var (field, name) = (form.Key.Last(), form.Named(record));
        if (here is null)
            ModelState.AddModelError(field, $"No {form.One} {name} is here to change: put back what it was called, or type it as a new one");
        else if (!IsHere)
        {
            ModelState.AddModelError(field, $"{form.OneHeading} {name} is here already: correct {form.HeadingOf(field)}, or open that one to change it");
            ToChange = Link(form.Code, [.. form.Key.Select(key => (key, form.Text(here, key)))]);
        }
        else
        {
            var theirs = form.Columns.Where(column => form.Text(here, column.Field) != form.Text(record, column.Field)).Select(column => $"{column.Heading} “{CellText.Write(column, form.Text(here, column.Field))}”").ToList();
            if (theirs.Count == 0)
                return true;
            ModelState.AddModelError(field, $"Somebody else has saved this {form.One} meanwhile, with {Say.List(theirs)}. Save again if yours is right");
            Was = MarkOf(here);
        }
        return false;
    }

    private static string MarkOf(InspectionRecord? record) => record is null ? "" : Convert.ToHexStringLower(SHA256.HashData(record.ToByteArray()));

    /// <summary>What is written, where it can be read; of what is not typed, what stands.</summary>
    private InspectionRecord Record(RecordForm form)
    {
        var record = (InspectionRecord)form.Empty();
        foreach (var column in form.Columns.Where(column => !column.InFilesOnly))
            form.Set(record, column.Field, CellText.Read(column, Written(column)).Text ?? "");
        return record;
    }

    private async Task Read()
    {
        if (IsHere && Form is { Code: Tables.Recommendation })
            PageOf = (await db.Ledger.Where(row => row.InspectionRef == _written["inspection"].Trim() && row.Number == _written["number"].Trim()).ToListAsync(HttpContext.RequestAborted)).FirstOrDefault()?.Path;
        Lists = database.Read(EntryLists.Read);
        Before = Kept is { } kept ? await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == kept && import.IsTyped, HttpContext.RequestAborted) : null;
        if (_written.GetValueOrDefault("inspection") is { Length: > 0 } reference && Lists.Reports.FirstOrDefault(report => report.Value == reference) is { Title: { } title })
        {
            var (grades, recommendations) = database.Read(connection => EntryLists.Of(connection, reference));
            Report = (reference, title, grades, recommendations);
        }
    }
}
