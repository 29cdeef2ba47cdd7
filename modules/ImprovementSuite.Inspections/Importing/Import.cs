using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>How far an import came.</summary>
internal enum ImportState
{
    /// <summary>It was read, and waits for a person to say yes.</summary>
    Waiting = 1,

    /// <summary>Somebody said yes, and its records are on their way; a stop may have cut that off, and then it is taken again.</summary>
    Taking,
    Done,

    /// <summary>It is being taken back; a stop may have cut that off, and then it is undone again.</summary>
    Undoing,
    Undone,

    /// <summary>A person said no.</summary>
    Dropped,
}

/// <summary>
/// What a person brings in by a file or a form. It is read whole and kept, with what it would change, before anything counts; its records then go through the
/// same intake as a feed's, of the source "council". Undone, each record is as it was before it.
/// </summary>
internal sealed class Import
{
    private const int LongestName = 200;

    public int Id { get; private set; }

    /// <summary>What is in it, as <see cref="RecordForm.Code"/> calls it.</summary>
    public required string Form { get; init; }

    /// <summary>The file's name, or which record was typed.</summary>
    public required string Name { get; init; }

    /// <summary>One record that was typed on a page.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Who brought it.</summary>
    public required string By { get; init; }

    public DateTime At { get; init; }

    public ImportState State { get; private set; } = ImportState.Waiting;

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; init; }

    /// <summary>Headings that say nothing of its records, so that nobody takes their cells for read.</summary>
    public required string PassedOver { get; init; }

    public DateTime? TakenAt { get; private set; }

    /// <summary>The version that its records have.</summary>
    public long TakenAs { get; private set; }

    /// <summary>As they were when it was taken.</summary>
    public int New { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    /// <summary>Records that were at odds with one that had come meanwhile.</summary>
    public int Rejected { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    /// <summary>The version that its records have once they are taken back.</summary>
    public long UndoneAs { get; private set; }

    public string? UndoneBy { get; private set; }

    public string? UndoneWhy { get; private set; }

    /// <summary>Records that somebody had changed since, and so were left when it was undone.</summary>
    public int LeftAlone { get; private set; }

    public int Version { get; private set; }

    public static string Named(string name) => name.Length > LongestName ? name[..LongestName] : name;

    public void Take(DateTime now, long version, int added, int changed, int same) =>
        (State, TakenAt, TakenAs, New, Changed, Same) = (ImportState.Taking, now, version, added, changed, same);

    public void Done(int rejected) => (State, Rejected) = (ImportState.Done, rejected);

    public void Drop() => State = ImportState.Dropped;

    public void Undo(string by, string why, DateTime now, long version, int leftAlone) =>
        (State, UndoneBy, UndoneWhy, UndoneAt, UndoneAs, LeftAlone) = (ImportState.Undoing, by, why, now, version, leftAlone);

    public void Undone() => State = ImportState.Undone;
}

/// <summary>One record of an import, as it goes to the intake, and what it was before.</summary>
internal sealed class ImportRecord
{
    public int ImportId { get; init; }

    /// <summary>Its identifier; the same thing has the same one in every import.</summary>
    public required string RecordId { get; init; }

    /// <summary>The order in which they are sent.</summary>
    public int Place { get; init; }

    /// <summary>The line of the file.</summary>
    public int Line { get; init; }

    /// <summary>Whether the line takes the record out.</summary>
    public bool Deleted { get; init; }

    /// <summary>The record without its key, as bytes of the feed's message.</summary>
    public required byte[] Body { get; init; }

    /// <summary>As <see cref="Body"/>, of what stood when the import was taken; null while it waits, and where there was none.</summary>
    public byte[]? Before { get; init; }
}

/// <summary>Something that is wrong with a line of a file. The line is left out, and nothing else.</summary>
internal sealed class ImportFault
{
    public int Id { get; private set; }

    public int ImportId { get; init; }

    public int Line { get; init; }

    public required string Heading { get; init; }

    public required string Sentence { get; init; }
}

/// <summary>Adds the tables of imports to the model.</summary>
internal static class ImportTables
{
    /// <summary>import, import_record and import_fault.</summary>
    public static void AddImports(this ModelBuilder model)
    {
        model.Entity<Import>(e => { e.ToTable("import"); e.Property(i => i.Version).IsConcurrencyToken(); });
        model.Entity<ImportRecord>(e => { e.ToTable("import_record"); e.HasKey(r => new { r.ImportId, r.RecordId }); });
        model.Entity<ImportFault>(e => { e.ToTable("import_fault"); e.HasIndex(f => f.ImportId); });
    }
}
