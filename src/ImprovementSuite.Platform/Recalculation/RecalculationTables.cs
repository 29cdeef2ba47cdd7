using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>A day whose records changed since the measure was last counted.</summary>
public sealed class StaleDay
{
    /// <summary>The measure's code.</summary>
    public required string Measure { get; init; }

    /// <summary>The cohort day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Rises with each change, so that a count clears only what it has seen.</summary>
    public long Version { get; init; }
}

/// <summary>A stored tally.</summary>
public sealed class StoredTally
{
    /// <summary>The measure's code.</summary>
    public required string Measure { get; init; }

    /// <summary>The cohort day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The team's look-up id.</summary>
    public int Team { get; init; }

    /// <summary>In the unit's smallest part.</summary>
    public long Numerator { get; init; }

    /// <summary>0 for a count that is no rate.</summary>
    public long Denominator { get; init; }
}

/// <summary>A value as it was last published.</summary>
public sealed class StoredValue
{
    /// <summary>The measure's code.</summary>
    public required string Measure { get; init; }

    /// <summary>As in Contracts.</summary>
    public Contracts.PeriodKind PeriodKind { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; init; }

    /// <summary>As in Contracts.</summary>
    public Contracts.ScopeKind ScopeKind { get; init; }

    /// <summary>The scope's code.</summary>
    public required string ScopeCode { get; init; }

    /// <summary>The locality of a team; otherwise empty.</summary>
    public required string Within { get; init; }

    /// <summary>In the unit's smallest part.</summary>
    public long Numerator { get; init; }

    /// <summary>0 with a numerator of 0 is "nothing due".</summary>
    public long Denominator { get; init; }

    /// <summary>The recalculation that gave it.</summary>
    public long Revision { get; init; }
}

/// <summary>A day whose years to date are kept up for good: somebody was shown them, and what late records change in them is to be known.</summary>
public sealed class PublishedDay
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Publishes the years to date of a day; the next recalculation counts them. Once or twice is the same.</summary>
    public static void Add(SqliteConnection connection, DateOnly day) => connection.Execute("INSERT INTO published_day (Day) VALUES ($1) ON CONFLICT DO NOTHING", day);
}

/// <summary>What the last recalculation stood on: its revision, day, published days, definitions, calendar, grades of trust.</summary>
public sealed class RecalculationMark
{
    /// <summary>revision, day, published, definitions, calendar, or trust and a measure.</summary>
    public required string Name { get; init; }

    /// <summary>The mark.</summary>
    public required string Value { get; init; }
}

/// <summary>The working-day calendar as SQL can join it.</summary>
public sealed class WorkingDay
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Working days up to and including it; the difference of two is the number between.</summary>
    public int Ordinal { get; init; }
}

/// <summary>Adds the tables to a module's model.</summary>
public static class RecalculationTables
{
    /// <summary>stale_day, tally, measure_value, published_day, recalculation_mark and working_day.</summary>
    public static void AddRecalculation(this ModelBuilder model)
    {
        model.Entity<StaleDay>(e => { e.ToTable("stale_day"); e.HasKey(s => new { s.Measure, s.Day }); });
        model.Entity<StoredTally>(e => { e.ToTable("tally"); e.HasKey(t => new { t.Measure, t.Day, t.Team }); });
        model.Entity<StoredValue>(e =>
        {
            e.ToTable("measure_value");
            e.HasKey(v => new { v.Measure, v.PeriodKind, v.From, v.To, v.ScopeKind, v.ScopeCode, v.Within });
        });
        model.Entity<PublishedDay>(e => { e.ToTable("published_day"); e.HasKey(p => p.Day); e.Property(p => p.Day).ValueGeneratedNever(); });
        model.Entity<RecalculationMark>(e => { e.ToTable("recalculation_mark"); e.HasKey(m => m.Name); });
        model.Entity<WorkingDay>(e => { e.ToTable("working_day"); e.HasKey(w => w.Day); e.Property(w => w.Day).ValueGeneratedNever(); });
    }
}
