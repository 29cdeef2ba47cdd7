using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.PersonalData;

/// <summary>For how long a type of record is kept. Without a rule it is kept.</summary>
public sealed class RetentionRule
{
    /// <summary>The longest that can be said.</summary>
    public const int LongestYears = 100;

    /// <summary>The type's name.</summary>
    public required string Type { get; init; }

    /// <summary>Whole years after the type's last day.</summary>
    public int Years { get; set; }

    /// <summary>Rises with each save.</summary>
    public int Version { get; private set; }

    /// <summary>What has its last day before this may go.</summary>
    public DateOnly Before(DateOnly today) => BeforeAfter(Years, today);

    /// <summary>As <see cref="Before"/>, of any number of years.</summary>
    public static DateOnly BeforeAfter(int years, DateOnly today) => today.AddYears(-years);
}

/// <summary>One removal of records that were past their time.</summary>
public sealed class RetentionRun
{
    /// <summary>Order in which they were asked for.</summary>
    public int Id { get; private set; }

    /// <summary>The type's name.</summary>
    public required string Type { get; init; }

    /// <summary>What had its last day before this was removed. Figures of days before it are counted no more: they stand as they were.</summary>
    public DateOnly Before { get; init; }

    /// <summary>How many the dry run found.</summary>
    public long Expected { get; init; }

    /// <summary>How many are gone.</summary>
    public long Removed { get; private set; }

    /// <summary>Who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>The reason.</summary>
    public required string Why { get; init; }

    /// <summary>When it was asked for, UTC, in business time.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>When the first record could go; null until then.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When it was done; null until then.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Asks for a removal.</summary>
    public static RetentionRun Of(RetainedType type, DateOnly before, long expected, Actor by, string why, DateTime now) =>
        new() { Type = type.Name, Before = before, Expected = expected, By = by.Name, Why = why, AskedAt = now };
}

/// <summary>Adds the tables to a module's model.</summary>
public static class RetentionTables
{
    /// <summary>retention_rule and retention_run.</summary>
    public static void AddRetention(this ModelBuilder model)
    {
        model.Entity<RetentionRule>(e => { e.ToTable("retention_rule"); e.HasKey(r => r.Type); e.Property(r => r.Version).IsConcurrencyToken(); });
        model.Entity<RetentionRun>(e => e.ToTable("retention_run"));
    }

    /// <summary>Before which day records of each type have been removed; a type of which none ever was is missing.</summary>
    public static Dictionary<string, DateOnly> RemovedBefore(SqliteConnection connection) => connection
        .Query("SELECT Type, MAX(Before) FROM retention_run WHERE StartedAt IS NOT NULL GROUP BY Type", row => (Type: row.GetString(0), Before: row.GetDay(1)))
        .ToDictionary(run => run.Type, run => run.Before);
}
