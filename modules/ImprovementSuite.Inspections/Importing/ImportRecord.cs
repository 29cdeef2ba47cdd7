using ImprovementSuite.Platform.Importing;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>One record of an import, and what it was before.</summary>
internal sealed class ImportRecord : ImportRow
{
    /// <summary>As <see cref="ImportRow.Body"/>, of what stood when the import was taken; null while it waits, and where there was none.</summary>
    public byte[]? Before { get; init; }
}

/// <summary>Adds the tables of imports to the model.</summary>
internal static class InspectionImportTables
{
    /// <summary>import, import_record and import_fault. What stood before was kept from the first import on.</summary>
    public static void AddInspectionImports(this ModelBuilder model)
    {
        model.AddImports<ImportRecord>();
        model.Entity<Import>(e => e.Ignore(i => i.KeepsBefore));
        model.Entity<ImportRecord>(e => e.HasKey(r => new { r.ImportId, r.RecordId }));
    }
}
