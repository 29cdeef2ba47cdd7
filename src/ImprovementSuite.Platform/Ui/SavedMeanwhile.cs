namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// What the second of two savers is shown, by the partial <c>/Ui/_SavedMeanwhile.cshtml</c> over their form: what the other saved beside what
/// they typed. Their own text stays in the form; saving again puts it in the other's place, which they now do knowingly.
/// </summary>
/// <param name="Who">Who saved meanwhile.</param>
/// <param name="Fields">The fields in which the two differ.</param>
public sealed record SavedMeanwhile(string Who, IReadOnlyList<SavedField> Fields);

/// <summary>A field of two savers.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Theirs">What stands now; null where it is empty.</param>
/// <param name="Yours">What was typed; null where it is empty.</param>
public sealed record SavedField(string Field, string? Theirs, string? Yours);
