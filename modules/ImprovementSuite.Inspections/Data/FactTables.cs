using Google.Protobuf;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using V1 = ImprovementSuite.Inspections.Feed.V1;

namespace ImprovementSuite.Inspections.Data;

/// <summary>
/// Records go by references of the council's own, and one that is taken already is a conflict: no two sources can have the same report twice, so there is no
/// source of record to choose.
/// </summary>
internal abstract class InspectionFactTable<TRecord>(SqliteConnection connection, string table, IReadOnlyList<string> facts, IEnumerable<(string Day, string Measure)> counted)
    : FactTable<TRecord>(connection, table, facts, counted) where TRecord : IMessage<TRecord>, new()
{
    protected override bool HasOneSource => false;

    protected override DateOnly DayOf(RecordKey key, TRecord record) => WorkingDayCalendar.First;
}

internal sealed class ProviderTable(SqliteConnection connection, Touches touches) : InspectionFactTable<V1.Provider>(
    connection, Tables.Provider, ["Reference", "Name", "Kind", "Service", "Urn", "OpenedOn", "ClosedOn"], [])
{
    protected override V1.Provider Nothing { get; } = new() { Kind = "other" };

    protected override object?[] Facts(V1.Provider provider, IntakeTransaction transaction) =>
    [
        provider.Provider_.Trim(), provider.Name.Trim(), InspectionCodes.Providers[provider.Kind], provider.Service.Trim(), provider.Urn.Trim(), Day(provider.OpenedOn), Day(provider.ClosedOn),
    ];

    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts) => touches.Provider(transaction, (string)facts[0]!);
}

internal sealed class InspectionTable(SqliteConnection connection, Touches touches) : InspectionFactTable<V1.Inspection>(
    connection, Tables.Inspection, ["Reference", "Kind", "ProviderRef", "Title", "Framework", "BeganOn", "EndedOn", "PublishedOn", "Report"], [])
{
    protected override V1.Inspection Nothing { get; } = new() { Kind = "inspection", BeganOn = "1990-01-01" };

    protected override object?[] Facts(V1.Inspection inspection, IntakeTransaction transaction) =>
    [
        inspection.Inspection_.Trim(), InspectionCodes.Inspections[inspection.Kind], inspection.Provider.Trim(), inspection.Title.Trim(), inspection.Framework.Trim(), Day(inspection.BeganOn),
        Day(inspection.EndedOn) ?? Day(inspection.BeganOn), Day(inspection.PublishedOn), inspection.Report.Trim(),
    ];

    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts) => touches.Report(transaction, (string)facts[0]!);
}

internal sealed class JudgementTable(SqliteConnection connection) : InspectionFactTable<V1.Judgement>(connection, Tables.Judgement, ["InspectionRef", "Area", "Grade"], [])
{
    protected override object?[] Facts(V1.Judgement judgement, IntakeTransaction transaction) => [judgement.Inspection.Trim(), judgement.Area.Trim(), judgement.Grade.Trim()];

    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts) => Touches.Judgements(transaction);
}

internal sealed class RecommendationTable(SqliteConnection connection, Touches touches) : InspectionFactTable<V1.Recommendation>(
    connection, Tables.Recommendation,
    ["InspectionRef", "Number", "Kind", "Text", "Owner", "Service", "OriginallyDueOn", "CompletedOn", "Evidence", "ValidatedOn", "ValidatedBy", "ValidatedHow"],
    [("OriginallyDueOn", MetInTimescale.Code)])
{
    private readonly RowStatement _originalDate = new(connection,
        """
        INSERT INTO original_date (InspectionRef, Number, DueOn, CameOn) SELECT $1, $2, $3, $4
        WHERE COALESCE((SELECT DueOn FROM original_date WHERE InspectionRef = $1 AND Number = $2 ORDER BY Id DESC LIMIT 1), 0) <> $3
        """);

    protected override V1.Recommendation Nothing { get; } = new() { Kind = "recommendation", DueOn = "1990-01-01" };

    protected override object?[] Facts(V1.Recommendation recommendation, IntakeTransaction transaction) =>
    [
        recommendation.Inspection.Trim(), recommendation.Number.Trim(), InspectionCodes.Recommendations[recommendation.Kind], recommendation.Text.Trim(), recommendation.Owner.Trim(),
        recommendation.Service.Trim(), Day(recommendation.DueOn), Day(recommendation.CompletedOn), recommendation.Evidence.Trim(), Day(recommendation.ValidatedOn), recommendation.ValidatedBy.Trim(),
        InspectionCodes.Validations.TryGetValue(recommendation.ValidatedHow, out var how) ? how : null,
    ];

    public override Outcome Apply(RecordKey key, IMessage message, IntakeTransaction transaction)
    {
        var outcome = base.Apply(key, message, transaction);
        if (outcome == Outcome.Accepted && !key.Deleted && message is V1.Recommendation recommendation)
            _originalDate.Run(recommendation.Inspection.Trim(), recommendation.Number.Trim(), Day(recommendation.DueOn), DateOnly.FromDateTime(BusinessClock.Local(transaction.Now)));
        return outcome;
    }

    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts) => touches.Recommendations(transaction, (string)facts[0]!);

    public override void Dispose()
    {
        _originalDate.Dispose();
        base.Dispose();
    }
}

internal sealed class HomeVisitTable(SqliteConnection connection) : InspectionFactTable<V1.HomeVisit>(
    connection, Tables.HomeVisit, ["ProviderRef", "VisitedOn", "Visitor", "Finding", "ReportedOn"], [("VisitedOn", HomesVisited.Code)])
{
    protected override V1.HomeVisit Nothing { get; } = new() { VisitedOn = "1990-01-01" };

    protected override object?[] Facts(V1.HomeVisit visit, IntakeTransaction transaction) =>
        [visit.Provider.Trim(), Day(visit.VisitedOn), visit.Visitor.Trim(), visit.Finding.Trim(), Day(visit.ReportedOn)];
}
