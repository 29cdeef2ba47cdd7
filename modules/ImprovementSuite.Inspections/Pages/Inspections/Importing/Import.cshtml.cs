using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authorization;

namespace ImprovementSuite.Inspections.Pages.Inspections.Importing;

/// <summary>An import of inspections.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class ImportModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, InspectionImports imports) : ImportPage(db, imports)
{
    /// <summary>Recommendations that would go and that people have worked on.</summary>
    public int WorkedOn { get; private set; }

    protected override async Task<bool> Read(int id)
    {
        if (!await base.Read(id))
            return false;
        if (Import.Form == Tables.Recommendation && Undoing is { Way: var way })
            WorkedOn = database.Read(connection => ImportStore.WorkedOn(connection, way.Lines.Where(line => line.Before is null)));
        return true;
    }
}
