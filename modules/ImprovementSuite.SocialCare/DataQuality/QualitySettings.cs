using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>From when on something is too long, too late or too much: the council's decision, in one row.</summary>
internal sealed class QualitySettings
{
    public int Id { get; private set; }

    /// <summary>Counts the saves.</summary>
    public int Version { get; private set; }

    /// <summary>An open assessment may take so many times its limit.</summary>
    public int AssessmentTimesLimit { get; set; } = 2;

    /// <summary>A referral is decided within so many working days.</summary>
    public int DecisionWorkingDays { get; set; } = 5;

    /// <summary>A record is entered within so many working days.</summary>
    public int EntryWorkingDays { get; set; } = 5;

    /// <summary>Early help replaced an assessment if none began for so many months.</summary>
    public int EarlyHelpMonths { get; set; } = 3;

    /// <summary>A worker with open cases was supervised in the last so many months.</summary>
    public int SupervisionMonths { get; set; } = 2;

    /// <summary>Grade A: less than so many percent of the records fail.</summary>
    public int PercentForA { get; set; } = 1;

    /// <summary>Grade B: less than so many percent fail.</summary>
    public int PercentForB { get; set; } = 5;

    /// <summary>Data of a daily measure are fresh while the newest batch is at most so many days old.</summary>
    public int FreshDays { get; set; } = 2;

    /// <summary>The same for measures that are read every month or less often.</summary>
    public int FreshDaysMonthly { get; set; } = 35;

    public int FreshFor(Frequency frequency) => frequency == Frequency.Daily ? FreshDays : FreshDaysMonthly;

    /// <summary>The settings as the change log keeps them.</summary>
    public string InLog() =>
        $"Assessment open {AssessmentTimesLimit} times its limit; decision in {DecisionWorkingDays} working days; entry in {EntryWorkingDays} working days; "
        + $"early help {EarlyHelpMonths} months; supervision {SupervisionMonths} months; A under {PercentForA}%, B under {PercentForB}%; fresh for {FreshDays} days, monthly {FreshDaysMonthly}";

    public static QualitySettings Read(SqliteConnection connection) => connection.Query(
        """
        SELECT Id, Version, AssessmentTimesLimit, DecisionWorkingDays, EntryWorkingDays, EarlyHelpMonths, SupervisionMonths, PercentForA, PercentForB, FreshDays, FreshDaysMonthly
        FROM dq_setting
        """,
        row => new QualitySettings
        {
            Id = row.GetInt32(0), Version = row.GetInt32(1), AssessmentTimesLimit = row.GetInt32(2), DecisionWorkingDays = row.GetInt32(3), EntryWorkingDays = row.GetInt32(4),
            EarlyHelpMonths = row.GetInt32(5), SupervisionMonths = row.GetInt32(6), PercentForA = row.GetInt32(7), PercentForB = row.GetInt32(8), FreshDays = row.GetInt32(9),
            FreshDaysMonthly = row.GetInt32(10),
        }).Single();
}
