using MediatR;

namespace ImprovementSuite.Contracts;

/// <summary>What sort of quantity a measure is; the plan rates each kind by its own rule.</summary>
public enum MeasureKind
{
    /// <summary>n of d.</summary>
    Rate,

    /// <summary>A stock on a day.</summary>
    Count,

    /// <summary>Adds up over its span.</summary>
    Cumulative,

    /// <summary>Exists once a round.</summary>
    Round,

    /// <summary>Things produced on due dates.</summary>
    Scheduled,

    /// <summary>A grade on an ordered scale.</summary>
    Judgement,
}

/// <summary>Which way is better.</summary>
public enum Polarity
{
    /// <summary>A higher value is better.</summary>
    HighIsGood,

    /// <summary>A lower value is better.</summary>
    LowIsGood,

    /// <summary>A band in the middle is good; only this polarity has a ceiling.</summary>
    MidRangeIsGood,
}

/// <summary>Which period of a measure the plan rates.</summary>
public enum RatedOn
{
    /// <summary>From 1 April to the last day counted.</summary>
    YearToDate,

    /// <summary>The latest full month.</summary>
    Month,

    /// <summary>A day.</summary>
    AsAt,

    /// <summary>The round's results.</summary>
    Round,

    /// <summary>A span of its own.</summary>
    Span,
}

/// <summary>How often a fresh figure is due. A figure older than this and 31 days is stale.</summary>
public enum Frequency
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>Every year or round.</summary>
    Yearly,
}

/// <summary>What a measure counts, in words that a panel member can read aloud.</summary>
/// <param name="Of">The denominator: "initial assessments finished in the period".</param>
/// <param name="Counted">The numerator: "those finished within the limit".</param>
/// <param name="Clock">When the clock starts and how days are counted.</param>
/// <param name="Limit">The limit with its dates; null where there is none.</param>
/// <param name="Finished">One of the things counted, with its verb: "initial assessments were finished in time".</param>
/// <param name="More">What more of the numerator is called: "more assessments on time".</param>
/// <param name="NumeratorHeading">Column heading of the numerator: "In time".</param>
/// <param name="DenominatorHeading">Column heading of the denominator: "Finished"; empty for a count that is no rate.</param>
/// <param name="Cohort">The day that decides in which period a record counts: "the day of completion".</param>
public sealed record MeasureWords(
    string Of, string Counted, string Clock, string? Limit, string Finished, string More, string NumeratorHeading, string DenominatorHeading,
    string Cohort = "");

/// <summary>What a figure of a module means. A plan line that names the same <paramref name="Code"/> is fed by it.</summary>
/// <param name="Code">Stable code, such as NI59.</param>
/// <param name="Title">The measure's name, without its figures.</param>
/// <param name="Words">What is counted, in plain words.</param>
/// <param name="Unit">What the integers count.</param>
/// <param name="Kind">What sort of quantity it is.</param>
/// <param name="Polarity">Which way is better.</param>
/// <param name="Frequency">How often a fresh figure is due.</param>
/// <param name="RatedOn">Which period the plan rates.</param>
/// <param name="Source">Who defined it and where.</param>
/// <param name="RecordsPath">The owning module's page of the records behind a figure; it takes scope, code, from and to as query. Rows never travel in a message.</param>
/// <param name="Version">Counts up with each change of the definition or of its limit.</param>
/// <param name="TrustPath">The owning module's page of how far the figure can be trusted and why; null where it grades none.</param>
/// <param name="OpenRecords">What is behind it is about no person: whoever may read figures may open it.</param>
/// <param name="CountsPeople">It counts children or families: small numbers are suppressed in what is published. Posts, schools, homes and judgements are never.</param>
public sealed record MeasureDefinition(
    string Code, string Title, MeasureWords Words, Unit Unit, MeasureKind Kind, Polarity Polarity, Frequency Frequency, RatedOn RatedOn,
    string Source, string RecordsPath, int Version, string? TrustPath = null, bool CountsPeople = false, bool OpenRecords = false)
{
    /// <summary>Counts of this measure as a figure: of a rate or a ratio both, of a count the upper one alone.</summary>
    public Figure Figure(long numerator, long denominator) => Unit switch
    {
        Unit.Percent => Contracts.Figure.Rate(numerator, denominator),
        Unit.PercentOfPosts => Contracts.Figure.RateOfPosts(numerator, denominator),
        Unit.PerPost => Contracts.Figure.PerPost(numerator, denominator),
        _ => Contracts.Figure.Of(numerator, Unit),
    };
}

/// <summary>How far the records behind a value can be trusted.</summary>
public enum Trust
{
    /// <summary>Fresh, under 1% of the records fail a rule that touches the measure, none unlinked.</summary>
    A,

    /// <summary>Under 5% fail.</summary>
    B,

    /// <summary>More fail, or the data are stale.</summary>
    C,
}

/// <summary>One calculated value. The value with the higher <paramref name="Revision"/> wins.</summary>
/// <param name="Measure">The measure's code.</param>
/// <param name="Scope">Whose value it is.</param>
/// <param name="Period">The days that it is of.</param>
/// <param name="Figure">The counts.</param>
/// <param name="DataAsAt">When the newest record behind it was received, UTC.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
/// <param name="Trust">The grade of the records behind it, where the module grades them: of the authority's value of the rated period.</param>
/// <param name="TrustWhy">The grade's reason in a few words: "2.1% of its records fail a rule".</param>
public sealed record MeasureValue(
    string Measure, Scope Scope, Period Period, Figure Figure, DateTime DataAsAt, long Revision, Trust? Trust = null, string? TrustWhy = null);

/// <summary>A module has calculated values anew. Up to 1,000 values a message; delivered at least once, in any order.</summary>
public sealed record MeasuresRecalculated(string Module, IReadOnlyList<MeasureValue> Values) : INotification;

/// <summary>A module says which measures it counts and what they mean; sent at first start and with every change of a definition.</summary>
public sealed record MeasuresDefined(string Module, IReadOnlyList<MeasureDefinition> Definitions, long Revision) : INotification;
