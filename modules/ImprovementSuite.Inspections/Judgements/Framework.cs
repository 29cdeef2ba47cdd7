namespace ImprovementSuite.Inspections.Judgements;

/// <summary>
/// A version of a framework with its ordered scale. Two grades of one version are better or worse than each other; two of different versions are never
/// compared, however alike their words are.
/// </summary>
internal sealed class Framework
{
    public int Id { get; private set; }

    /// <summary>As inspections name it: "ofsted-2009". It never changes.</summary>
    public required string Code { get; init; }

    public required string Title { get; set; }

    /// <summary>The scale, worst first.</summary>
    public List<string> Grades { get; set; } = [];

    /// <summary>The place on the scale from which a grade counts as good or better; in reviews of serious cases, as adequate or better.</summary>
    public int GoodFrom { get; set; }

    /// <summary>Whether it gives a grade for everything.</summary>
    public bool HasOverall { get; set; } = true;

    /// <summary>The areas that it grades, as judgements name them; empty where any may be named.</summary>
    public List<string> Areas { get; set; } = [];

    /// <summary>It judges inspections that end on this day or later.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day; null while it is in force.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Where it is published, and how far that was verified.</summary>
    public required string Source { get; set; }

    public int Version { get; private set; }

    /// <summary>A grade's place on the scale, from 0 for the worst; null where the scale has no such grade.</summary>
    public int? RankOf(string grade) => Grades.IndexOf(grade) is >= 0 and var rank ? rank : null;

    public bool IsGood(string grade) => RankOf(grade) >= GoodFrom;

    /// <summary>Above 0 where <paramref name="now"/> is better than <paramref name="before"/>; null where one of them is no grade of this version.</summary>
    public int? Compare(string before, string now) => RankOf(now) - RankOf(before);

    /// <summary>Whether it grades an area.</summary>
    public bool Has(string area) => area == Judgement.Overall ? HasOverall : Areas.Count == 0 || Areas.Contains(area);

    public bool IsInForce(DateOnly day) => StartsOn <= day && (EndsOn is null || day <= EndsOn);
}
