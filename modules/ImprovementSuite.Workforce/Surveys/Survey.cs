using System.Text.RegularExpressions;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Workforce.Surveys;

/// <summary>What a survey's rounds are read for.</summary>
internal enum SurveyValue
{
    /// <summary>Those satisfied, of those who answered.</summary>
    Satisfied = 1,

    /// <summary>Those who answered, of those asked.</summary>
    Response = 2,
}

/// <summary>A survey that a line of the plan is or can be rated by, and when it is held next. Its code is the measure's.</summary>
internal sealed partial class Survey
{
    private const int LongestCode = 40;

    public int Id { get; init; }

    public required string Code { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>Who is asked what: "staff of children's services whether they are satisfied with the council as an employer".</summary>
    public string Asks { get; private set; } = "";

    /// <summary>About how many are to be asked; null where nobody has said.</summary>
    public int? Population { get; private set; }

    public SurveyValue Value { get; init; }

    /// <summary>When its next round is to be measured; null where no day is set.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The same in words: "a specific survey from 22 November to 10 December 2010"; null where nothing is known.</summary>
    public string? NextWords { get; private set; }

    /// <summary>What the next round is to reach, in hundredths of a percent; null where none is agreed.</summary>
    public int? Target { get; private set; }

    public int Version { get; private set; }

    /// <summary>"SURVEY-NEWLY-QUALIFIED-STAFF": a code of the title's first words, that none of these has.</summary>
    public static string NewCode(string title, IReadOnlyCollection<string> taken)
    {
        var whole = $"SURVEY-{OtherThanLetters().Replace(title.ToUpperInvariant(), "-").Trim('-')}".TrimEnd('-');
        var code = whole.Length <= LongestCode ? whole : whole[..whole.LastIndexOf('-', LongestCode)];
        return taken.Contains(code) ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{code}-{number}").First(other => !taken.Contains(other)) : code;
    }

    public void Describe(string title, string asks, int? population) => (Title, Asks, Population) = (title, asks, population);

    public void Next(DateOnly? on, string? words, int? target) => (NextOn, NextWords, Target) = (on, words, target);

    /// <summary>A round stands on its own day, which may lie so many months before its results are due.</summary>
    private const int MonthsToResults = 6;

    /// <summary>Whether the day of its results has come, and no round that they could be of is here.</summary>
    /// <param name="latest">The day of the survey's own latest round; null where there is none.</param>
    public bool WaitsForResults(DateOnly today, DateOnly? latest) => NextOn <= today && !(latest >= NextOn.Value.AddMonths(-MonthsToResults));

    /// <summary>Whether a next round is known of that has not come.</summary>
    public bool IsNotYetDue(DateOnly today) => NextOn is { } on ? on > today : NextWords is not null;

    /// <summary>"Social worker survey asks social workers whether they are satisfied; about 120 are to be asked" as the change log keeps it.</summary>
    public string Description => $"{Title} asks {Asks}{(Population is { } population ? $"; about {population} are to be asked" : "")}";

    /// <summary>"Next: 15 January 2011, a specific survey. Target 69%." as the change log keeps it.</summary>
    public string InLog() => $"Next {(NextOn is { } on ? $"{on:yyyy-MM-dd}" : "on no day that is set")}{(NextWords is null ? "" : $", {NextWords}")}. {(Target is { } target ? $"Target {Say.Percent(target / 100m)}." : "No target.")}";

    [GeneratedRegex("[^A-Z0-9]+")]
    private static partial Regex OtherThanLetters();
}

/// <summary>
/// One round of a survey: its counts, or the percentage that was published where the counts were not. Only counts make a reading of the measure. A round
/// of somebody else, such as the rest of the council, is kept to compare with.
/// </summary>
internal sealed class SurveyRound
{
    public int Id { get; private set; }

    public int SurveyId { get; init; }

    /// <summary>The day that stands for the round.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whose it is to compare with: "rest of the council"; empty where it is the survey's own.</summary>
    public string Whose { get; private set; } = "";

    public int? Asked { get; private set; }

    public int? Answered { get; private set; }

    /// <summary>Of those who answered; null where the survey is read for its response alone.</summary>
    public int? Satisfied { get; private set; }

    /// <summary>A published percentage without counts, in hundredths.</summary>
    public int? Published { get; private set; }

    /// <summary>What is to be known of it, such as that its day was not published; may be null.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; }

    public bool IsComparator => Whose.Length > 0;

    public void Count(DateOnly on, string whose, int? asked, int answered, int? satisfied, string? note = null) =>
        (On, Whose, Asked, Answered, Satisfied, Published, Note) = (on, whose, asked, answered, satisfied, null, note);

    public void State(DateOnly on, string whose, int published, string? note = null) =>
        (On, Whose, Asked, Answered, Satisfied, Published, Note) = (on, whose, null, null, null, published, note);

    /// <summary>The round's value: a rate of its counts, or as it was published.</summary>
    public Figure Figure(SurveyValue value) => (Published, value) switch
    {
        ({ } published, _) => Contracts.Figure.AsStated(published / 100m),
        (_, SurveyValue.Response) => Contracts.Figure.Rate(Answered!.Value, Asked!.Value),
        _ => Contracts.Figure.Rate(Satisfied!.Value, Answered!.Value),
    };

    /// <summary>"2009-12-31, rest of the council, 69% published without counts" as the change log keeps it.</summary>
    public string InLog() =>
        $"{On:yyyy-MM-dd}{(IsComparator ? $", {Whose}" : "")}, {(Published is { } published ? $"{Say.Percent(published / 100m)} published without counts" : $"asked {Asked}, answered {Answered}, satisfied {Satisfied}")}{(Note is null ? "" : $". {Note}")}";
}
