using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads the performance profile: from the judgements that the measures count, so that page, report and measure never differ.</summary>
internal static class ProfileReading
{
    private const int MonthsShown = 12;

    /// <summary>Inspections of the authority, of fostering and of adoption that had ended on a day, where the service was open on it.</summary>
    private static readonly string InBlockB =
        $"""
         i.Kind = {(int)SourceKind.Inspection} AND v.Kind IN ({(int)ProviderKind.Authority}, {(int)ProviderKind.Fostering}, {(int)ProviderKind.Adoption})
           AND i.EndedOn <= $1 AND (v.ClosedOn IS NULL OR v.ClosedOn >= $1)
         """;

    /// <summary>Judgements as they stood on the day; indicators as the plan last told them.</summary>
    public static PerformanceProfile Read(SqliteConnection connection, DateOnly day)
    {
        var bands = Bands(connection);
        return new(day, ReadBlockA(connection, bands, day), ReadBlockB(connection, day), ReadBlockC(connection));
    }

    private static BlockA ReadBlockA(SqliteConnection connection, IReadOnlyList<ProfileBand> bands, DateOnly day)
    {
        var all = StandingJudgement.Read(connection).Where(one => one.InBlockA).ToList();
        var standing = all.Where(one => one.StandsOn(day)).ToList();
        var judged = standing.Select(one => one.ProviderRef).ToHashSet();
        var notInspected = connection.Query(
            """
            SELECT Reference, Name, Kind FROM provider
            WHERE Counts = 1 AND (ClosedOn IS NULL OR ClosedOn >= $1) AND (OpenedOn IS NULL OR OpenedOn <= $1) AND Kind IN (SELECT value FROM json_each((SELECT InBlockA FROM inspections_settings)))
            ORDER BY Kind, Name
            """, row => new OpenService(row.GetString(0), row.GetString(1), (ProviderKind)row.GetInt32(2)), day).Where(service => !judged.Contains(service.Reference));
        var share = Share(standing, bands, day);
        return new(
            share, Next(share, bands, day), [.. standing.GroupBy(one => one.ProviderKind).OrderBy(kind => kind.Key).Select(kind => new KindShare(kind.Key, Share([.. kind], bands, day)))],
            [.. standing.Where(one => !one.IsGood).OrderBy(one => one.Rank).ThenBy(one => one.From).ThenBy(one => one.Provider).Select(Judged)],
            [.. notInspected], [.. MonthEnds(day).Select(end => new MonthShare(end, Share([.. all.Where(one => one.StandsOn(end))], bands, end)))],
            [.. standing.Where(one => one.IsGood).OrderBy(one => one.ProviderKind).ThenBy(one => one.Provider).Select(Judged)]);
    }

    private static JudgedService Judged(StandingJudgement one) => new(one.ProviderRef, one.Provider, one.ProviderKind, one.InspectionRef, one.Grade, one.From);

    private static GoodShare Share(IReadOnlyList<StandingJudgement> standing, IReadOnlyList<ProfileBand> bands, DateOnly day)
    {
        var good = standing.Count(one => one.IsGood);
        return new(good, standing.Count, standing.Count == 0 ? null : ProfileBand.Of(100m * good / standing.Count, day, bands)?.Words);
    }

    private static NextBand? Next(GoodShare share, IReadOnlyList<ProfileBand> bands, DateOnly day) =>
        share.Percent is { } percent && ProfileBand.After(percent, day, bands) is { } next
            ? new(next.Words, next.LowestPercent, (int)Math.Ceiling(next.LowestPercent * share.Inspected / 100m) - share.Good) : null;

    private static IEnumerable<DateOnly> MonthEnds(DateOnly day)
    {
        for (var back = MonthsShown; back > 0; back--)
            if (Period.Month(day.AddMonths(-back)).To is var end && end < day)
                yield return end;
        yield return day;
    }

    private static BlockB ReadBlockB(SqliteConnection connection, DateOnly day)
    {
        var frameworks = FrameworkReading.All(connection);
        // Newest first, so that the first of an area is its last judgement and the second the one before.
        var areas = connection.Query(
            $"""
             SELECT v.Reference, v.Name, v.Kind, j.Area, j.Grade, i.EndedOn, i.Reference, i.Framework
             FROM judgement j JOIN inspection i ON i.Reference = j.InspectionRef AND i.Counts = 1 JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1
             WHERE j.Counts = 1 AND {InBlockB}
             ORDER BY v.Kind, v.Name, j.Area = '{Judgement.Overall}' DESC, j.Area, i.EndedOn DESC, i.Id DESC
             """,
            row => (Ref: row.GetString(0), Name: row.GetString(1), Kind: (ProviderKind)row.GetInt32(2), Area: row.GetString(3), Grade: row.GetString(4), On: row.GetDay(5), Inspection: row.GetString(6),
                Framework: frameworks[row.GetString(7)]), day)
            // The annual rating is of everything, and no judgement of an inspection comes before or after it.
            .GroupBy(one => (one.Ref, one.Area, IsRating: one.Framework.Code == FrameworkSeed.Profile)).Select(area =>
            {
                var (last, before) = (area.First(), area.Skip(1).Select(one => ((string, DateOnly, Framework)?)(one.Grade, one.On, one.Framework)).FirstOrDefault());
                return (area.Key.IsRating, Judged: new JudgedArea(
                    last.Ref, last.Name, last.Kind, last.Area, last.Grade, last.Framework.IsGood(last.Grade), last.Framework.RankOf(last.Grade) == 0, last.On, last.Inspection, last.Framework.Title,
                    Since(last.Framework, last.Grade, before)));
            }).ToList();
        var judged = areas.Where(area => !area.IsRating).Select(area => area.Judged).ToList();
        var from = connection.Query("SELECT ReviewsFrom FROM inspections_settings", row => row.GetDay(0)).Single();
        var reviews = ReviewReading.Judged(connection).Where(review => review.On <= day).ToList();
        return new(
            judged, areas.Where(area => area.IsRating).Select(area => area.Judged).FirstOrDefault(),
            judged.Find(area => area.Kind == ProviderKind.Authority && area.IsWorst && area.Area.Contains("safeguarding", StringComparison.OrdinalIgnoreCase) && StillJudges(area)),
            new(reviews.Count(review => !review.IsGood), reviews.Count, from, reviews.Count(review => !review.IsGood && review.On >= from), reviews.Count(review => review.On >= from)),
            Ungraded(connection, day));

        // What the framework of the latest inspection does not grade under that name any more was judged once, and limits nothing now.
        bool StillJudges(JudgedArea area) => area.Framework == judged.Where(other => other.ProviderRef == area.ProviderRef).MaxBy(other => other.On)!.Framework;
    }

    private static IReadOnlyList<UngradedInspection> Ungraded(SqliteConnection connection, DateOnly day) => connection.Query(
        $"""
         WITH inspected AS (
           SELECT i.Id, i.Reference, i.Title, v.Reference AS ProviderRef, v.Name AS Provider, i.EndedOn,
             EXISTS (SELECT 1 FROM judgement j WHERE j.InspectionRef = i.Reference AND j.Counts = 1) AS Graded
           FROM inspection i JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1 WHERE i.Counts = 1 AND i.Framework <> '{FrameworkSeed.Profile}' AND {InBlockB})
         SELECT Reference, Title, ProviderRef, Provider, EndedOn FROM inspected one WHERE NOT Graded
           AND NOT EXISTS (SELECT 1 FROM inspected later WHERE later.ProviderRef = one.ProviderRef AND later.Graded AND later.EndedOn >= one.EndedOn) ORDER BY Provider, EndedOn DESC, Id DESC
         """,
        row => new UngradedInspection(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetDay(4)), day);

    private static string Since(Framework framework, string grade, (string Grade, DateOnly On, Framework Framework)? earlier)
    {
        if (earlier is not { } before)
            return "First judgement here";
        if (before.Framework.Code != framework.Code)
            return $"Judged under two versions: not compared with {before.Grade} on {Say.ShortDate(before.On)}";
        var change = framework.Compare(before.Grade, grade);
        return $"{(change > 0 ? "Better than" : change < 0 ? "Worse than" : "Same as")} {(change == 0 ? "" : $"{before.Grade} ")}on {Say.ShortDate(before.On)}";
    }

    private static IReadOnlyList<ComparedIndicator> ReadBlockC(SqliteConnection connection) =>
    [
        .. connection.Query(
            "SELECT Measure, Title, Polarity, Value, Words, \"On\", Neighbours, National FROM indicator WHERE IsInPlan = 1",
            row => ComparedIndicator.Of(new Indicator
            {
                Measure = row.GetString(0), Title = row.GetString(1), Polarity = (Polarity)row.GetInt32(2), Value = Decimal(row, 3), Words = row.GetString(4), On = row.IsDBNull(5) ? null : row.GetDay(5),
                Neighbours = Decimal(row, 6), National = Decimal(row, 7), IsInPlan = true,
            }))
            .OrderBy(indicator => indicator.Measure, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)),
    ];

    private static decimal? Decimal(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);

    private static IReadOnlyList<ProfileBand> Bands(SqliteConnection connection) => connection.Query(
        "SELECT LowestPercent, Words, StartsOn, Source FROM profile_band",
        row => new ProfileBand { LowestPercent = row.GetInt32(0), Words = row.GetString(1), StartsOn = row.GetDay(2), Source = row.GetString(3) });
}
