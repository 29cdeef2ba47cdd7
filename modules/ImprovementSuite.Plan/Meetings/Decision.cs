using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>What the panel makes of a colour that the lead declares and the figures do not give.</summary>
internal enum Ruling
{
    /// <summary>The reason is accepted: the difference stands and is no challenge any more.</summary>
    Accepted,

    /// <summary>The reason is not accepted: that, too, is decided.</summary>
    NotAccepted,

    /// <summary>It stays on the challenge list for the next meeting.</summary>
    AskAgain,
}

/// <summary>What a panel decided or asked, minuted against a line or the plan as a whole, and carried from meeting to meeting until it is answered.</summary>
internal sealed class Decision
{
    public int Id { get; init; }

    /// <summary>The meeting that it is minuted at.</summary>
    public DateOnly Panel { get; init; }

    /// <summary>The line's reference; null where it is about the plan as a whole.</summary>
    public string? Line { get; init; }

    /// <summary>Set where it rules on a challenge; the two colours are those that it rules on.</summary>
    public Ruling? Ruling { get; set; }

    public Colour Computed { get; set; }
    public Colour Declared { get; set; }

    public required string Minute { get; set; }

    /// <summary>Who is to answer, and by when; null where nothing is asked of anybody.</summary>
    public string? Owner { get; set; }

    public DateOnly? By { get; set; }
    public required string MinutedBy { get; init; }
    public DateTime MinutedAt { get; init; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Something is asked and not yet answered: it is carried to the next meeting.</summary>
    public bool IsOpen => Owner is not null && AnsweredAt is null;

    /// <summary>Whether it ends a challenge for these two colours.</summary>
    public bool Settles(string line, Colour computed, Colour declared) =>
        Line == line && Computed == computed && Declared == declared && Ruling is Meetings.Ruling.Accepted or Meetings.Ruling.NotAccepted;

    /// <summary>Asked of somebody at an earlier meeting, and no meeting since has seen an answer. The next meeting sees it in any case.</summary>
    public bool IsCarriedTo(DateOnly meeting, DateOnly? meetingBefore) =>
        Panel < meeting && Owner is not null && (AnsweredAt is not { } at || Panel == meetingBefore || DateOnly.FromDateTime(BusinessClock.Local(at)) > (meetingBefore ?? DateOnly.MinValue));

    /// <summary>The panel rules on a challenge, or changes what it ruled.</summary>
    public void Rule(Ruling ruling, string minute, Colour computed, Colour declared) => (Ruling, Minute, Computed, Declared) = (ruling, minute, computed, declared);

    public void AnswerWith(string answer, Actor actor, DateTime now) => (Answer, AnsweredBy, AnsweredAt) = (answer, actor.Name, now);
}
