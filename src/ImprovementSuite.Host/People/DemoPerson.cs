namespace ImprovementSuite.Host.People;

/// <summary>Somebody to sign in as in the demo. They are roles, not people.</summary>
internal sealed record DemoPerson(string Id, Role Role, string? Team = null, string? Workstream = null)
{
    public string Name => (Team ?? Workstream) is { } of ? $"{Role.Name}, {of}" : Role.Name;

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("demo-performance-manager", Role.PerformanceManager),
        new("demo-workstream-lead", Role.WorkstreamLead, Workstream: "Social Work"),
        new("demo-workforce-lead", Role.WorkstreamLead, Workstream: "Workforce"),
        new("demo-team-manager", Role.TeamManager, "Central 2"),
        new("demo-practice-improvement-manager", Role.PracticeImprovementManager),
        new("demo-analyst", Role.Analyst),
        new("demo-panel-member", Role.PanelMember),
        new("demo-administrator", Role.Administrator),
        new("demo-adviser", Role.Adviser),
    ];
}
