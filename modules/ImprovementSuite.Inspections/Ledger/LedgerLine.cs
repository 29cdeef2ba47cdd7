namespace ImprovementSuite.Inspections.Ledger;

/// <summary>What order and counts need of a recommendation: short enough to be read for every one that matches, where the whole <see cref="LedgerRow"/> is read for those of a page.</summary>
internal class LedgerLine
{
    public long Id { get; init; }

    public LedgerStatus Status { get; init; }

    public DateOnly OriginallyDueOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    /// <summary>Null where it is no duplicate.</summary>
    public long? DuplicateOfId { get; init; }

    /// <summary>Its provider is one whose recommendations count.</summary>
    public bool Counts { get; init; }

    /// <summary>Figures count it: a duplicate stands for nothing of its own, and what was withdrawn is due no more. The same as <see cref="Data.LedgerSql.Counted"/>.</summary>
    public bool IsFigured => Counts && DuplicateOfId is null && Status != LedgerStatus.Withdrawn;

    /// <summary>Not complete, and its original date has passed, whatever it was revised to.</summary>
    public bool IsOverdue(DateOnly today) => Status == LedgerStatus.Open && OriginallyDueOn < today;

    /// <summary>Complete on or before its original date, and validated.</summary>
    public bool IsMetInTime => Status == LedgerStatus.Met && CompletedOn <= OriginallyDueOn;
}
