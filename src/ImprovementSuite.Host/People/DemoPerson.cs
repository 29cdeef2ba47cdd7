namespace ImprovementSuite.Host.People;

/// <summary>Somebody to sign in as in the demo. They are roles, not people.</summary>
internal sealed record DemoPerson(string Id, Role Role, IReadOnlyList<string>? Teams = null, string? Workstream = null)
{
    public string Name => (Teams is null ? Workstream : string.Join(" and ", Teams)) is { } of ? $"{Role.Name}, {of}" : Role.Name;

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("demo-performance-manager", Role.PerformanceManager),
        new("demo-workstream-lead", Role.WorkstreamLead, Workstream: "Social Work"),
        new("demo-workforce-lead", Role.WorkstreamLead, Workstream: "Workforce"),
        new("demo-service-manager", Role.ServiceManager, ["Central 1", "Central 2"]),
        new("demo-team-manager", Role.TeamManager, ["Central 2"]),
        new("demo-practice-improvement-manager", Role.PracticeImprovementManager),
        new("demo-auditor", Role.Auditor),
        new("demo-analyst", Role.Analyst),
        new("demo-finance-lead", Role.FinanceLead, Workstream: "Finance"),
        new("demo-hr-lead", Role.HumanResourcesLead, Workstream: "Workforce"),
        new("demo-schools-lead", Role.SchoolsLead, Workstream: "Enjoying and Achieving"),
        new("demo-school-adviser", Role.SchoolAdviser),
        new("demo-inspection-lead", Role.InspectionLead, Workstream: "Performance"),
        new("demo-panel-member", Role.PanelMember),
        new("demo-information-governance-lead", Role.InformationGovernanceLead),
        new("demo-administrator", Role.Administrator),
        new("demo-adviser", Role.Adviser),
    ];
}
