namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>A field that somebody else has saved otherwise while a person was typing.</summary>
internal sealed record SavedMeanwhile(string Field, string? Theirs, string? Yours)
{
    public const string Sentence = "Somebody else has saved this while you were writing. Nothing of yours is lost: compare both below, change what you wish, and save again";

    /// <summary>The fields in which both differ.</summary>
    public static IReadOnlyList<SavedMeanwhile> Of(params ReadOnlySpan<(string Field, string? Theirs, string? Yours)> fields)
    {
        var differ = new List<SavedMeanwhile>();
        foreach (var (field, theirs, yours) in fields)
            if ((theirs ?? "").Trim() != (yours ?? "").Trim())
                differ.Add(new(field, theirs, yours));
        return differ;
    }
}
