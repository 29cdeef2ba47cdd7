namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>Where in the one flow the process died, as its databases show afterwards.</summary>
internal enum KillPoint
{
    /// <summary>Every stored batch has its receipt, and a batch that was on its way is not stored.</summary>
    BeforeCommit,

    /// <summary>A batch is stored and its sender never heard of it.</summary>
    AfterCommitBeforeReceipt,

    /// <summary>No batch was on its way, and days that changed are not counted.</summary>
    InRecalculation,

    /// <summary>Counted values are not all with the plan, or the plan has them and the message is still there.</summary>
    InCourier,
}
