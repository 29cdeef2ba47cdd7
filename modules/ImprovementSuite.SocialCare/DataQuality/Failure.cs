using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>A record that fails a rule, or failed it until it was corrected or the rule no longer looked at it.</summary>
internal sealed class Failure
{
    public long Id { get; private set; }

    /// <summary>The rule's code.</summary>
    public required string Rule { get; init; }

    /// <summary>The version of the rule that found it last.</summary>
    public int RuleVersion { get; init; }

    /// <summary>Which check of the rule found it: its place, from 0.</summary>
    public int Part { get; init; }

    public required string RecordType { get; init; }

    /// <summary>The record's row.</summary>
    public long RowId { get; init; }

    public required string RecordId { get; init; }

    /// <summary>The child's reference; empty where the record is of no child.</summary>
    public required string Child { get; init; }

    /// <summary>The team that holds it.</summary>
    public int TeamId { get; init; }

    public int WorkerId { get; init; }

    /// <summary>The record's own day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it was first seen to fail.</summary>
    public DateOnly Since { get; init; }

    /// <summary>When it was seen to fail no more; null while it fails.</summary>
    public DateOnly? ResolvedOn { get; init; }
}

/// <summary>How many records failed a rule on a day, of how many that it looked at. The rule of all rules together is the empty one.</summary>
internal sealed class FailureDay
{
    public const string AllRules = "";

    public DateOnly Day { get; init; }

    public required string Rule { get; init; }

    public long Failing { get; init; }

    public long Looked { get; init; }
}

/// <summary>How far a measure can be trusted, and what its grade stands on.</summary>
internal sealed class GradedMeasure
{
    public required string Measure { get; init; }

    public Trust Trust { get; init; }

    /// <summary>The grade's reason in a few words: "2.1% of its records fail a rule".</summary>
    public required string Why { get; init; }

    /// <summary>The records that the rated period counts, and those that it ought to.</summary>
    public long Records { get; init; }

    public long Failing { get; init; }

    public long Unlinked { get; init; }

    /// <summary>The days that were graded.</summary>
    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    /// <summary>The day of the newest batch.</summary>
    public DateOnly NewestOn { get; init; }
}

/// <summary>When the rules were last asked, and of what state of the records.</summary>
internal sealed class QualityMark
{
    public int Id { get; init; }

    public required string State { get; init; }

    public DateTime At { get; init; }
}
