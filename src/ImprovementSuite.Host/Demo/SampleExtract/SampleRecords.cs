namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>An approach about an invented child.</summary>
internal sealed class SampleContact(DateOnly receivedOn, SampleTeam team)
{
    public DateOnly ReceivedOn => receivedOn;
    public SampleTeam Team => team;
    public string Child { get; set; } = "";
    public string Source { get; set; } = "";
    public string Outcome { get; set; } = "";
    public string Worker { get; set; } = "";
    public DateOnly RecordedOn { get; set; }
}

/// <summary>A referral of an invented child and what came of it.</summary>
internal sealed class SampleReferral(DateOnly receivedOn)
{
    public DateOnly ReceivedOn => receivedOn;
    public string Id { get; set; } = "";
    public string Child { get; set; } = "";
    public SampleTeam Team { get; set; } = null!;
    public string Source { get; set; } = "";
    public string Outcome { get; set; } = "";
    public string Worker { get; set; } = "";
    public DateOnly RecordedOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public SampleAssessment? Initial { get; set; }
    public SampleAssessment? Core { get; set; }
}

/// <summary>An initial or core assessment that belongs to a referral.</summary>
internal sealed class SampleAssessment(string kind, SampleReferral referral, SampleTeam team, DateOnly startedOn, DateOnly? completedOn)
{
    public string Kind => kind;
    public SampleReferral Referral => referral;

    /// <summary>The team that has it now, and that its completion counts for.</summary>
    public SampleTeam Team => team;
    public DateOnly StartedOn => startedOn;
    public DateOnly? CompletedOn => completedOn;
    public string Outcome { get; set; } = "";
    public string Worker { get; set; } = "";
    public DateOnly RecordedOn { get; set; }

    /// <summary>The team that had it first, where it moved.</summary>
    public SampleTeam? FirstTeam { get; set; }
    public DateOnly? MovedOn { get; set; }
}
