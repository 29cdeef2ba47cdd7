using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>Something that a stored record ought not to be. A record that fails is kept and counts all the same: it is to be looked at where it was entered.</summary>
/// <param name="Code">Its name in addresses and files: "DQ-01". Never used again for another rule.</param>
/// <param name="Version">Rises when the rule finds other records than before.</param>
/// <param name="Name">As a heading: "No team recorded".</param>
/// <param name="Wrong">What is wrong with a record that fails, as a sentence.</param>
/// <param name="ToDo">What to do about it, as a sentence.</param>
internal sealed record Rule(string Code, int Version, string Name, string Wrong, string ToDo, params IReadOnlyList<Check> Checks)
{
    /// <summary>Whether the record lacks another one that it hangs on.</summary>
    public bool IsLink { get; init; }

    /// <summary>The measures whose figures it makes doubtful.</summary>
    public IReadOnlyList<string> Measures => [.. Checks.SelectMany(check => check.Measures).Distinct()];
}

/// <summary>What a rule asks of one type of record, as SQL over its row r; $1 is the first day of the year, $2 today.</summary>
/// <param name="Type">The type of record.</param>
/// <param name="Of">The records that it looks at.</param>
/// <param name="Fails">Those of them that fail.</param>
/// <param name="Measures">The measures that they touch.</param>
internal sealed record Check(RecordType Type, string Of, string Fails, params IReadOnlyList<string> Measures)
{
    /// <summary>
    /// Whether the measures do not count these records and ought to: an assessment that was never ended, a review that belongs to no plan. They
    /// stand beside the records that a measure counts, where others are among them.
    /// </summary>
    public bool Beside { get; init; }

    /// <summary>Where the rows are read from.</summary>
    public string From { get; init; } = $"(SELECT * FROM {Type.Name} WHERE Counts = 1)";

    /// <summary>How many records it looks at.</summary>
    public string Looked => $"SELECT COUNT(*) FROM {From} r WHERE {Of}";

    /// <summary>The rows that fail: Id, RecordId, Child, TeamId, WorkerId and Day.</summary>
    public string Failing =>
        $"""
         SELECT r.Id, r.RecordId, {(Type.OfChild ? "r.Child" : "''")} AS Child, r.HolderId AS TeamId, r.WorkerId, {LookedAt.DayOf(Type)} AS Day
         FROM {From} r WHERE {Of} AND ({Fails})
         """;
}
