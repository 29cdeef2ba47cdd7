using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Updates;
using Colour = ImprovementSuite.Plan.Read.V1.Colour;
using Direction = ImprovementSuite.Plan.Read.V1.Direction;
using Ui = ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>A line's update as another system sends it: held to the rules of the page.</summary>
internal static class SubmittedUpdate
{
    public static UpdateWords Words(SubmitUpdateRequest sent) => new(
        Text(sent.WhatChanged), Text(sent.Why), Text(sent.WhatNext), ColourOf(sent.Declared),
        sent.DeclaredDirection switch
        {
            Direction.Improving => Ui.Direction.Improving,
            Direction.Level => Ui.Direction.Level,
            Direction.Worsening => Ui.Direction.Worsening,
            _ => null,
        },
        Text(sent.Reason));

    /// <summary>What is wrong, by field. A draft may be unfinished; a submitted one answers, declares, and gives a reason where the figures say otherwise.</summary>
    public static IReadOnlyList<(string Field, string Sentence)> Problems(SubmitUpdateRequest sent, LineRating line)
    {
        var problems = new List<(string, string)>();
        var texts = new[] { ("what_changed", sent.WhatChanged), ("why", sent.Why), ("what_next", sent.WhatNext), ("reason", sent.Reason) };
        foreach (var (field, text) in texts.Where(text => text.Item2.Length > LineUpdate.Longest))
            problems.Add((field, $"{field} has {text.Length:N0} characters: {LineUpdate.Longest:N0} are the most."));
        if (!Enum.IsDefined(sent.Declared))
            problems.Add(("declared", $"declared is {(int)sent.Declared}: give RED, AMBER, GREEN or COMPLETE."));
        if (!Enum.IsDefined(sent.DeclaredDirection))
            problems.Add(("declared_direction", $"declared_direction is {(int)sent.DeclaredDirection}: give IMPROVING, LEVEL or WORSENING, or leave it out."));
        if (!sent.Submit)
            return problems;

        foreach (var (field, _) in texts.SkipLast(1).Where(text => string.IsNullOrWhiteSpace(text.Item2)))
            problems.Add((field, $"{field} is empty: a submitted update answers all three questions."));
        var declared = ColourOf(sent.Declared);
        if (declared == Ui.Colour.None)
            problems.Add(("declared", "declared is empty: give RED, AMBER, GREEN or COMPLETE."));
        if (string.IsNullOrWhiteSpace(sent.Reason) && LineRating.DifferenceOf(line.Computed, declared) is not Ratings.Difference.None and var difference)
            problems.Add(("reason", difference == Ratings.Difference.Unmeasured
                ? $"reason is empty: give the reason for {Word(declared)}. No figure stands behind it."
                : $"reason is empty: give the reason for {Word(declared)}. The figures say {Word(line.Computed)}."));
        return problems;
    }

    /// <summary>Whether an update says these words already.</summary>
    public static bool Says(this LineUpdate update, UpdateWords words) =>
        new UpdateWords(update.WhatChanged, update.Why, update.WhatNext, update.Declared, update.DeclaredDirection, update.Reason) == words;

    private static string? Text(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Word(Ui.Colour colour) => colour.ToString().ToLowerInvariant();

    private static Ui.Colour ColourOf(Colour colour) => colour switch
    {
        Colour.Red => Ui.Colour.Red,
        Colour.Amber => Ui.Colour.Amber,
        Colour.Green => Ui.Colour.Green,
        Colour.Complete => Ui.Colour.Complete,
        _ => Ui.Colour.None,
    };
}
