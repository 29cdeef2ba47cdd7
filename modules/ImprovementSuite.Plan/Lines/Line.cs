using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>One line of the plan: an action towards an objective, who leads it, how it is measured and what its lead declares.</summary>
internal sealed class Line
{
    /// <summary>As the plan numbers it: "NI59", "1.1".</summary>
    public required string Ref { get; init; }

    /// <summary>Place in the plan.</summary>
    public int Order { get; set; }

    public required string Theme { get; set; }

    /// <summary>What the line is called in a table.</summary>
    public required string Name { get; set; }

    public string? Objective { get; set; }
    public required string Action { get; set; }

    /// <summary>Baseline, targets and dates as the plan words them; the figures in them stand on the measures.</summary>
    public string? BaselineText { get; set; }

    public string? TargetText { get; set; }
    public string? TargetDateText { get; set; }
    public string? Commentary { get; set; }
    public List<Lead> Leads { get; set; } = [];
    public List<string> Workstreams { get; set; } = [];

    /// <summary>What the lead says the colour is; <see cref="Colour.None"/> where nothing is declared.</summary>
    public Colour Declared { get; set; } = Colour.None;

    /// <summary>Where the lead says performance is going.</summary>
    public Direction? DeclaredDirection { get; set; }

    /// <summary>Why the declared colour is not the computed one; null where no reason was given.</summary>
    public string? DeclaredReason { get; set; }

    /// <summary>Codes of its measures, the most telling first.</summary>
    public List<string> Measures { get; set; } = [];

    public List<Milestone> Milestones { get; init; } = [];
    public int Version { get; private set; }

    /// <summary>Rewords the line, moves it to another theme, or gives it other leads, workstreams or measures.</summary>
    public void Change(LineText text)
    {
        (Theme, Name, Objective, Action) = (text.Theme, text.Name, text.Objective, text.Action);
        (BaselineText, TargetText, TargetDateText, Commentary) = (text.Baseline, text.Targets, text.TargetDate, text.Commentary);
        // New lists: the stored ones are compared with them as they were read.
        (Leads, Workstreams, Measures) = ([.. text.Leads], [.. text.Workstreams], [.. text.Measures]);
    }

    /// <summary>Takes over what an accepted update says.</summary>
    public void Declare(LineUpdate update) =>
        (Declared, DeclaredDirection, DeclaredReason, Commentary) = (update.Declared, update.DeclaredDirection, update.Reason, update.Commentary);
}

/// <summary>What can be reworded of a line.</summary>
internal sealed record LineText(
    string Theme, string Name, string? Objective, string Action, string? Baseline, string? Targets, string? TargetDate, string? Commentary,
    IReadOnlyList<Lead> Leads, IReadOnlyList<string> Workstreams, IReadOnlyList<string> Measures);

/// <summary>Who answers for a line.</summary>
internal sealed record Lead(string Name, string? Organisation = null)
{
    /// <summary>Reads what <see cref="ToString"/> writes: a name, and after a comma the organisation.</summary>
    public static Lead Read(string text) => text.IndexOf(',') is > 0 and var comma ? new(text[..comma].Trim(), text[(comma + 1)..].Trim()) : new(text.Trim());

    public override string ToString() => Organisation is null ? Name : $"{Name}, {Organisation}";
}

/// <summary>A thing to be done by a date.</summary>
internal sealed class Milestone
{
    internal int Id { get; init; }
    public required string Title { get; set; }
    public DateOnly? By { get; set; }
    public bool DateInferred { get; set; }

    /// <summary>What was recorded on the way.</summary>
    public string? Progress { get; set; }

    public bool Done { get; set; }

    /// <summary>What shows that it is done, or where that can be seen.</summary>
    public string? Evidence { get; set; }
}
