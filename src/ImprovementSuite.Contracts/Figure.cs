namespace ImprovementSuite.Contracts;

/// <summary>What the integers of a figure count.</summary>
public enum Unit
{
    /// <summary>Numerator of denominator, shown as a percentage.</summary>
    Percent,

    /// <summary>Things or people, whole.</summary>
    Count,

    /// <summary>Hundredths of a full-time post.</summary>
    HundredthsOfPost,

    /// <summary>Pence.</summary>
    Pence,

    /// <summary>Numerator of denominator, both in hundredths of a full-time post, shown as a percentage.</summary>
    PercentOfPosts,

    /// <summary>Things for each full-time post: whole things over hundredths of a post.</summary>
    PerPost,
}

/// <summary>
/// A figure as counts in the unit's smallest part, or a published value whose counts were not published: exactly one of the two.
/// A percentage is computed when it is read and never stored.
/// </summary>
public sealed record Figure
{
    private Figure(long? numerator, long? denominator, Unit unit, decimal? stated) =>
        (Numerator, Denominator, Unit, Stated) = (numerator, denominator, unit, stated);

    /// <summary>The count, or the upper part of a rate.</summary>
    public long? Numerator { get; }

    /// <summary>The lower part of a rate; null where the figure is a count.</summary>
    public long? Denominator { get; }

    /// <summary>What the integers count.</summary>
    public Unit Unit { get; }

    /// <summary>A published value without counts, in percent (64 is 64%) or whole units.</summary>
    public decimal? Stated { get; }

    /// <summary>"0 of 0": nothing was due, so there is no percentage.</summary>
    public bool NothingDue => Denominator == 0;

    /// <summary>The value in percent (80.11 is 80.11%), whole things, posts or pounds; null where nothing was due.</summary>
    public decimal? Value => (Stated, Denominator, Unit) switch
    {
        ({ } stated, _, _) => stated,
        (_, 0, _) => null,
        // A percentage; and with hundredths of a post below, things for each post.
        (_, { } denominator, _) => 100m * Numerator!.Value / denominator,
        (_, null, Unit.HundredthsOfPost or Unit.Pence) => Numerator!.Value / 100m,
        _ => Numerator!.Value,
    };

    /// <summary>The numerator in whole things, full-time posts or pounds: of 1,480 hundredths of a post 14.8; null where counts were not published.</summary>
    public decimal? Counted => Unit is Unit.HundredthsOfPost or Unit.PercentOfPosts or Unit.Pence ? Numerator / 100m : Numerator;

    /// <summary>The denominator in whole things or full-time posts; null where there is none.</summary>
    public decimal? OutOf => Unit is Unit.PercentOfPosts or Unit.PerPost ? Denominator / 100m : Denominator;

    /// <summary>How much of what it counts a value of this figure is: with 43 posts, 20% are 8.6 posts; with 10 posts, 15 cases a post are 150 cases.</summary>
    public decimal? CountedAt(decimal value) => Unit == Unit.PerPost ? OutOf * value : OutOf * value / 100m;

    /// <summary>A rate of two counts; it may exceed 100% where the definition is a ratio of two flows.</summary>
    public static Figure Rate(long numerator, long denominator) => Ratio(numerator, denominator, Unit.Percent);

    /// <summary>A rate of two numbers of full-time posts, in hundredths.</summary>
    public static Figure RateOfPosts(long numerator, long denominator) => Ratio(numerator, denominator, Unit.PercentOfPosts);

    /// <summary>Things, such as cases, for each full-time post; the posts in hundredths.</summary>
    public static Figure PerPost(long things, long hundredthsOfPost) => Ratio(things, hundredthsOfPost, Unit.PerPost);

    /// <summary>A count in the unit's smallest part: things, hundredths of a post, pence.</summary>
    public static Figure Of(long count, Unit unit = Unit.Count) => new(count, null, unit, null);

    /// <summary>A published value whose counts were not published.</summary>
    public static Figure AsStated(decimal value, Unit unit = Unit.Percent) => new(null, null, unit, value);

    /// <summary>Rebuilds a figure from its stored parts.</summary>
    /// <exception cref="ArgumentException">Both counts and a stated value are given, or neither.</exception>
    public static Figure FromParts(long? numerator, long? denominator, Unit unit, decimal? stated)
    {
        if (numerator is null == stated is null || (denominator is not null && numerator is null))
            throw new ArgumentException("A figure is either counts or a stated value: exactly one of the two.");
        return new(numerator, denominator, unit, stated);
    }

    private static Figure Ratio(long numerator, long denominator, Unit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        return new(numerator, denominator, unit, null);
    }
}
