namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// A field that somebody else has saved otherwise while a person was typing. The second of two savers is shown these by the partial
/// <c>/Ui/_SavedMeanwhile.cshtml</c>; what they typed stays in the form, and saving again puts it in the other's place, which they now do knowingly.
/// </summary>
/// <param name="Field">Its label.</param>
/// <param name="Theirs">What stands now; null where it is empty.</param>
/// <param name="Yours">What was typed; null where it is empty.</param>
public sealed record SavedField(string Field, string? Theirs, string? Yours)
{
    /// <summary>What the summary of errors says.</summary>
    /// <param name="who">Who saved; "Somebody else" where that is not known.</param>
    public static string Sentence(string who = "Somebody else") =>
        $"{who} has saved this while you were writing. Nothing of yours is lost: compare both below, change what you wish, and save again";

    /// <summary>The fields in which both differ.</summary>
    public static IReadOnlyList<SavedField> Of(params ReadOnlySpan<(string Field, string? Theirs, string? Yours)> fields)
    {
        var differ = new List<SavedField>();
        foreach (var (field, theirs, yours) in fields)
            if ((theirs ?? "").Trim() != (yours ?? "").Trim())
                differ.Add(new(field, theirs, yours));
        return differ;
    }
}
