using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Recruitment;

/// <summary>The vacancy rate that roles are to have come down to on a day.</summary>
internal sealed class RecruitmentTarget
{
    public int Id { get; private set; }

    /// <summary>The name of a <see cref="RoleGroup"/>.</summary>
    public required string Roles { get; init; }

    public DateOnly On { get; init; }

    /// <summary>In hundredths of a percent.</summary>
    public int Percent { get; private set; }

    public int Version { get; private set; }

    public RoleGroup Group => RoleGroup.Named(Roles) ?? throw new InvalidOperationException($"No roles are called {Roles}.");

    public void Set(int percent) => Percent = percent;

    public string InLog() => $"{Say.Percent(Percent / 100m)} of {Group.Words} on {On:yyyy-MM-dd}";
}

/// <summary>The tables of what the council says of recruitment.</summary>
internal static class RecruitmentTables
{
    public static void AddRecruitment(this ModelBuilder model) => model.Entity<RecruitmentTarget>(e =>
    {
        e.ToTable("recruitment_target");
        e.HasIndex(t => new { t.Roles, t.On }).IsUnique();
        e.Ignore(t => t.Group);
        e.Property(t => t.Version).IsConcurrencyToken();
    });
}
