using ImprovementSuite.Platform.Importing;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>One record of an import. Records of imports that are done are the history of what people brought in, and what stood before is among them.</summary>
internal sealed class ImportRecord : ImportRow
{
    /// <summary>The record's type, as the feed calls it; a return of the census has two.</summary>
    public required string Type { get; init; }
}

/// <summary>Adds the tables of imports to the model.</summary>
internal static class WorkforceImportTables
{
    /// <summary>The numbers under which this module has stored states from its beginning: 1 is the first of these.</summary>
    private static readonly ImportState[] Stored = [ImportState.Waiting, ImportState.Taking, ImportState.Done, ImportState.Dropped, ImportState.Undoing, ImportState.Undone];

    public static int Number(ImportState state) => Array.IndexOf(Stored, state) + 1;

    /// <summary>import, import_record and import_fault. No record of the workforce is typed.</summary>
    public static void AddWorkforceImports(this ModelBuilder model)
    {
        model.AddImports<ImportRecord>();
        model.Entity<Import>(e => { e.Ignore(i => i.IsTyped); e.Property(i => i.State).HasConversion(state => Number(state), number => Stored[number - 1]); });
        model.Entity<ImportRecord>(e => { e.HasKey(r => new { r.ImportId, r.Type, r.RecordId }); e.HasIndex(r => new { r.Type, r.RecordId }); });
    }
}
