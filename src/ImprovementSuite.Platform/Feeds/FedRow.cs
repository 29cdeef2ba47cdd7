using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>What every record of a feed has: its key in the source system, and whether it counts. <see cref="FactTable{TRecord}"/> writes it.</summary>
public abstract class FedRow
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; private set; }

    /// <summary>The source system, by look-up id.</summary>
    public int SourceId { get; init; }

    /// <summary>The source system's identifier.</summary>
    public required string RecordId { get; init; }

    /// <summary>The source's version; 0 is a record that another one named before it came.</summary>
    public long Version { get; init; }

    /// <summary>It was withdrawn.</summary>
    public bool Deleted { get; init; }

    /// <summary>Not deleted, and of the source of record: figures count these rows and no others.</summary>
    public bool Counts { get; init; }
}

/// <summary>Adds the tables of a feed's records to a module's model.</summary>
public static class FedRows
{
    /// <summary>The table of one type of record, with its unique key.</summary>
    public static void Fed<TRow>(this ModelBuilder model, string table, Action<EntityTypeBuilder<TRow>> more) where TRow : FedRow => model.Entity<TRow>(row =>
    {
        row.ToTable(table);
        row.HasIndex(r => new { r.SourceId, r.RecordId }).IsUnique();
        more(row);
    });
}
