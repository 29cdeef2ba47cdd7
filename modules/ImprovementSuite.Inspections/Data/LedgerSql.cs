using ImprovementSuite.Inspections.Ledger;

namespace ImprovementSuite.Inspections.Data;

/// <summary>The ledger as SQL: what each recommendation is now. Pages, measures and messages all read it here, so that no two of them can differ.</summary>
internal static class LedgerSql
{
    /// <summary>Columns of <see cref="LedgerRow"/>.</summary>
    public static readonly string Rows =
        $"""
         SELECT r.Id, r.Number, r.Kind, r.Text, COALESCE(p.Owner, r.Owner) AS Owner, COALESCE(p.Service, r.Service) AS Service, r.OriginallyDueOn, p.RevisedDueOn,
           CASE WHEN p.RecommendationId IS NULL THEN r.CompletedOn ELSE p.CompletedOn END AS CompletedOn,
           CASE WHEN p.RecommendationId IS NULL THEN r.ValidatedOn ELSE p.ValidatedOn END AS ValidatedOn,
           CASE WHEN p.WithdrawnOn IS NOT NULL THEN {(int)LedgerStatus.Withdrawn}
             WHEN CASE WHEN p.RecommendationId IS NULL THEN r.ValidatedOn ELSE p.ValidatedOn END IS NOT NULL THEN {(int)LedgerStatus.Met}
             WHEN CASE WHEN p.RecommendationId IS NULL THEN r.CompletedOn ELSE p.CompletedOn END IS NOT NULL THEN {(int)LedgerStatus.Claimed}
             ELSE {(int)LedgerStatus.Open} END AS Status,
           p.DuplicateOfId, r.InspectionRef, i.Id AS InspectionId, i.Title AS Report, i.Kind AS Source, i.EndedOn AS ReportOn,
           v.Reference AS ProviderRef, v.Name AS Provider, v.Kind AS ProviderKind,
           v.Kind NOT IN (SELECT value FROM json_each((SELECT LeftOut FROM inspections_settings))) AS Counts
         FROM recommendation r
         JOIN inspection i ON i.Reference = r.InspectionRef AND i.Counts = 1
         JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1
         LEFT JOIN progress p ON p.RecommendationId = r.Id
         WHERE r.Counts = 1
         """;

    /// <summary>What figures of recommendations count of <see cref="Rows"/>: a duplicate stands for nothing of its own, and what was withdrawn is due no more.</summary>
    public static readonly string Counted = $"Counts = 1 AND DuplicateOfId IS NULL AND Status <> {(int)LedgerStatus.Withdrawn}";

    /// <summary>Of <see cref="Rows"/>, those that were met in their original timescale.</summary>
    public static readonly string MetInTime = $"Status = {(int)LedgerStatus.Met} AND CompletedOn <= OriginallyDueOn";
}
