using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Schools.Results;

/// <summary>What a school came to in one round. Its figures are the columns of <see cref="Ks2Figure"/>.</summary>
internal sealed class SchoolResult : FedRow
{
    /// <summary>As the results have it; the register may not.</summary>
    public int Urn { get; init; }

    public int Year { get; init; }

    public ResultStatus Status { get; init; }

    /// <summary><see cref="ResultSet.RoundDay"/>: the day on which it is counted.</summary>
    public DateOnly RoundOn { get; init; }

    /// <summary>Eligible pupils; null where it was not published.</summary>
    public int? Cohort { get; init; }

    /// <summary>How many of them reached the standard; null where the percentage alone was published.</summary>
    public int? Reached { get; init; }

    public required string Withheld { get; init; }

    /// <summary>As the results call the school.</summary>
    public required string Name { get; init; }

    /// <summary>As the results place it.</summary>
    public required string Authority { get; init; }

    public bool Special { get; init; }
}

/// <summary>What an authority or England came to in one round.</summary>
internal sealed class AreaResult : FedRow
{
    /// <summary>Three digits, or <see cref="England"/> or <see cref="EnglandState"/>.</summary>
    public required string Area { get; init; }

    public int Year { get; init; }

    public ResultStatus Status { get; init; }

    public int? Cohort { get; init; }

    public required string Withheld { get; init; }

    public const string England = "england";

    public const string EnglandState = "england-state";
}

/// <summary>What is expected of a school's next results.</summary>
internal sealed class Forecast : FedRow
{
    public int Urn { get; init; }

    public int Year { get; init; }

    public ForecastKind Kind { get; init; }

    /// <summary>Hundredths of a percent of pupils at the standard of that year.</summary>
    public int Percent { get; init; }

    public DateOnly MadeOn { get; init; }

    /// <summary>Who expects it.</summary>
    public required string MadeBy { get; init; }
}

/// <summary>Whose expectation it is.</summary>
internal enum ForecastKind
{
    /// <summary>What somebody expects.</summary>
    Forecast = 1,

    /// <summary>What the school has set itself.</summary>
    Target,
}

/// <summary>A headline value of another stage, of a school or of the whole authority.</summary>
internal sealed class Headline : FedRow
{
    /// <summary>0 is the whole authority.</summary>
    public int Urn { get; init; }

    public int Year { get; init; }

    public Stage Stage { get; init; }

    public ResultStatus Status { get; init; }

    public DateOnly RoundOn { get; init; }

    public int Reached { get; init; }

    public int Cohort { get; init; }
}

/// <summary>A stage of which headline values are taken.</summary>
internal enum Stage
{
    /// <summary>A good level of development at the end of the Foundation Stage.</summary>
    Foundation = 1,

    /// <summary>5 or more GCSEs at A* to C with English and maths.</summary>
    Gcse,
}
