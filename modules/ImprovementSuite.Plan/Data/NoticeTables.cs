using System.Text.Json;
using System.Text.Json.Serialization;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ImprovementSuite.Plan.Data;

/// <summary>How the notice and files of readings that wait for their confirmation are stored.</summary>
internal static class NoticeTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CurrentNotice>(notice =>
        {
            notice.ToTable("notice").Ignore(n => n.Words);
            notice.Property(n => n.Kind).HasConversion<string>();
            notice.Property(n => n.Version).IsConcurrencyToken();
            notice.HasMany(n => n.Conditions).WithOne().HasForeignKey("Notice").IsRequired();
            notice.Navigation(n => n.Conditions).AutoInclude();
        });
        model.Entity<Condition>(condition =>
        {
            condition.ToTable("condition");
            // A test is never asked for alone, and changing one is a change of its condition.
            condition.Property(c => c.Tests).HasConversion<TestsAsJson, SameTests>();
            condition.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<ReadingFile>().ToTable("reading_file");
    }

    private sealed class TestsAsJson() : ValueConverter<IReadOnlyList<ConditionTest>, string>(
        tests => JsonSerializer.Serialize(tests, Json), json => JsonSerializer.Deserialize<List<ConditionTest>>(json, Json)!)
    {
        private static readonly JsonSerializerOptions Json = new()
        {
            Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        };
    }

    private sealed class SameTests() : ValueComparer<IReadOnlyList<ConditionTest>>(
        (a, b) => a!.SequenceEqual(b!), tests => tests.Aggregate(0, HashCode.Combine), tests => tests.ToList());
}
