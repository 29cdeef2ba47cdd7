using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>A line whose two colours differ, with all that a panel needs to rule on it.</summary>
internal sealed record ChallengeCard
{
    public required DateOnly Meeting { get; init; }

    /// <summary>As addresses and ids write it: "NI59".</summary>
    public required string Ref { get; init; }

    public required string Name { get; init; }
    public required string Leads { get; init; }
    public required string Reading { get; init; }
    public string? UnderReading { get; init; }
    public required string Expected { get; init; }
    public string? Gap { get; init; }
    public Direction? Direction { get; init; }
    public string? DirectionNote { get; init; }
    public Colour Computed { get; init; }
    public required string ComputedWord { get; init; }
    public Colour Declared { get; init; }
    public Difference Difference { get; init; }
    public string? Reason { get; init; }

    /// <summary>What this meeting ruled; null while it has not.</summary>
    public Decision? Ruling { get; init; }

    /// <summary>An earlier meeting asked for it again.</summary>
    public Decision? AskedBefore { get; init; }

    public string Address => $"{MeetingPage.AddressOf(Meeting)}/ruling/{Ref}";

    /// <summary>From the plan as it stands.</summary>
    public static ChallengeCard Of(PlanRow row, PlanSnapshot plan, DateOnly meeting) => new()
    {
        Meeting = meeting, Ref = row.Line.Ref, Name = row.Line.Name, Leads = InWords.List(row.Line.Leads.Select(lead => lead.Name)),
        Reading = row.Reading, UnderReading = row.UnderReading, Expected = row.Expected, Gap = row.Gap, Direction = row.Direction, DirectionNote = row.DirectionNote,
        Computed = row.Rating.Computed, ComputedWord = InWords.Word(row.Rating), Declared = row.Line.Declared, Difference = row.Rating.Difference, Reason = row.Line.DeclaredReason,
        Ruling = Minutes.Ruling(plan, meeting, row.Line.Ref), AskedBefore = Asked(plan, row.Line.Ref, meeting),
    };

    /// <summary>What the panel was shown of its challenges, and of those that it had ruled on before the freeze.</summary>
    public static IEnumerable<ChallengeCard> Of(PackContent pack, PlanSnapshot plan, DateOnly meeting) =>
        pack.Lines.Where(line => line.Difference != Difference.None).Select(line => (line.Challenged, Card: Of(line, plan, meeting))).Where(line => line.Challenged || line.Card.Ruling is not null).Select(line => line.Card);

    private static ChallengeCard Of(PackLine line, PlanSnapshot plan, DateOnly meeting)
    {
        // A pack writes "NI 59".
        var reference = line.Ref.Replace(" ", "", StringComparison.Ordinal);
        return new()
        {
            Meeting = meeting, Ref = reference, Name = line.Name, Leads = line.Leads, Reading = line.Reading, UnderReading = line.UnderReading, Expected = line.Expected, Gap = line.Gap,
            Direction = line.Direction, DirectionNote = line.DirectionNote, Computed = line.Computed, ComputedWord = line.ComputedWord, Declared = line.Declared,
            Difference = line.Difference, Reason = line.Reason, Ruling = Minutes.Ruling(plan, meeting, reference), AskedBefore = Asked(plan, reference, meeting),
        };
    }

    private static Decision? Asked(PlanSnapshot plan, string line, DateOnly meeting) =>
        Minutes.LastRuling(plan, line, before: meeting) is { Ruling: ImprovementSuite.Plan.Meetings.Ruling.AskAgain } asked ? asked : null;
}
