using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Lines;

/// <summary>What the plan asks of one figure: how it is rated, where it started, where it should be and when. It may stand on several lines.</summary>
internal sealed class Measure
{
    public required string Code { get; init; }
    public required string Title { get; set; }
    public MeasureKind Kind { get; set; }
    public Unit Unit { get; set; }
    public Polarity Polarity { get; set; }
    public Frequency Frequency { get; set; }
    public RatedOn RatedOn { get; set; }

    /// <summary>One of the things that are counted: "audit".</summary>
    public required string Thing { get; set; }

    /// <summary>Several of them: "audits".</summary>
    public required string Things { get; set; }

    /// <summary>What to read the figure with, where it must not be read alone.</summary>
    public string? Caution { get; set; }

    /// <summary>The grades of a judgement, worst first.</summary>
    public List<string> Scale { get; set; } = [];

    public List<Baseline> Baselines { get; init; } = [];
    public List<Stage> Stages { get; init; } = [];
    public List<Comparator> Comparators { get; init; } = [];

    public int Version { get; private set; }

    /// <summary>
    /// A share of a whole ends at 100%. Where the middle of the range is good the figure is a ratio of two flows, such as assessments begun in a
    /// period for referrals made in it, and may be over 100%.
    /// </summary>
    public bool MayExceed100 => Polarity == Polarity.MidRangeIsGood;

    /// <summary>Place of a grade on the scale, -1 where there is none.</summary>
    public int Rank(string? grade) => grade is null ? -1 : Scale.IndexOf(grade);
}

/// <summary>Where a measure stood before the plan. Only a comparable one is measured against.</summary>
internal sealed class Baseline
{
    internal int Id { get; init; }
    public required string Label { get; set; }
    public DateOnly? On { get; set; }
    public bool DateInferred { get; set; }
    public bool Comparable { get; set; } = true;
    public StoredFigure? Stored { get; set; }
    public string? Grade { get; set; }
    public string? Note { get; set; }

    public Figure? Figure => Stored?.Figure;
}

/// <summary>Where a measure should be, and by when.</summary>
internal sealed class Stage
{
    internal int Id { get; init; }
    /// <summary>Null where the date is still to be agreed.</summary>
    public DateOnly? By { get; set; }

    public bool DateInferred { get; set; }

    /// <summary>First day of the span that a cumulative or scheduled target is for.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Applies unchanged from the plan's start instead of being approached.</summary>
    public bool Standing { get; set; }

    /// <summary>The results round that it is for.</summary>
    public string? Round { get; set; }

    /// <summary>Null where the target is still to be agreed.</summary>
    public StoredFigure? Stored { get; set; }

    /// <summary>Upper edge of the band that is aimed at, in the measure's unit.</summary>
    public decimal? Upper { get; set; }

    public string? Grade { get; set; }

    /// <summary>"TBC", "proposed", or how the figure was arrived at.</summary>
    public string? Note { get; set; }

    public decimal? Target => Stored?.Figure.Value;
}

/// <summary>What others reached.</summary>
internal sealed class Comparator
{
    internal int Id { get; init; }
    public required string Who { get; set; }
    public required string Period { get; set; }
    public required StoredFigure Stored { get; set; }
    public string? Note { get; set; }

    public decimal Value => Stored.Figure.Value!.Value;
}
