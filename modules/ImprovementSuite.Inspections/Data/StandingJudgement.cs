using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>An overall judgement of an inspection of a provider, and how long it stood: until the next one, or until the provider closed.</summary>
/// <param name="Rank">Its place on the scale of <paramref name="Framework"/>, 0 for the worst.</param>
/// <param name="From">The inspection's last day.</param>
/// <param name="Until">The first day on which it stands no more; null while it does.</param>
internal sealed record StandingJudgement(
    string ProviderRef, string Provider, ProviderKind ProviderKind, bool InBlockA, string InspectionRef, string Framework, string Grade, int Rank, bool IsGood, DateOnly From, DateOnly? Until)
{
    public bool StandsOn(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Every overall judgement of an inspection, oldest first; visits and reviews judge no provider.</summary>
    public static List<StandingJudgement> Read(SqliteConnection connection)
    {
        var frameworks = FrameworkReading.All(connection);
        var judged = connection.Query(
            $"""
             SELECT v.Reference, v.Name, v.Kind, v.Kind IN (SELECT value FROM json_each((SELECT InBlockA FROM inspections_settings))), i.Reference, i.Framework, j.Grade, i.EndedOn, v.ClosedOn
             FROM judgement j JOIN inspection i ON i.Reference = j.InspectionRef AND i.Counts = 1 JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1
             WHERE j.Counts = 1 AND j.Area = '{Judgement.Overall}' AND i.Kind = {(int)SourceKind.Inspection} ORDER BY i.EndedOn, i.Id
             """,
            row => (Ref: row.GetString(0), Name: row.GetString(1), Kind: (ProviderKind)row.GetInt32(2), InBlockA: row.GetBoolean(3), Inspection: row.GetString(4), Framework: row.GetString(5),
                Grade: row.GetString(6), On: row.GetDay(7), ClosedOn: row.IsDBNull(8) ? (DateOnly?)null : row.GetDay(8)));
        return
        [
            .. judged.GroupBy(one => one.Ref).SelectMany(provider => provider.Index().Select(one =>
            {
                var (place, judgement) = one;
                DateOnly?[] ends = [provider.ElementAtOrDefault(place + 1) is { Ref: not null } next ? next.On : null, judgement.ClosedOn?.AddDays(1)];
                var until = ends.Min();
                var framework = frameworks[judgement.Framework];
                return new StandingJudgement(
                    judgement.Ref, judgement.Name, judgement.Kind, judgement.InBlockA, judgement.Inspection, judgement.Framework, judgement.Grade, framework.RankOf(judgement.Grade) ?? 0,
                    framework.IsGood(judgement.Grade), judgement.On, until < judgement.On ? judgement.On : until);
            })),
        ];
    }

    /// <summary>What each judgement adds from its first day and takes away when it stands no more.</summary>
    public static List<Tally> Tallies(IEnumerable<StandingJudgement> judgements, Func<StandingJudgement, (long Numerator, long Denominator)> counts, DateOnly from, DateOnly to)
    {
        return
        [
            .. judgements.SelectMany(Changes).Where(change => from <= change.Day && change.Day <= to).GroupBy(change => change.Day)
                .Select(day => new Tally(day.Key, 0, day.Sum(change => change.Numerator), day.Sum(change => change.Denominator))),
        ];

        IEnumerable<Tally> Changes(StandingJudgement one)
        {
            var (numerator, denominator) = counts(one);
            yield return new(one.From, 0, numerator, denominator);
            if (one.Until is { } until)
                yield return new(until, 0, -numerator, -denominator);
        }
    }
}
