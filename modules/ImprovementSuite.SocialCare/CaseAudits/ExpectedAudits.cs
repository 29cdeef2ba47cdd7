namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>How many audits are expected of whom: posts and dated quotas, or the number that somebody has stated for a month.</summary>
internal sealed class ExpectedAudits(IReadOnlyList<ManagerInPost> managers, IReadOnlyList<AuditQuota> quotas, IReadOnlyDictionary<DateOnly, int> stated)
{
    /// <summary>What a post is expected to do in a month: whoever is in post on its first day answers for all of it.</summary>
    public int Of(ManagerInPost manager, AuditKind kind, DateOnly month) => manager.InPostOn(month)
        ? quotas.Where(quota => quota.Role == manager.Role && quota.Kind == kind && quota.From <= month).MaxBy(quota => quota.From)?.Files ?? 0
        : 0;

    public int Of(ManagerInPost manager, DateOnly month) => Enum.GetValues<AuditKind>().Sum(kind => Of(manager, kind, month));

    /// <summary>What posts and quotas add up to.</summary>
    public int Computed(DateOnly month) => managers.Sum(manager => Of(manager, month));

    /// <summary>What is expected in all: as stated, else as computed.</summary>
    public int Total(DateOnly month) => stated.TryGetValue(month, out var number) ? number : Computed(month);

    /// <summary>
    /// Whether the parts of the month add up to no more than its total. A statement says nothing of localities and teams: where it is less than
    /// they add up to, the month is counted for the authority alone.
    /// </summary>
    public bool HasParts(DateOnly month) => Computed(month) <= Total(month);
}
