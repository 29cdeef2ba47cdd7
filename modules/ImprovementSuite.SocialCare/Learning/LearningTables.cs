using System.Text.Json;
using ImprovementSuite.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.SocialCare.Learning;

internal static class LearningTables
{
    public static void AddLearning(this ModelBuilder model)
    {
        model.Entity<LearningEvent>(e =>
        {
            e.ToTable("learning");
            e.HasIndex(l => l.WorkforceId).IsUnique();
            e.HasIndex(l => l.On);
            e.Property(l => l.Version).IsConcurrencyToken();
            AsText(e.Property(l => l.Issues));
            AsText(e.Property(l => l.Teams));
            e.Ignore(l => l.What);
        });
        model.Entity<PublishedMonth>(e => { e.ToTable("practice_issues_published"); e.HasKey(m => m.Month); e.Property(m => m.Month).ValueGeneratedNever(); });
    }

    // A list is replaced as a whole, so one column of the row holds it, and the row's version covers it.
    private static void AsText<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        items => JsonSerializer.Serialize(items, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((one, other) => one!.SequenceEqual(other!), items => items.Count, items => items));
}
