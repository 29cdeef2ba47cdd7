using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>A panel's pack: the whole plan in the words that its pages show it in, with the figures that charts and cells need.</summary>
/// <param name="Panel">The meeting that it is for.</param>
/// <param name="FiguresOn">The business day that its figures are of.</param>
/// <param name="FrozenAt">When it was frozen, UTC, and by whom; null in a preview.</param>
/// <param name="LastPanel">The panel that arrows look back to; null where none has seen the plan.</param>
/// <param name="Lines">In the plan's order.</param>
internal sealed record PackContent(
    string Title, string Authority, DateOnly Panel, DateOnly FiguresOn, DateTime? FrozenAt, string? FrozenBy, DateOnly? LastPanel,
    ColourCounts Computed, ColourCounts Declared, IReadOnlyList<PackLine> Lines, IReadOnlyList<PackPaper> Papers, IReadOnlyList<PackDecision> Decisions,
    IReadOnlyList<PackRestatement> Restated, IReadOnlyList<string> Achievements)
{
    /// <summary>The last link of every database's change log at the freeze, so that a log that is cut off later shows. Empty in a preview.</summary>
    public IReadOnlyList<ChainHead> ChainHeads { get; init; } = [];

    /// <summary>Its small numbers are suppressed; see <see cref="PublicPack"/>.</summary>
    public bool IsForPublication { get; init; }
}

/// <summary>One line of the plan in a pack.</summary>
/// <param name="Baseline">As the plan words it; so are <paramref name="Targets"/> and <paramref name="TargetDate"/>.</param>
/// <param name="Reading">Current performance: "80.11%", with its counts in <paramref name="UnderReading"/>.</param>
/// <param name="ComputedWord">"Amber", or why there is no colour: "Not yet due".</param>
/// <param name="Challenged">The colours differ and no panel has ruled on it.</param>
/// <param name="Leading">The code of the measure whose figure the line shows; null where milestones decide or nothing has been read.</param>
/// <param name="NewlyGreen">Green now, and not when a panel last saw it.</param>
internal sealed record PackLine(
    string Ref, string Theme, string Name, string? Objective, string Action, string? Baseline, string? Targets, string? TargetDate,
    string Leads, string Workstreams, string Reading, string? UnderReading, string Expected, string? Gap, string AsAt, string? Origin, bool Stale, bool Watch,
    Colour Computed, string ComputedWord, Colour Declared, Difference Difference, string? Reason, bool Challenged,
    Direction? Direction, string? DirectionNote, Direction? DeclaredDirection, string? Commentary,
    IReadOnlyList<PackMeasure> Measures, IReadOnlyList<PackMilestone> Milestones, string? Leading = null, bool NewlyGreen = false);

/// <summary>A measure of a line. <paramref name="Value"/> and <paramref name="ExpectedValue"/> are in percent, whole things, posts or pounds.</summary>
/// <param name="IsSmall">A small number of people stands in its reading; null in a pack frozen before that was noted.</param>
/// <param name="TrendIsSmall">The same of its trend.</param>
internal sealed record PackMeasure(
    string Code, string Title, Unit Unit, string Reading, string? UnderReading, decimal? Numerator, decimal? Denominator, decimal? Value,
    string Expected, decimal? ExpectedValue, string? Gap, Colour Computed, string ComputedWord, DateOnly? AsAt, bool Stale,
    IReadOnlyList<PackPoint> Trend, IReadOnlyList<PackPoint> TrendExpected, bool? IsSmall = null, bool? TrendIsSmall = null);

/// <summary>A point of a chart.</summary>
internal sealed record PackPoint(DateOnly Day, decimal Value);

internal sealed record PackMilestone(string Title, DateOnly? By, bool DateInferred, string? Progress, bool Done, string? Evidence, Colour Computed, string ComputedWord);

internal sealed record PackPaper(string? Line, string Title, string Owner, DateOnly? ReceivedOn, bool Addendum);

/// <summary>A decision or question of an earlier meeting that is carried to this one, or that this one has minuted.</summary>
internal sealed record PackDecision(DateOnly Panel, string? Line, Ruling? Ruling, string Minute, string? Owner, DateOnly? By, string? Answer);

/// <summary>A figure that an earlier panel saw and that is known otherwise now.</summary>
/// <param name="Panel">The panel that saw it.</param>
/// <param name="Days">The days that the figure is of: "1 April to 13 July 2010".</param>
internal sealed record PackRestatement(DateOnly Panel, string Measure, string Title, string Days, string Seen, string Now);
