using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Importing;

/// <summary>What a file, or a form, brings.</summary>
internal enum ImportKind
{
    /// <summary>The register: a GIAS file.</summary>
    Register = 1,

    /// <summary>Key stage 2 results of the performance tables, 2016/17 and later.</summary>
    Results,

    /// <summary>Key stage 2 results of the level-based years, in the suite's own form.</summary>
    LevelResults,

    /// <summary>Results, forecasts or targets that a person has typed.</summary>
    Typed,
}

/// <summary>How far an import came.</summary>
internal enum ImportState
{
    /// <summary>It was read, and waits for a person to say yes.</summary>
    Waiting = 1,

    /// <summary>Its records are on their way. What a stop cuts off goes on at the next start.</summary>
    Taking,
    Done,

    /// <summary>It is being taken back.</summary>
    Undoing,
    Undone,

    /// <summary>A person said no.</summary>
    Dropped,
}

/// <summary>
/// What a person brings in by a file or a form. It is read whole and kept, with what it would change, before anything counts; its records then go
/// through the same intake as a feed's. Undone, each record is as it was before it.
/// </summary>
internal sealed class Import
{
    private const int LongestName = 200;

    public int Id { get; private set; }

    public ImportKind Kind { get; init; }

    /// <summary>The file's name, or what was typed.</summary>
    public required string Name { get; init; }

    /// <summary>Of results: the year of the tests.</summary>
    public int? Year { get; init; }

    /// <summary>Of results.</summary>
    public Results.ResultStatus? Status { get; init; }

    /// <summary>Who brought it.</summary>
    public required string By { get; init; }

    public DateTime At { get; init; }

    public ImportState State { get; private set; } = ImportState.Waiting;

    /// <summary>Rows of the file, its heading not counted.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that are of nothing this council asked for, such as another authority's schools in a register.</summary>
    public int PassedOver { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>The version that its records have; those of one that was undone have a later one again.</summary>
    public long TakenAs { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    public string? UndoneWhy { get; private set; }

    /// <summary>Records that a later import had brought as well, and so were left when it was undone.</summary>
    public int LeftAlone { get; private set; }

    public int Version { get; private set; }

    public static string Named(string name) => name.Length > LongestName ? name[..LongestName] : name;

    public void Take(DateTime now, long version) => (State, TakenAt, TakenAs) = (ImportState.Taking, now, version);

    public void Done(DateTime now) => (State, EndedAt) = (ImportState.Done, now);

    public void Drop(DateTime now) => (State, EndedAt) = (ImportState.Dropped, now);

    public void Undo(string by, string why, DateTime now, int leftAlone) =>
        (State, UndoneAt, UndoneBy, UndoneWhy, LeftAlone) = (ImportState.Undoing, now, by, why, leftAlone);

    public void Undone() => State = ImportState.Undone;
}

/// <summary>What a record of an import would change.</summary>
internal enum ImportEffect
{
    New = 1,
    Changed,
    Same,
}

/// <summary>One record of an import, as it goes to the intake. Records of imports that are done are the history of what people brought in.</summary>
internal sealed class ImportRecord
{
    public int ImportId { get; init; }

    /// <summary>The record's type, as the feed calls it.</summary>
    public required string Type { get; init; }

    /// <summary>Its identifier; the same thing has the same one in every import.</summary>
    public required string RecordId { get; init; }

    /// <summary>The line of the file, its heading being 1.</summary>
    public int Line { get; init; }

    /// <summary>The school; 0 for an area.</summary>
    public int Urn { get; init; }

    public ImportEffect Effect { get; init; }

    /// <summary>The record without its key, as bytes of the feed's message.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>Something that is wrong with a line of a file. The line is left out, and nothing else.</summary>
internal sealed class ImportFault
{
    public int Id { get; private set; }

    public int ImportId { get; init; }

    public int Line { get; init; }

    public required string Heading { get; init; }

    /// <summary>The school as the line names it.</summary>
    public required string School { get; init; }

    public required string Sentence { get; init; }
}

/// <summary>Adds the tables of imports to the model.</summary>
internal static class ImportTables
{
    /// <summary>import, import_record and import_fault.</summary>
    public static void AddImports(this ModelBuilder model)
    {
        model.Entity<Import>(e => { e.ToTable("import"); e.Property(i => i.Version).IsConcurrencyToken(); });
        model.Entity<ImportRecord>(e =>
        {
            e.ToTable("import_record");
            e.HasKey(r => new { r.ImportId, r.Type, r.RecordId });
            e.HasIndex(r => new { r.Type, r.RecordId });
            e.HasIndex(r => r.Urn);
        });
        model.Entity<ImportFault>(e => { e.ToTable("import_fault"); e.HasIndex(f => f.ImportId); });
    }
}
