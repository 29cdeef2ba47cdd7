using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>The tables of what the council says of agency spend.</summary>
internal static class AgencyTables
{
    public static void AddAgencyDefinitions(this ModelBuilder model)
    {
        model.Entity<SpendCeiling>(e =>
        {
            e.ToTable("spend_ceiling");
            e.HasIndex(c => c.Year).IsUnique();
            e.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<AgencyRule>(e =>
        {
            e.ToTable("agency_rule");
            e.Property(r => r.Version).IsConcurrencyToken();
        });
    }
}
