using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Which days of which measures hang on a record besides its own.</summary>
internal sealed class Touches(SqliteConnection connection)
{
    /// <summary>Stocks of judgements: few rows, counted anew from the first day.</summary>
    public static readonly IReadOnlyList<string> OfJudgements = [GoodOrBetter.Code, InadequateHomes.Code, ReviewsAdequate.Code];

    public static void Judgements(IntakeTransaction transaction)
    {
        foreach (var measure in OfJudgements)
            transaction.Touch(measure, WorkingDayCalendar.First);
    }

    /// <summary>It may have opened, closed, or become of another kind, which decides what of it counts.</summary>
    public void Provider(IntakeTransaction transaction, string reference)
    {
        Judgements(transaction);
        transaction.Touch(HomesVisited.Code, WorkingDayCalendar.First);
        foreach (var report in connection.Query("SELECT Reference FROM inspection WHERE ProviderRef = $1 AND Counts = 1", row => row.GetString(0), reference))
            DaysOf(transaction, report);
    }

    /// <summary>It may be of another provider, of another day, or gone.</summary>
    public void Report(IntakeTransaction transaction, string reference)
    {
        Judgements(transaction);
        // A home whose opening day is not known is due visits from the first that is known of it.
        transaction.Touch(HomesVisited.Code, WorkingDayCalendar.First);
        foreach (var reports in new[] { ReportsFrozen.Monthly, ReportsFrozen.Quarterly })
            transaction.Touch(reports.Code, WorkingDayCalendar.First);
        DaysOf(transaction, reference);
    }

    /// <summary>The measures of the plan that count the recommendations of a report, or some of another that are linked to them.</summary>
    public void Recommendations(IntakeTransaction transaction, string report)
    {
        foreach (var code in connection.Query(
            """
            SELECT Code FROM report_measure WHERE InspectionRef = $1
            UNION SELECT m.Code FROM report_measure m
            CROSS JOIN recommendation r ON r.InspectionRef = m.InspectionRef AND r.Counts = 1
            CROSS JOIN progress p ON p.RecommendationId = r.Id
            CROSS JOIN recommendation o ON o.Id = p.DuplicateOfId AND o.InspectionRef = $1
            """, row => row.GetString(0), report))
            transaction.Touch(code, WorkingDayCalendar.First);
    }

    private void DaysOf(IntakeTransaction transaction, string report)
    {
        Recommendations(transaction, report);
        foreach (var day in connection.Query("SELECT DISTINCT OriginallyDueOn FROM recommendation WHERE InspectionRef = $1 AND Counts = 1", row => row.GetDay(0), report))
            transaction.Touch(MetInTimescale.Code, day);
    }
}
