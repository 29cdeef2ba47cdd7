using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Importing;

/// <summary>How far an import came.</summary>
public enum ImportState
{
    /// <summary>It was read, and waits for a person to say yes.</summary>
    Waiting = 1,

    /// <summary>Somebody said yes, and its records are on their way; a stop may have cut that off, and then it is taken again.</summary>
    Taking,

    /// <summary>It was taken.</summary>
    Done,

    /// <summary>It is being taken back; a stop may have cut that off, and then it is undone again.</summary>
    Undoing,

    /// <summary>It was taken back.</summary>
    Undone,

    /// <summary>A person said no.</summary>
    Dropped,
}

/// <summary>
/// What a person brings in by a file or a form. It is read whole and kept, with what it would change, before anything counts; its records then go through the
/// same intake as a feed's, of the source "council". Undone, each record is as it was before it.
/// </summary>
public sealed class Import
{
    private const int LongestName = 200;

    /// <summary>Its number.</summary>
    public int Id { get; private set; }

    /// <summary>What is in it, as <see cref="RecordForm.Code"/> calls it.</summary>
    public required string Form { get; init; }

    /// <summary>The file's name, or which record was typed.</summary>
    public required string Name { get; init; }

    /// <summary>One record that was typed on a page.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Who brought it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC, in business time.</summary>
    public DateTime At { get; init; }

    /// <summary>How far it came.</summary>
    public ImportState State { get; private set; } = ImportState.Waiting;

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; init; }

    /// <summary>Headings that say nothing of its records, so that nobody takes their cells for read.</summary>
    public required string PassedOver { get; init; }

    /// <summary>When somebody said yes.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>The version that its records have.</summary>
    public long TakenAs { get; private set; }

    /// <summary>Records that were new when it was taken.</summary>
    public int New { get; private set; }

    /// <summary>Records that it changed or took out.</summary>
    public int Changed { get; private set; }

    /// <summary>Records that were the same already.</summary>
    public int Same { get; private set; }

    /// <summary>Records that were at odds with one that had come meanwhile.</summary>
    public int Rejected { get; private set; }

    /// <summary>Whether what stood before its records is kept, so that it can be undone; of those taken before a module kept it, it is not.</summary>
    public bool KeepsBefore { get; private set; } = true;

    /// <summary>When somebody took it back.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>The version that its records have once they are taken back.</summary>
    public long UndoneAs { get; private set; }

    /// <summary>Who took it back.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>The reason.</summary>
    public string? UndoneWhy { get; private set; }

    /// <summary>Records that something later had brought as well, and so were left when it was undone.</summary>
    public int LeftAlone { get; private set; }

    /// <summary>Counts its saves.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it was taken, or its undoing was cut off, and what stood before it is known.</summary>
    public bool CanBeUndone => State is ImportState.Done or ImportState.Undoing && KeepsBefore;

    /// <summary>A name as it is kept.</summary>
    public static string Named(string name) => name.Length > LongestName ? name[..LongestName] : name;

    internal void Take(DateTime now, long version, int added, int changed, int same) =>
        (State, TakenAt, TakenAs, New, Changed, Same, KeepsBefore) = (ImportState.Taking, now, version, added, changed, same, true);

    internal void Done(int rejected) => (State, Rejected) = (ImportState.Done, rejected);

    internal void Drop() => State = ImportState.Dropped;

    internal void Undo(string by, string why, DateTime now, long version, int leftAlone) =>
        (State, UndoneBy, UndoneWhy, UndoneAt, UndoneAs, LeftAlone) = (ImportState.Undoing, by, why, now, version, leftAlone);

    internal void Undone() => State = ImportState.Undone;
}

/// <summary>One record of an import, as it goes to the intake. A module adds how it finds out what was before.</summary>
public abstract class ImportRow
{
    /// <summary>The import.</summary>
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
}

/// <summary>Something that is wrong with a line of a file. The line is left out, and nothing else.</summary>
public sealed class ImportFault
{
    /// <summary>Order of finding.</summary>
    public int Id { get; private set; }

    /// <summary>The import.</summary>
    public int ImportId { get; init; }

    /// <summary>The line of the file.</summary>
    public int Line { get; init; }

    /// <summary>The heading; empty for the whole line.</summary>
    public required string Heading { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Sentence { get; init; }
}

/// <summary>Adds the tables of imports to a module's model.</summary>
public static class ImportTables
{
    /// <summary>import and import_fault, and import_record with the module's own key.</summary>
    public static void AddImports<TRow>(this ModelBuilder model) where TRow : ImportRow
    {
        model.Entity<Import>(e => { e.ToTable("import"); e.Property(i => i.Version).IsConcurrencyToken(); });
        model.Entity<TRow>(e => e.ToTable("import_record"));
        model.Entity<ImportFault>(e => { e.ToTable("import_fault"); e.HasIndex(f => f.ImportId); });
    }
}
