using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Ui;

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

    /// <summary>The kinds of report that it grades; empty where it may grade any.</summary>
    public List<SourceKind> Reports { get; set; } = [];

    /// <summary>The sorts of provider that it judges; empty where it may judge any.</summary>
    public List<ProviderKind> Providers { get; set; } = [];

    /// <summary>It judges inspections that end on this day or later.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day; null while it is in force.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Where it is published, and how far that was verified.</summary>
    public required string Source { get; set; }

    public int Version { get; private set; }

    /// <summary>Says what it is, how it judges, and when. Whether it may change so hangs on what was judged by it: see <see cref="FrameworkUse"/>.</summary>
    public void Set(
        string title, List<string> grades, int goodFrom, bool hasOverall, List<string> areas, List<SourceKind> reports, List<ProviderKind> providers, DateOnly startsOn, DateOnly? endsOn, string source) =>
        (Title, Grades, GoodFrom, HasOverall, Areas, Reports, Providers, StartsOn, EndsOn, Source) = (title, grades, goodFrom, hasOverall, areas, reports, providers, startsOn, endsOn, source);

    /// <summary>As the change log keeps it.</summary>
    public string InLog() =>
        $"{Title}; worst first: {string.Join(", ", Grades)}; good from {Grades[GoodFrom]}; {(HasOverall ? "overall" : "no overall grade")}{(Areas.Count == 0 ? "" : $"; areas: {string.Join(", ", Areas)}")}; for {ReportsInWords} ({ProvidersInWords}); from {StartsOn:yyyy-MM-dd}{(EndsOn is { } end ? $" to {end:yyyy-MM-dd}" : "")}; {Source}";

    /// <summary>A grade's place on the scale, from 0 for the worst; null where the scale has no such grade.</summary>
    public int? RankOf(string grade) => Grades.IndexOf(grade) is >= 0 and var rank ? rank : null;

    public bool IsGood(string grade) => RankOf(grade) >= GoodFrom;

    /// <summary>Above 0 where <paramref name="now"/> is better than <paramref name="before"/>; null where one of them is no grade of this version.</summary>
    public int? Compare(string before, string now) => RankOf(now) - RankOf(before);

    /// <summary>Whether it grades an area, written as it is. "Overall" is no area of its own beside the overall grade.</summary>
    public bool Has(string area) => string.Equals(area, Judgement.Overall, StringComparison.OrdinalIgnoreCase) ? HasOverall && area == Judgement.Overall : Areas.Count == 0 || Areas.Contains(area);

    /// <summary>Whether it grades reports of this kind of this sort of provider.</summary>
    public bool Judges(SourceKind report, ProviderKind provider) => (Reports.Count == 0 || Reports.Contains(report)) && Judges(provider);

    public bool Judges(ProviderKind provider) => Providers.Count == 0 || Providers.Contains(provider);

    /// <summary>"inspection and monitoring visit", "any report".</summary>
    public string ReportsInWords => Reports.Count == 0 ? "any report" : Say.List([.. Reports.Order().Select(kind => kind.Words().ToLowerInvariant())]);

    /// <summary>"the authority", "any provider".</summary>
    public string ProvidersInWords => Providers.Count == 0 ? "any provider" : Say.List([.. Providers.Order().Select(kind => kind.Words().ToLowerInvariant())]);

    public bool IsInForce(DateOnly day) => StartsOn <= day && (EndsOn is null || day <= EndsOn);
}
