using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>How a declared colour stands to the computed one.</summary>
internal enum Difference
{
    None,

    /// <summary>Declared better than the figures say.</summary>
    Kinder,

    /// <summary>Declared worse than the figures say.</summary>
    Harsher,

    /// <summary>Green or complete is declared and no figure stands behind it.</summary>
    Unmeasured,
}

/// <summary>All that the rules say of one line on one day.</summary>
/// <param name="Measures">Its measures in the line's order.</param>
internal sealed record LineRating(Line Line, IReadOnlyList<MeasureRating> Measures, Colour Computed, Milestone? DueMilestone)
{
    public Difference Difference => DifferenceOf(Computed, Line.Declared);

    /// <summary>The measure that gives the line its colour; where none has a colour the first with a reading and a target, else the first.</summary>
    public MeasureRating? Leading { get; } =
        Measures.Where(m => m.Colour != Colour.None).MinBy(m => m.Colour) ?? Measures.FirstOrDefault(m => m is { Reading: not null, Expected: not null }) ?? Measures.FirstOrDefault();

    /// <summary>Whether the colour comes from a milestone alone.</summary>
    public bool MilestoneDecides => Computed is not (Colour.None or Colour.Complete) && Leading?.Colour != Computed;

    public static LineRating Of(Line line, IReadOnlyList<MeasureRating> measures, DateOnly day, RatingSettings settings)
    {
        var open = line.Milestones.Where(milestone => !milestone.Done).OrderBy(milestone => milestone.By ?? DateOnly.MaxValue).ToList();
        var allDone = measures.Count == 0 && line.Milestones.Count > 0 && open.Count == 0;
        // Colour is ordered worst first, with no colour last: the smallest is the line's.
        var worst = measures.Select(m => m.Colour).Concat(open.Select(milestone => OfMilestone(milestone, day, settings))).DefaultIfEmpty(Colour.None).Min();
        return new(line, measures, allDone ? Colour.Complete : worst, open.FirstOrDefault());
    }

    /// <summary>Complete when done, red when overdue, green with progress, amber when due soon; otherwise not yet due.</summary>
    public static Colour OfMilestone(Milestone milestone, DateOnly day, RatingSettings settings) => milestone switch
    {
        { Done: true } => Colour.Complete,
        { By: { } by } when by < day => Colour.Red,
        { Progress: not null } => Colour.Green,
        { By: { } by } when by.DayNumber - day.DayNumber <= settings.DueSoonDays => Colour.Amber,
        _ => Colour.None,
    };

    /// <summary>Without a computed colour only green or complete is a claim that wants a figure.</summary>
    public static Difference DifferenceOf(Colour computed, Colour declared) => (computed, declared) switch
    {
        (_, Colour.None) => Difference.None,
        (Colour.None, Colour.Green or Colour.Complete) => Difference.Unmeasured,
        (Colour.None, _) => Difference.None,
        _ when declared == computed => Difference.None,
        _ => declared > computed ? Difference.Kinder : Difference.Harsher,
    };
}

/// <summary>Lines by colour, worst first. Colours are counted and never averaged.</summary>
internal readonly record struct ColourCounts(int Red, int Amber, int Green, int Complete, int None)
{
    public static ColourCounts Of(IEnumerable<Colour> colours)
    {
        var by = colours.CountBy(colour => colour).ToDictionary();
        return new(At(Colour.Red), At(Colour.Amber), At(Colour.Green), At(Colour.Complete), At(Colour.None));

        int At(Colour colour) => by.GetValueOrDefault(colour);
    }

    public int Of(Colour colour) => colour switch
    {
        Colour.Red => Red,
        Colour.Amber => Amber,
        Colour.Green => Green,
        Colour.Complete => Complete,
        _ => None,
    };
}
