using ImprovementSuite.FeedAgent.Sending;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>
/// A place in an extract and what it holds: a record to send, or the problem that keeps it from being one. <see cref="Row"/> is the row of
/// a CSV file, its headings being row 1, or the line of an XML file.
/// </summary>
internal readonly record struct ExtractRow<TRecord>(int Row, TRecord? Record, RowProblem? Problem) where TRecord : class, IFeedRecord
{
    public static ExtractRow<TRecord> Of(int row, TRecord record) => new(row, record, null);

    public static ExtractRow<TRecord> Unreadable(int row, RowProblem problem) => new(row, null, problem);
}

/// <summary>Why a row cannot even be sent. What a record's fields may hold is for the suite to say; these are rows that make no record.</summary>
internal sealed record RowProblem(string RecordType, string RecordId, string Field, string Sentence);

/// <summary>A row that makes no record.</summary>
internal sealed record UnreadableRow(int Row, RowProblem Problem);
