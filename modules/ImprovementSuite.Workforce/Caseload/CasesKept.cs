using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Caseload;

/// <summary>Open cases of a worker in a team, as SocialCare last said.</summary>
internal sealed class CaseHolder
{
    /// <summary>The worker as the case system names them.</summary>
    public required string Worker { get; init; }

    public required string Team { get; init; }

    public required string Locality { get; init; }

    public int Cases { get; init; }
}

/// <summary>The day of which the cases are, and the statement that said so: one row.</summary>
internal sealed class CasesDay
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public DateOnly On { get; set; }

    public long Revision { get; set; }
}

internal static class CaseloadTables
{
    public static void AddCaseload(this ModelBuilder model)
    {
        model.Entity<CaseHolder>(e => { e.ToTable("case_holder"); e.HasKey(h => new { h.Worker, h.Team, h.Locality }); });
        model.Entity<CasesDay>(e => { e.ToTable("cases_day"); e.Property(d => d.Id).ValueGeneratedNever(); });
    }
}
