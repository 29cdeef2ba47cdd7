namespace ImprovementSuite.Plan.Readings;

/// <summary>A file of readings that somebody has brought in and not yet confirmed. Until then nothing of it is in the plan.</summary>
internal sealed class ReadingFile
{
    /// <summary>Bytes of a file.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Not to be guessed: it stands in the preview's address.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("n");

    public required string Name { get; init; }
    public required byte[] Content { get; init; }
    public required string ActorId { get; init; }
    public DateTime BroughtAt { get; init; }
}
