using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Importing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Importing;

/// <summary>An import of the workforce. It may name staff by reference, so each view is kept in the change log.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class ImportModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, WorkforceImports imports) : ImportPage(db, imports)
{
    /// <summary>Systems whose records count in the place of these.</summary>
    public IReadOnlyList<string> OtherSources { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(int id)
    {
        var page = await base.OnGetAsync(id);
        if (page is PageResult && (Preview?.Lines.Count ?? Undoing?.InTheWay.Count) is { } shown and > 0)
        {
            db.Record(Actor.Of(User), "viewed a file of the workforce", imports.InLog(Import), after: Say.Count("record", shown));
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return page;
    }

    protected override async Task<bool> Read(int id)
    {
        if (!await base.Read(id))
            return false;
        string[] types = Import.Form == CensusFile.Form ? [Tables.CensusReturn, Tables.CensusWorker] : [Import.Form];
        OtherSources = Import.State is ImportState.Dropped or ImportState.Undone ? [] : database.Read(connection => ImportStore.OtherSources(connection, types));
        return true;
    }
}
