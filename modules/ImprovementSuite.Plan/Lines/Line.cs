using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>One line of the plan: an action towards an objective, who leads it, how it is measured and what its lead declares.</summary>
internal sealed class Line
{
    /// <summary>As the plan numbers it: "NI59", "1.1".</summary>
    public required string Ref { get; init; }

    /// <summary>Place in the plan.</summary>
    public int Order { get; init; }

    public required string Theme { get; init; }

    /// <summary>What the line is called in a table.</summary>
    public required string Name { get; init; }

    public string? Objective { get; init; }
    public required string Action { get; init; }

    /// <summary>Baseline, targets and dates as the plan words them; the figures in them stand on the measures.</summary>
    public string? BaselineText { get; init; }

    public string? TargetText { get; init; }
    public string? TargetDateText { get; init; }
    public string? Commentary { get; init; }
    public List<Lead> Leads { get; init; } = [];
    public List<string> Workstreams { get; init; } = [];

    /// <summary>What the lead says the colour is; <see cref="Colour.None"/> where nothing is declared.</summary>
    public Colour Declared { get; init; }

    /// <summary>Where the lead says performance is going.</summary>
    public Direction? DeclaredDirection { get; init; }

    /// <summary>Codes of its measures, the most telling first.</summary>
    public List<string> Measures { get; init; } = [];

    public List<Milestone> Milestones { get; init; } = [];
}

/// <summary>Who answers for a line.</summary>
internal sealed record Lead(string Name, string? Organisation = null)
{
    public override string ToString() => Organisation is null ? Name : $"{Name}, {Organisation}";
}

/// <summary>A thing to be done by a date.</summary>
internal sealed class Milestone
{
    public required string Title { get; init; }
    public DateOnly? By { get; init; }
    public bool DateInferred { get; init; }

    /// <summary>What was recorded on the way.</summary>
    public string? Progress { get; init; }

    public bool Done { get; init; }
}
