using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Reminders;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.Plan.Data;

/// <summary>How the plan is stored. Short lists of texts are JSON columns; whatever is dated or counted is a table.</summary>
internal static class PlanTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<LoadedPlan>().ToTable("plan").Property(plan => plan.Version).IsConcurrencyToken();
        ConfigureLines(model);
        ConfigureMeasures(model);
        model.Entity<Reading>(ConfigureReadings);

        ConfigureMeetings(model);
        model.Entity<LineUpdate>(update =>
        {
            update.ToTable("line_update").HasIndex(u => new { u.Panel, u.Line }).IsUnique();
            update.Property(u => u.State).HasConversion<string>();
            update.Property(u => u.Declared).HasConversion<string>();
            update.Property(u => u.DeclaredDirection).HasConversion<string>();
            update.Property(u => u.Version).IsConcurrencyToken();
        });

        ConfigureReminders(model);
        model.Entity<KnownDefinition>(definition => { definition.ToTable("definition").HasKey(d => d.Code); definition.Ignore(d => d.Definition); });
        model.Entity<KnownRecommendation>().ToTable("recommendation");
        model.Entity<KnownJudgement>().ToTable("judgement");
        model.Entity<PlanRevision>().ToTable("plan_revision").HasData(new PlanRevision { Id = 1 });
    }

    private static void ConfigureLines(ModelBuilder model)
    {
        model.Entity<Line>(line =>
        {
            line.ToTable("line").HasKey(l => l.Ref);
            line.Property(l => l.Declared).HasConversion<string>();
            line.Property(l => l.DeclaredDirection).HasConversion<string>();
            line.Property(l => l.Version).IsConcurrencyToken();
            line.OwnsMany(l => l.Leads, leads => leads.ToJson());
            line.HasMany(l => l.Milestones).WithOne().HasForeignKey("Line").IsRequired();
            line.Navigation(l => l.Milestones).AutoInclude();
        });
        model.Entity<Milestone>().ToTable("milestone").HasKey(milestone => milestone.Id);
    }

    private static void ConfigureMeasures(ModelBuilder model)
    {
        model.Entity<Measure>(measure =>
        {
            measure.ToTable("measure").HasKey(m => m.Code);
            measure.Ignore(m => m.MayExceed100).Property(m => m.Version).IsConcurrencyToken();
            measure.HasMany(m => m.Baselines).WithOne().HasForeignKey("Measure").IsRequired();
            measure.HasMany(m => m.Stages).WithOne().HasForeignKey("Measure").IsRequired();
            measure.HasMany(m => m.Comparators).WithOne().HasForeignKey("Measure").IsRequired();
            measure.Navigation(m => m.Baselines).AutoInclude();
            measure.Navigation(m => m.Stages).AutoInclude();
            measure.Navigation(m => m.Comparators).AutoInclude();
        });
        model.Entity<Baseline>(baseline => Part(baseline, "baseline").Ignore(b => b.Figure).ComplexProperty(b => b.Stored, stored => stored.Ignore(f => f!.Figure)));
        model.Entity<Stage>(stage => Part(stage, "stage").Ignore(s => s.Target).ComplexProperty(s => s.Stored, stored => stored.Ignore(f => f!.Figure)));
        model.Entity<Comparator>(comparator => Part(comparator, "comparator").Ignore(c => c.Value).ComplexProperty(c => c.Stored, stored => stored.Ignore(f => f.Figure)));
    }

    private static void ConfigureMeetings(ModelBuilder model)
    {
        model.Entity<Panel>(panel =>
        {
            panel.ToTable("panel").HasKey(p => p.On);
            panel.Property(p => p.Version).IsConcurrencyToken();
            panel.HasMany(p => p.Frozen).WithOne().HasForeignKey("Panel").IsRequired();
            panel.Navigation(p => p.Frozen).AutoInclude();
            panel.HasMany(p => p.FrozenLines).WithOne().HasForeignKey("Panel").IsRequired();
            panel.Navigation(p => p.FrozenLines).AutoInclude();
        });
        model.Entity<FrozenReading>(frozen =>
        {
            Part(frozen, "frozen_reading").ComplexProperty(f => f.Stored, stored => stored.Ignore(f => f!.Figure));
            frozen.Property(f => f.Colour).HasConversion<string>();
        });
        model.Entity<FrozenLine>(frozen =>
        {
            Part(frozen, "frozen_line");
            frozen.Property(f => f.Computed).HasConversion<string>();
            frozen.Property(f => f.Declared).HasConversion<string>();
        });
        // Kept apart from its panel: the snapshot that every page reads has no use for it.
        model.Entity<FrozenPack>().ToTable("frozen_pack").HasKey(pack => pack.Panel);
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("decision").HasIndex(d => d.Panel);
            // A panel rules once on a line's colours; it may change its ruling.
            decision.HasIndex(d => new { d.Panel, d.Line }, "decision_ruling").IsUnique().HasFilter("Ruling IS NOT NULL");
            decision.Property(d => d.Ruling).HasConversion<string>();
            decision.Property(d => d.Computed).HasConversion<string>();
            decision.Property(d => d.Declared).HasConversion<string>();
            decision.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<Paper>(paper => { paper.ToTable("paper").HasIndex(p => p.Panel); paper.Property(p => p.Version).IsConcurrencyToken(); });
    }

    private static void ConfigureReminders(ModelBuilder model)
    {
        model.Entity<WorkstreamContact>(contact =>
        {
            contact.ToTable("workstream_contact").HasKey(c => c.Workstream);
            contact.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToLetterTable("reminder").HasIndex(r => new { r.Panel, r.Workstream, r.Kind }).IsUnique();
            reminder.Property(r => r.Kind).HasConversion<string>();
        });
    }

    private static void ConfigureReadings(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable("reading").Ignore(r => r.Figure).Ignore(r => r.Value).Ignore(r => r.IsRecalculated).Ignore(r => r.IsEntered);
        // One current row for each thing that can be known; superseded rows stay for the question what was known when.
        reading.HasIndex(r => new { r.Measure, r.ScopeKind, r.PeriodKind, r.To, r.From, r.Code, r.Within, r.Round, r.Origin })
            .IsUnique().HasFilter("Current = 1").HasDatabaseName("reading_current");
    }

    /// <summary>A row that is nothing without its parent and has no name of its own.</summary>
    private static EntityTypeBuilder<TPart> Part<TPart>(EntityTypeBuilder<TPart> part, string table) where TPart : class
    {
        part.ToTable(table);
        part.Property<int>("Id");
        part.HasKey("Id");
        return part;
    }
}
