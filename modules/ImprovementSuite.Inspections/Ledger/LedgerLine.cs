namespace ImprovementSuite.Inspections.Ledger;

/// <summary>What order and counts need of a recommendation: short enough to be read for every one that matches, where the whole <see cref="LedgerRow"/> is read for those of a page.</summary>
/// <param name="Counts">Its provider is one whose recommendations count.</param>
/// <param name="IsMetInTime">As <see cref="LedgerRow.IsMetInTime"/>.</param>
internal readonly record struct LedgerLine(long Id, DateOnly OriginallyDueOn, LedgerStatus Status, bool Counts, bool IsDuplicate, bool IsMetInTime)
{
    /// <summary>Figures count it: a duplicate stands for nothing of its own, and what was withdrawn is due no more. The same as <see cref="Data.LedgerSql.Counted"/>.</summary>
    public bool IsFigured => Counts && !IsDuplicate && Status != LedgerStatus.Withdrawn;

    /// <summary>As <see cref="LedgerRow.IsOverdue"/>.</summary>
    public bool IsOverdue(DateOnly today) => Status == LedgerStatus.Open && OriginallyDueOn < today;

    /// <summary>Where it stands in the list: overdue first, then what is still to be done, then the rest; in each the earliest original date first. One number, because tens of thousands are put in order for a page.</summary>
    public long Place(DateOnly today) => ((IsOverdue(today) ? 0L : Status is LedgerStatus.Open or LedgerStatus.Claimed ? 1 : 2) << 60) | ((long)OriginallyDueOn.DayNumber << 38) | Id;
}
