namespace ImprovementSuite.Inspections.Ledger;

/// <summary>What order and counts need of a recommendation: short enough to be read for every one that matches, where the whole <see cref="LedgerRow"/> is read for those of a page.</summary>
/// <param name="Packed">
/// All of it in one number, as <see cref="Data.LedgerLines"/> reads it, from the lowest bit: met in its original timescale, is a duplicate, its provider's recommendations count, three bits of the
/// status, 22 of the original date's day number, and the identifier.
/// </param>
internal readonly record struct LedgerLine(long Packed)
{
    public long Id => Packed >> 28;

    public DateOnly OriginallyDueOn => DateOnly.FromDayNumber((int)(Packed >> 6 & 0x3F_FFFF));

    public LedgerStatus Status => (LedgerStatus)(Packed >> 3 & 7);

    /// <summary>Its provider is one whose recommendations count.</summary>
    public bool Counts => (Packed & 4) != 0;

    public bool IsDuplicate => (Packed & 2) != 0;

    /// <summary>As <see cref="LedgerRow.IsMetInTime"/>.</summary>
    public bool IsMetInTime => (Packed & 1) != 0;

    /// <summary>Figures count it: a duplicate stands for nothing of its own, and what was withdrawn is due no more. The same as <see cref="Data.LedgerSql.Counted"/>.</summary>
    public bool IsFigured => Counts && !IsDuplicate && Status != LedgerStatus.Withdrawn;

    /// <summary>As <see cref="LedgerRow.IsOverdue"/>.</summary>
    public bool IsOverdue(DateOnly today) => Status == LedgerStatus.Open && OriginallyDueOn < today;

    /// <summary>Where it stands in the list: overdue first, then what is still to be done, then the rest; in each the earliest original date first.</summary>
    public long Place(DateOnly today) => ((IsOverdue(today) ? 0L : Status is LedgerStatus.Open or LedgerStatus.Claimed ? 1 : 2) << 60) | ((long)OriginallyDueOn.DayNumber << 38) | Id;
}
