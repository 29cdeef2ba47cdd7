using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Http;

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

/// <summary>A colour in a voice, as the filter offers it: "computed-red", "Computed red".</summary>
internal sealed record ColourChoice(string Value, string Words);

/// <summary>Which lines to show: the state of the page's form, kept in its address.</summary>
/// <param name="Colour">"computed-red", "declared-amber".</param>
/// <param name="Differs">Only where the voices differ.</param>
internal sealed record PlanFilter(string? Workstream, string? Colour, string? Lead, bool Differs, Show Show)
{
    /// <summary>The colours that may be chosen, by who says them.</summary>
    public static readonly IReadOnlyList<(string Voice, IReadOnlyList<ColourChoice> Colours)> Choices =
    [
        .. Enum.GetValues<Voice>().Select(voice => (voice.ToString(), (IReadOnlyList<ColourChoice>)
            [.. InWords.Colours.Select(colour => new ColourChoice(Of(voice, colour), $"{voice} {InWords.Name(colour, none: "no colour")}"))])),
    ];

    /// <summary>What an address asks for; a form leaves empty what is not to be filtered by.</summary>
    public static PlanFilter Of(IQueryCollection address)
    {
        return new(Chosen("workstream"), Chosen("colour"), Chosen("lead"), Chosen("differs") == "true",
            Enum.TryParse<Show>(Chosen("show"), ignoreCase: true, out var show) ? show : Show.All);

        string? Chosen(string name) => address[name].ToString() is { Length: > 0 } chosen ? chosen : null;
    }

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
