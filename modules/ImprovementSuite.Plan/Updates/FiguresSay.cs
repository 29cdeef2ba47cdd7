using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Updates;

/// <summary>What the figures say of a line, as the sentence that a lead answers to.</summary>
internal static class FiguresSay
{
    /// <summary>"The figures say red: 64% against a baseline of 81%".</summary>
    public static string Of(LineRating line, PlanSnapshot plan) => line.Computed == Colour.None
        ? "No figure stands behind it yet"
        : $"The figures say {line.Computed.ToString().ToLowerInvariant()}: {Because(line, plan)}";

    /// <summary>"kinder than computed", "as computed"; null where nothing is computed and none is claimed.</summary>
    public static string? Beside(Colour declared, Colour computed) => LineRating.DifferenceOf(computed, declared) switch
    {
        Difference.Kinder => "kinder than computed",
        Difference.Harsher => "harsher than computed",
        Difference.Unmeasured => "no figure behind it",
        _ => declared == computed ? "as computed" : null,
    };

    private static string Because(LineRating line, PlanSnapshot plan)
    {
        if (line.MilestoneDecides && line.DueMilestone is { } milestone)
            return Because(milestone, plan.Day);
        if (line is not { Leading: { Reading: { } reading } leading })
            return "every milestone is done";
        var read = InWords.Reading(reading);
        return leading switch
        {
            { Computed.Ground: Ground.Progress or Ground.TooLittleProgress } when ComputedColour.LatestBaseline(leading.Measure, plan.Day)?.Figure is { } baseline =>
                $"{read} against a baseline of {Say.Figure(baseline)}",
            { Expected: { } expected } => $"{read} against {InWords.Value(leading.Measure, expected)} expected",
            _ => $"{read}, {InWords.Why(leading)}",
        };
    }

    private static string Because(Milestone milestone, DateOnly day) => milestone.By switch
    {
        { } by when by < day => $"\"{milestone.Title}\" was due on {Say.Date(by)} and is not done",
        { } by => $"\"{milestone.Title}\" is due on {Say.Date(by)}, {(milestone.Progress is null ? "no progress recorded" : "progress recorded")}",
        _ => $"\"{milestone.Title}\" has progress recorded",
    };
}
