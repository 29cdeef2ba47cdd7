namespace ImprovementSuite.Platform.Files;

/// <summary>How much a form with a file may send.</summary>
public static class UploadLimits
{
    /// <summary>
    /// In bytes: far beyond what any page takes, so that a file that is too large comes in and is refused in a sentence beside its field. What is larger still is cut off
    /// at the door and told on a page of its own.
    /// </summary>
    public const long LargestRequest = 256L << 20;
}
