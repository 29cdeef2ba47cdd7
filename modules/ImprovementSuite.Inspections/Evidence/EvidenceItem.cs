namespace ImprovementSuite.Inspections.Evidence;

/// <summary>What a piece of evidence or a paper is of.</summary>
internal enum EvidenceOf
{
    Recommendation = 1,

    /// <summary>A provider's readiness for its next inspection.</summary>
    Readiness,

    /// <summary>A paper of a serious case review, for those who are named for it.</summary>
    Review,
}

/// <summary>A file or a link that shows something.</summary>
internal sealed class EvidenceItem
{
    public int Id { get; private set; }

    public EvidenceOf Of { get; init; }

    /// <summary>The recommendation's, provider's or review's identifier.</summary>
    public long SubjectId { get; init; }

    public required string Title { get; init; }

    /// <summary>An https address; null where it is a file.</summary>
    public string? Link { get; init; }

    /// <summary>The name under which it came; null where it is a link.</summary>
    public string? FileName { get; init; }

    /// <summary>What its content is, found by looking at it and not by its name.</summary>
    public string? MediaType { get; init; }

    public long? Bytes { get; init; }

    /// <summary>SHA-256 of the content, under which the file is stored; the change log keeps it too.</summary>
    public string? Sha256 { get; init; }

    public required string AddedBy { get; init; }

    public required string AddedById { get; init; }

    public DateTime AddedAt { get; init; }

    public DateTime? RemovedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>"Minutes: minutes.pdf, 20480 bytes, SHA-256 5e1f...", as the change log keeps it.</summary>
    public string InLog() => Link is { } link ? $"{Title}: {link}" : $"{Title}: {FileName}, {Bytes} bytes, SHA-256 {Sha256}";

    public void Remove(DateTime now) => RemovedAt = now;
}
