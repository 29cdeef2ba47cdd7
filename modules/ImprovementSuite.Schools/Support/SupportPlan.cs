using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Support;

/// <summary>How a school's support goes, as its adviser says it.</summary>
internal enum SupportColour
{
    Red = 1,
    Amber,
    Green,
}

/// <summary>The support that a school below the floor or at risk is given: one open plan a school at a time; closed ones stay.</summary>
internal sealed class SupportPlan
{
    public int Id { get; private set; }

    public int Urn { get; init; }

    public DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was closed.</summary>
    public string? ClosedWhy { get; private set; }

    /// <summary>Who supports the school.</summary>
    public string Adviser { get; private set; } = "";

    /// <summary>What it is to bring about.</summary>
    public string Aim { get; private set; } = "";

    public DateOnly? NextReviewOn { get; private set; }

    /// <summary>Null until somebody has said.</summary>
    public SupportColour? Colour { get; private set; }

    public string? ColourWhy { get; private set; }

    public DateOnly? ColourOn { get; private set; }

    public int Version { get; private set; }

    public List<SupportAction> Actions { get; } = [];

    public List<SupportVisit> Visits { get; } = [];

    public bool IsOpen => ClosedOn is null;

    public void Set(string adviser, string aim, DateOnly? nextReviewOn) => (Adviser, Aim, NextReviewOn) = (adviser, aim, nextReviewOn);

    public void Rate(SupportColour colour, string why, DateOnly on) => (Colour, ColourWhy, ColourOn) = (colour, why, on);

    public void Close(DateOnly on, string why) => (ClosedOn, ClosedWhy) = (on, why);

    /// <summary>"Adviser J. Smith. Aim: English. Next review 2010-09-30. Amber: two posts are empty." as the change log keeps it.</summary>
    public string InLog() =>
        $"Adviser {Adviser}. Aim: {Aim}.{(NextReviewOn is { } review ? $" Next review {review:yyyy-MM-dd}." : "")}{(Colour is { } colour ? $" {colour}: {ColourWhy}." : "")}";
}

/// <summary>Something that is to be done for a school.</summary>
internal sealed class SupportAction
{
    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public string What { get; private set; } = "";

    public string Who { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public int Version { get; private set; }

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;

    public void Set(string what, string who, DateOnly dueOn) => (What, Who, DueOn) = (what, who, dueOn);

    public void Done(DateOnly? on) => DoneOn = on;

    /// <summary>"Teach reading daily. Who: the head. Due 2010-10-31. Done 2010-10-20." as the change log keeps it.</summary>
    public string InLog() => $"{What}. Who: {Who}. Due {DueOn:yyyy-MM-dd}.{(DoneOn is { } done ? $" Done {done:yyyy-MM-dd}." : "")}";
}

/// <summary>A visit to a school, and what was found.</summary>
internal sealed class SupportVisit
{
    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public DateOnly On { get; init; }

    public required string By { get; init; }

    public required string Note { get; init; }
}

/// <summary>Adds the tables of support to the model.</summary>
internal static class SupportTables
{
    /// <summary>support_plan, support_action and support_visit.</summary>
    public static void AddSupport(this ModelBuilder model)
    {
        model.Entity<SupportPlan>(e =>
        {
            e.ToTable("support_plan");
            e.HasIndex(p => p.Urn, "support_plan_open").IsUnique().HasFilter("ClosedOn IS NULL");
            e.Property(p => p.Version).IsConcurrencyToken();
            e.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.PlanId);
            e.HasMany(p => p.Visits).WithOne().HasForeignKey(v => v.PlanId);
            e.Ignore(p => p.IsOpen);
        });
        model.Entity<SupportAction>(e => { e.ToTable("support_action"); e.Property(a => a.Version).IsConcurrencyToken(); });
        model.Entity<SupportVisit>(e => e.ToTable("support_visit"));
    }
}
