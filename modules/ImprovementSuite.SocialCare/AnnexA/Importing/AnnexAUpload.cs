using System.Text.Json;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>How far the reading of a workbook came.</summary>
internal enum UploadState
{
    /// <summary>It waits, or is being read.</summary>
    Reading,
    Done,

    /// <summary>It could not be read to its end.</summary>
    Failed,

    /// <summary>The suite stopped meanwhile.</summary>
    CutOff,
}

/// <summary>One workbook that was sent, and what became of it. The workbook itself is not kept.</summary>
internal sealed class AnnexAUpload
{
    private const int LongestName = 200;

    public int Id { get; private set; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The source system that it stands for.</summary>
    public required string Source { get; init; }

    /// <summary>What people call whoever sent it.</summary>
    public required string SentBy { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>When it was last saved, UTC: the version of its records.</summary>
    public DateTime? SavedAt { get; private set; }

    public UploadState State { get; private set; }

    /// <summary>Why it could not be read to its end.</summary>
    public string? Sentence { get; private set; }

    /// <summary>An <see cref="AnnexAResult"/> as JSON.</summary>
    public string? Counts { get; private set; }

    public AnnexAResult? Result => Counts is null ? null : JsonSerializer.Deserialize<AnnexAResult>(Counts);

    public static AnnexAUpload Of(string name, string source, string sentBy, DateTime now) =>
        new() { Name = name.Length > LongestName ? name[..LongestName] : name, Source = source, SentBy = sentBy, StartedAt = now };

    public void Done(AnnexAResult result, DateTime now) =>
        (State, EndedAt, SavedAt, Counts) = (UploadState.Done, now, result.SavedAt, JsonSerializer.Serialize(result));

    public void Fail(string sentence, DateTime now) => (State, EndedAt, Sentence) = (UploadState.Failed, now, sentence);

    public void CutOff(DateTime now) => (State, EndedAt) = (UploadState.CutOff, now);
}
