using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.Workforce.Learning;

internal static class LearningTables
{
    public static void AddLearning(this ModelBuilder model)
    {
        model.Entity<LearningEvent>(e =>
        {
            e.ToTable("learning_event");
            e.HasIndex(l => l.Key).IsUnique();
            e.HasIndex(l => l.On);
            e.Property(l => l.Version).IsConcurrencyToken();
            AsText(e.Property(l => l.Issues));
            AsText(e.Property(l => l.Teams));
        });
        model.Entity<LearningNeed>(e => { e.ToTable("learning_need"); e.HasKey(n => new { n.Month, n.Code, n.Locality, n.Team }); });
        model.Entity<NeedsMonth>(e => { e.ToTable("learning_need_month"); e.HasKey(m => m.Month); e.Property(m => m.Month).ValueGeneratedNever(); });
    }

    // A list is replaced as a whole, so one column of the row holds it, and the row's version covers it.
    private static void AsText<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
        items => JsonSerializer.Serialize(items, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((one, other) => one!.SequenceEqual(other!), items => items.Count, items => items));
}
