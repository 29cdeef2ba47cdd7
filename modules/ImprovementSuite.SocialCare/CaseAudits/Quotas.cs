namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>What is audited: the file of a referral or assessment, or the decision that a contact or referral needs no further action.</summary>
internal enum AuditKind
{
    CaseFile = 1,
    NoFurtherAction = 2,
}

/// <summary>How many audits a month each post of a role is expected to do, from a month on.</summary>
internal sealed class AuditQuota
{
    public int Id { get; private set; }

    public AuditorRole Role { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>The first day of the first month for which it holds.</summary>
    public DateOnly From { get; init; }

    public int Files { get; set; }

    public int Version { get; private set; }

    /// <summary>A quota as it is stored.</summary>
    public static AuditQuota Stored(AuditorRole role, AuditKind kind, DateOnly from, int files) => new() { Role = role, Kind = kind, From = from, Files = files };

    public override string ToString() => $"{Files} a month from {From:yyyy-MM}";
}

/// <summary>A month's expected number as somebody has stated it. It stands in place of the number that posts and quotas add up to.</summary>
internal sealed class ExpectedStatement
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; init; }

    public int Expected { get; set; }

    public required string By { get; set; }

    public required string Why { get; set; }

    public DateOnly On { get; set; }

    public int Version { get; private set; }
}

/// <summary>The programme's own settings: one row.</summary>
internal sealed class AuditProgramme
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The first month in which audits are expected; null before the programme has begun.</summary>
    public DateOnly? FirstMonth { get; private set; }

    /// <summary>The last month that has begun: audits are expected up to this one.</summary>
    public DateOnly? LastMonth { get; private set; }

    /// <summary>The first day of the period that no further action is to fall from; null where none is set.</summary>
    public DateOnly? BaselineFrom { get; private set; }

    /// <summary>The last day of that period.</summary>
    public DateOnly? BaselineTo { get; private set; }

    /// <summary>By how many of a hundred of the baseline's rate no further action is to fall.</summary>
    public int NfaReduction { get; private set; }

    /// <summary>How many of a hundred completed audits are given to a second auditor.</summary>
    public int SecondShare { get; set; }

    public int Version { get; private set; }

    /// <summary>Every month that audits are expected in, the latest last.</summary>
    public IEnumerable<DateOnly> Months()
    {
        for (var month = FirstMonth; month <= LastMonth; month = month.Value.AddMonths(1))
            yield return month.Value;
    }

    /// <summary>The programme begins with this month.</summary>
    public void Begin(DateOnly month, DateOnly today) => (FirstMonth, LastMonth) = (Month(month), Month(today));

    /// <summary>No further action is to fall by so many of a hundred of its rate in this period.</summary>
    public void Reduce(DateOnly from, DateOnly to, int reduction) => (BaselineFrom, BaselineTo, NfaReduction) = (from, to, reduction);

    /// <summary>Opens the months that have begun since.</summary>
    /// <returns>The months that were opened.</returns>
    public IReadOnlyList<DateOnly> Turn(DateOnly today)
    {
        var before = LastMonth;
        if (FirstMonth is null || before >= Month(today))
            return [];
        LastMonth = Month(today);
        return [.. Months().Where(month => before is null || month > before)];
    }

    public static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
