using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads the quarterly report of the profile.</summary>
internal static class ProfileReportReading
{
    private const int ServicesNamed = 3;

    public static ProfileReport Read(SqliteConnection connection, ReportPeriod period, DateOnly today)
    {
        var profile = ProfileReading.Read(connection, period.To);
        var readiness = Readiness(connection, today);
        return new(period.From, period.To, today, profile, readiness, [.. Risks(profile, readiness, OverdueByService(connection, today))]);
    }

    private static IReadOnlyList<ReadinessLine> Readiness(SqliteConnection connection, DateOnly today)
    {
        var frameworks = FrameworkReading.All(connection);
        var last = StandingJudgement.Read(connection).Where(one => one.StandsOn(today)).ToDictionary(one => one.ProviderRef);
        var open = connection.Query(
            $"SELECT ProviderRef, COUNT(*), SUM(OriginallyDueOn < $1) FROM ({LedgerSql.Rows}) WHERE DuplicateOfId IS NULL AND Status = {(int)LedgerStatus.Open} GROUP BY ProviderRef",
            row => (Ref: row.GetString(0), Open: row.GetInt32(1), Overdue: row.GetInt32(2)), today).ToDictionary(row => row.Ref);
        return connection.Query(
            """
            SELECT v.Reference, v.Name, v.Kind, r.WindowFrom, r.WindowTo, r.Framework, r.ServiceGrade, r.ReviewerGrade
            FROM provider_readiness r JOIN provider v ON v.Reference = r.ProviderRef AND v.Counts = 1
            WHERE v.ClosedOn IS NULL OR v.ClosedOn >= $1 ORDER BY r.WindowFrom IS NULL, r.WindowFrom, v.Name
            """,
            row =>
            {
                var (reference, service, reviewer) = (row.GetString(0), Text(row, 6), Text(row, 7));
                var (all, overdue) = open.TryGetValue(reference, out var counts) ? (counts.Open, counts.Overdue) : (0, 0);
                var judged = last.GetValueOrDefault(reference);
                return new ReadinessLine(
                    reference, row.GetString(1), (ProviderKind)row.GetInt32(2), Day(row, 3), Day(row, 4), judged?.Grade, judged?.From, all, overdue, service, reviewer,
                    [.. RisksOf(Text(row, 5) is { } code ? frameworks.GetValueOrDefault(code) : null, service, reviewer, overdue)]);
            }, today);
    }

    private static IEnumerable<string> RisksOf(Framework? framework, string? service, string? reviewer, int overdue)
    {
        if (overdue > 0)
            yield return $"{Say.Count("recommendation", overdue)} past {(overdue == 1 ? "its" : "their")} original date";
        if (reviewer is null)
            yield return "no reviewer has said what to expect";
        else if (framework is not null && !framework.IsGood(reviewer))
            yield return $"the reviewer expects {reviewer}";
        if (reviewer is not null && service is not null && framework?.Compare(reviewer, service) > 0)
            yield return $"the service expects {service}, better than its reviewer";
    }

    private static IReadOnlyList<(string Service, int Overdue)> OverdueByService(SqliteConnection connection, DateOnly today) => connection.Query(
        $"""
         SELECT Service, COUNT(*) FROM ({LedgerSql.Rows}) WHERE {LedgerSql.Counted} AND Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1
         GROUP BY Service ORDER BY COUNT(*) DESC, Service
         """, row => (row.GetString(0), row.GetInt32(1)), today);

    private static IEnumerable<string> Risks(PerformanceProfile profile, IReadOnlyList<ReadinessLine> readiness, IReadOnlyList<(string Service, int Overdue)> overdue)
    {
        if (profile.B.Limit is { } limit)
            yield return limit.LimitSentence();
        if (profile.A.Next is { } next)
            yield return $"Block A is {Say.Count("service", next.More)} short of {next.Words}: {Say.Count("service", profile.A.NotGood.Count)} {(profile.A.NotGood.Count == 1 ? "is" : "are")} not good or better.";
        if (profile.B.Areas.Where(area => area.IsWorst && area != profile.B.Limit).ToList() is { Count: > 0 } worst)
            yield return $"The worst grade of its scale stands for {Say.List([.. worst.Select(area => $"{ProfileWords.Area(area.Area).ToLowerInvariant()} of {area.Provider}")])}.";
        if (profile.B.Reviews.InadequateSince is > 0 and var inadequate)
            yield return $"{Say.Count("serious case review", inadequate)} since {Say.Date(profile.B.Reviews.Since)} {(inadequate == 1 ? "is" : "are")} judged inadequate.";
        if (profile.Compared.Where(indicator => !indicator.IsInLine).Select(indicator => indicator.Measure).ToList() is { Count: > 0 } behind)
            yield return $"{Say.Count("national indicator", behind.Count)} {(behind.Count == 1 ? "is" : "are")} worse than neighbours or national: {Say.List(behind)}.";
        if (overdue.Sum(service => service.Overdue) is > 0 and var late)
            yield return $"{Say.Count("recommendation", late)} {(late == 1 ? "is" : "are")} past {(late == 1 ? "its" : "their")} original date, {Where(overdue, late)}.";
        if (readiness.Count(line => line.Risks.Count > 0) is > 0 and var unready)
            yield return $"{Say.Of(unready, readiness.Count)} services that prepare for an inspection {(unready == 1 ? "has" : "have")} something against {(unready == 1 ? "it" : "them")}.";
    }

    /// <summary>"most of them in Inclusion (3)" where it is more than half; else the services, the most first.</summary>
    private static string Where(IReadOnlyList<(string Service, int Overdue)> overdue, int late)
    {
        if (overdue.Count == 1)
            return $"in {overdue[0].Service}";
        if (overdue[0].Overdue * 2 > late)
            return $"most of them in {overdue[0].Service} ({Say.Number(overdue[0].Overdue)})";
        var named = overdue.Take(ServicesNamed).Select(service => $"{service.Service} ({Say.Number(service.Overdue)})");
        return $"in {Say.List([.. named, .. overdue.Count > ServicesNamed ? [Say.Count("other service", overdue.Count - ServicesNamed)] : Array.Empty<string>()])}";
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDay(column);
}
