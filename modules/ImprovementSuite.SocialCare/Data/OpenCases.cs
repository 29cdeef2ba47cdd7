using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using ImprovementSuite.SocialCare.WorkInProgress;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>One that is open: references and days, never a name of a child.</summary>
/// <param name="RecordId">Null where the case is restricted and the reader is not named for it; nothing else of it but its days left is shown then.</param>
/// <param name="Holder">The look-up id of the team that holds it now.</param>
/// <param name="Left">Working days left to the limit today; null where the clock's start is not known.</param>
/// <param name="Late">Working days from the clock's start until the source system had it; null where that is not known.</param>
/// <param name="IsAssessed">A referral without a decision that is being assessed all the same.</param>
internal sealed record OpenCase(string? RecordId, string Worker, int Holder, DateOnly? ClockFrom, int? Left, int? Late, bool IsAssessed);

/// <summary>Which of the open ones: of these teams, and where given of one worker and of so many days left.</summary>
internal sealed record OpenFilter(IReadOnlyCollection<int> Holders, int? Worker, DaysLeft? Left);

/// <summary>Work that counts and is not done, by the team that holds it now and the working days left to its limit today.</summary>
internal static class OpenCases
{
    public static List<(int Holder, int? Left, long Count)> Count(SqliteConnection connection, WorkKind kind, TimeLimits limits, DateOnly today) => connection.Query(
        CountSql(kind, limits),
        row => (row.GetInt32(0), row.IsDBNull(1) ? (int?)null : row.GetInt32(1), row.GetInt64(2)), today);

    public static string CountSql(WorkKind kind, TimeLimits limits) => $"SELECT o.HolderId, {Left(kind, limits)}, COUNT(*) {From(kind)} GROUP BY 1, 2";

    public static long Total(SqliteConnection connection, WorkKind kind, TimeLimits limits, OpenFilter filter, RecordAccess access, DateOnly today) =>
        connection.Scalar<long>($"SELECT COUNT(*) {From(kind)} {And(kind, limits, filter)}", today, access.PersonId);

    /// <summary>The nearest to their limit first, those past it before them.</summary>
    public static List<OpenCase> Rows(SqliteConnection connection, WorkKind kind, TimeLimits limits, OpenFilter filter, RecordAccess access, DateOnly today, int most) => connection.Query(
        $"""
         SELECT o.RecordId, w.Name, o.HolderId, o.{Clock(kind)}, {Left(kind, limits)} AS DaysLeft,
                (SELECT entered.Ordinal - began.Ordinal FROM working_day entered WHERE entered.Day = {Recorded(kind)}),
                {(kind.Assessment is null ? "EXISTS (SELECT 1 FROM assessment a WHERE a.ReferralId = o.Id AND a.Counts = 1)" : "0")},
                {IsClosed}
         {From(kind, "JOIN worker w ON w.Id = o.WorkerId")} {And(kind, limits, filter)}
         ORDER BY DaysLeft IS NULL, DaysLeft, o.{Clock(kind)}, o.RecordId LIMIT $3
         """,
        row => row.GetBoolean(7) ? new OpenCase(null, "", row.GetInt32(2), null, row.IsDBNull(4) ? null : row.GetInt32(4), null, false) : new OpenCase(
            access.References.Of(row.GetString(0)), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetDay(3),
            row.IsDBNull(4) ? null : row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.GetBoolean(6)), today, access.PersonId, most);

    /// <summary>The workers who have any in these teams, by name.</summary>
    public static List<(int Id, string Name)> Workers(SqliteConnection connection, WorkKind kind, IReadOnlyCollection<int> holders, RecordAccess access) => connection.Query(
        $"SELECT DISTINCT w.Id, w.Name FROM {kind.RecordType} o JOIN worker w ON w.Id = o.WorkerId WHERE {Open(kind)} AND o.HolderId IN ({string.Join(", ", holders)}) AND NOT {RecordAccess.IsClosed("o.Child", "$1")} ORDER BY w.Name",
        row => (row.GetInt32(0), row.GetString(1)), access.PersonId);

    /// <summary>When the newest batch came from a source that counts for this type of record, UTC; null where none has come.</summary>
    public static DateTime? NewestBatch(SqliteConnection connection, string recordType) =>
        connection.Scalar<long>("SELECT MAX(ReceivedAt) FROM feed_receipt WHERE SourceId IN (SELECT SourceId FROM source_of_record WHERE RecordType = $1)", recordType) is > 0 and var at
            ? SqliteCommands.FromMilliseconds(at)
            : null;

    private static readonly string IsClosed = RecordAccess.IsClosed("o.Child", "$2");

    private static string Clock(WorkKind kind) => kind.Assessment is null ? "ReceivedOn" : "ClockFrom";

    private static string Open(WorkKind kind) => kind.Assessment is { } assessment
        ? $"o.Counts = 1 AND o.CompletedOn IS NULL AND o.Kind = {(int)assessment}"
        : "o.Counts = 1 AND o.Outcome = 0 AND o.ClosedOn IS NULL";

    /// <summary>The day on which the source system had what the clock runs from: the referral, or the start of a core assessment.</summary>
    private static string Recorded(WorkKind kind) => kind == WorkKind.Initial || kind == WorkKind.Single
        ? "CASE WHEN o.ReferralId IS NULL THEN o.RecordedOn ELSE (SELECT r.RecordedOn FROM referral r WHERE r.Id = o.ReferralId) END"
        : "o.RecordedOn";

    private static string Left(WorkKind kind, TimeLimits limits) => $"{limits.Sql($"o.{Clock(kind)}", "$1")} - (today.Ordinal - began.Ordinal)";

    private static string From(WorkKind kind, string join = "") =>
        $"FROM {kind.RecordType} o {join} JOIN working_day today ON today.Day = $1 LEFT JOIN working_day began ON began.Day = o.{Clock(kind)} WHERE {Open(kind)}";

    private static string And(WorkKind kind, TimeLimits limits, OpenFilter filter) => string.Concat(
        $"AND o.HolderId IN ({string.Join(", ", filter.Holders)})",
        // Whose a restricted case is would be told by the filter.
        filter.Worker is { } worker ? $" AND o.WorkerId = {worker} AND NOT {IsClosed}" : "",
        filter.Left is not { } left ? "" : left == DaysLeft.NotKnown ? " AND began.Ordinal IS NULL" : $" AND {Left(kind, limits)} BETWEEN {left.From} AND {left.To}");
}
