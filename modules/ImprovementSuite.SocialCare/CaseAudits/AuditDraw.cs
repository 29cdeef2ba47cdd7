namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>A draw as it was made, with all that is needed to repeat and explain it.</summary>
internal sealed class AuditDraw
{
    public int Id { get; private set; }

    public AuditPurpose Purpose { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>The first day of the month that its audits belong to.</summary>
    public DateOnly Month { get; init; }

    public required string Seed { get; init; }

    /// <summary>The first and the last day of the records that could be drawn.</summary>
    public DateOnly PoolFrom { get; init; }

    public DateOnly PoolTo { get; init; }

    public int PoolSize { get; init; }

    /// <summary>Records left out of the pool because an earlier draw gave them out.</summary>
    public int DrawnBefore { get; init; }

    /// <summary>SHA-256 over the numbers of the pool's files: another pool has another.</summary>
    public required string Fingerprint { get; init; }

    public DateOnly DrawnOn { get; init; }

    public required string DrawnBy { get; init; }

    public List<DrawShare> Shares { get; } = [];

    public List<DrawStratum> Strata { get; } = [];

    /// <summary>The rule of the pool in words.</summary>
    public static string PoolRule(AuditKind kind) => kind == AuditKind.CaseFile
        ? "referrals received and assessments completed in these days that count in the figures; referrals that ended in no further action and restricted cases are left out"
        : "contacts and referrals received in these days that ended in no further action and count in the figures; advice and signposting is not no further action, and restricted cases are left out";
}

/// <summary>What the draw gave one auditor, and how many files each rule took out of the pool for them.</summary>
internal sealed class DrawShare
{
    public int DrawId { get; private set; }

    public int AuditorId { get; init; }

    public ManagerInPost Auditor { get; private set; } = null!;

    public int Wanted { get; init; }

    public int Drawn { get; init; }

    public int Holds { get; init; }

    public int Supervises { get; init; }

    public int SignedOff { get; init; }
}

/// <summary>A team and type of file: how many were in the pool and how many were drawn.</summary>
internal sealed class DrawStratum
{
    public int DrawId { get; private set; }

    public required string Team { get; init; }

    public required string Locality { get; init; }

    public FileType FileType { get; init; }

    public int Pool { get; init; }

    public int Drawn { get; init; }
}

/// <summary>A manager was told that audits of a month are missing.</summary>
internal sealed class AuditReminder
{
    public int Id { get; private set; }

    public int ManagerId { get; init; }

    public DateOnly Month { get; init; }

    public int Missing { get; init; }

    public DateOnly On { get; init; }

    public required string By { get; init; }
}
