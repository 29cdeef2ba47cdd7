using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>A paper promised to a meeting: what, by whom, and whether it came. One that comes after the freeze is an addendum.</summary>
internal sealed class Paper
{
    public int Id { get; init; }
    public DateOnly Panel { get; set; }

    /// <summary>The line whose commentary promises it; null where it is about the plan as a whole.</summary>
    public string? Line { get; set; }

    public required string Title { get; set; }
    public required string Owner { get; set; }
    public DateOnly? ReceivedOn { get; private set; }
    public string? ReceivedBy { get; private set; }
    public bool Addendum { get; private set; }
    public string? Note { get; set; }
    public int Version { get; private set; }

    public void Receive(DateOnly on, bool afterFreeze, Actor actor) => (ReceivedOn, ReceivedBy, Addendum) = (on, actor.Name, afterFreeze);

    /// <summary>It was marked as received by mistake.</summary>
    public void NotReceived() => (ReceivedOn, ReceivedBy, Addendum) = (null, null, false);
}
