using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Lists of lines that stand beside the counts.</summary>
internal enum Show
{
    All,
    NewlyGreen,
    Worsening,
    WorseningInLeadsView,
    Unmeasured,
}

/// <summary>Which lines to show: the state of the page's form, kept in its address.</summary>
internal sealed class PlanFilter
{
    [FromQuery(Name = "workstream")]
    public string? Workstream { get; set; }

    /// <summary>"computed-red", "declared-amber".</summary>
    [FromQuery(Name = "colour")]
    public string? Colour { get; set; }

    [FromQuery(Name = "lead")]
    public string? Lead { get; set; }

    [FromQuery(Name = "differs")]
    public bool Differs { get; set; }

    [FromQuery(Name = "show")]
    public Show Show { get; set; }

    public bool IsOn => Workstream is not null || Colour is not null || Lead is not null || Differs || Show != Show.All;

    public static string Of(Voice voice, Colour colour) => $"{voice}-{colour}".ToLowerInvariant();

    public bool Lets(LineRating line, PlanSnapshot plan) =>
        (Workstream is null || line.Line.Workstreams.Contains(Workstream))
        && (Lead is null || line.Line.Leads.Any(lead => lead.Name == Lead))
        && (Colour is null || Colour == Of(Voice.Computed, line.Computed) || Colour == Of(Voice.Declared, line.Line.Declared))
        && (!Differs || line.Difference != Difference.None)
        && IsShown(Show, line, plan);

    public static bool IsShown(Show show, LineRating line, PlanSnapshot plan) => show switch
    {
        Show.NewlyGreen => Agenda.IsNewlyGreen(line, plan),
        Show.Worsening => line.Leading?.Travel?.Direction == Direction.Worsening,
        Show.WorseningInLeadsView => line.Line.DeclaredDirection == Direction.Worsening,
        Show.Unmeasured => line.Difference == Difference.Unmeasured,
        _ => true,
    };
}
