using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Updates;

/// <summary>What is to be mended in an update: the field, as <see cref="UpdateWords"/> names it, and a sentence that stands beside it.</summary>
internal sealed record UpdateFault(string Field, string Says);

/// <summary>What a draft must not have, and what an update must have before it is submitted.</summary>
internal static class UpdateCheck
{
    private const int Named = 3;

    /// <summary>A draft may lack anything; it may only not be longer than people will read.</summary>
    public static IEnumerable<UpdateFault> OfDraft(UpdateWords words) =>
        Texts(words).Where(text => text.Length > LineUpdate.Longest).Select(text => new UpdateFault(
            text.Field, $"This has {Say.Number(text.Length)} characters: shorten it to {Say.Number(LineUpdate.Longest)}, or put the rest into a paper for the panel"));

    /// <summary>All that keeps it from being submitted, in the order of the form.</summary>
    public static IEnumerable<UpdateFault> ForSubmission(UpdateWords words, LineRating line, PlanSnapshot plan)
    {
        if (words.WhatChanged is null)
            yield return new(nameof(words.WhatChanged), $"Say what changed{(plan.LastPanel is { } last ? $" since {Say.DayAndMonth(last.On)}" : "")}, or that nothing did");
        if (words.Why is null)
            yield return new(nameof(words.Why), "Say why: what stands behind the figure");
        if (words.WhatNext is null)
            yield return new(nameof(words.WhatNext), "Say what happens next: who does what, by when");

        if (words.Declared == Colour.None)
            yield return new(nameof(words.Declared), "Choose the colour that you declare");
        else if (words.Declared == Colour.Complete && WithoutEvidence(line.Line) is { Count: > 0 } open)
            yield return new(nameof(words.Declared), $"Complete needs evidence on every milestone, and there is none for {Names(open)}");

        if (words.Reason is null && LineRating.DifferenceOf(line.Computed, words.Declared) != Difference.None)
            yield return new(nameof(words.Reason), $"Give the reason for {words.Declared.ToString().ToLowerInvariant()}. {FiguresSay.Of(line, plan)}");
    }

    private static IEnumerable<(string Field, int Length)> Texts(UpdateWords words) =>
    [
        (nameof(words.WhatChanged), TypedText.Length(words.WhatChanged)), (nameof(words.Why), TypedText.Length(words.Why)),
        (nameof(words.WhatNext), TypedText.Length(words.WhatNext)), (nameof(words.Reason), TypedText.Length(words.Reason)),
    ];

    private static List<Milestone> WithoutEvidence(Line line) => [.. line.Milestones.Where(milestone => string.IsNullOrWhiteSpace(milestone.Evidence))];

    private static string Names(IReadOnlyList<Milestone> milestones)
    {
        var names = milestones.Take(Named).Select(milestone => $"\"{milestone.Title}\"");
        return InWords.List(milestones.Count > Named ? names.Append(Say.Count("other", milestones.Count - Named)) : names);
    }
}
