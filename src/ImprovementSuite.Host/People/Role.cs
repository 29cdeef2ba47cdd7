using static ImprovementSuite.Platform.People.Tasks;

namespace ImprovementSuite.Host.People;

/// <summary>A role and what it may do. The whole of the suite's permissions is this table; modules ask for a task and never for a role.</summary>
internal sealed record Role(string Name, string For, IReadOnlyList<string> Tasks)
{
    public static readonly Role PerformanceManager = new(
        "Performance manager", "runs the plan, chases updates, prepares the panel",
        [ReadPlan, EditPlan, RunPanel, ReadFigures, ChangeDefinitions, ReadFeeds, ReadChangeLog]);

    public static readonly Role WorkstreamLead = new(
        "Workstream lead", "answers for the lines of a workstream",
        [ReadPlan, WriteUpdates, ReadFigures, ReadFeeds]);

    public static readonly Role TeamManager = new(
        "Team manager", "allocates and chases the work of a team",
        [ReadPlan, ReadFigures, ReadRecords, AuditFiles]);

    public static readonly Role PracticeImprovementManager = new(
        "Practice improvement manager", "audits case files and looks into single cases",
        [ReadPlan, ReadFigures, ReadRecords, ReadEveryTeam, NameReaders, AuditFiles, ModerateAudits, ReadFeeds]);

    public static readonly Role Analyst = new(
        "Analyst", "answers for what is counted and for the data being right",
        [ReadPlan, ReadFigures, ReadRecords, ReadEveryTeam, ChangeDefinitions, ReadFeeds]);

    public static readonly Role PanelMember = new(
        "Panel member", "decides from the plan",
        [ReadPlan, SitOnPanel, ReadFigures]);

    public static readonly Role Administrator = new(
        "Administrator", "runs the service: senders, keys, health; not the plan, and no records of people",
        [ReadPlan, ReadFigures, ReadFeeds, ManageFeeds, ReadChangeLog, ManagePeople, RunService]);

    public static readonly Role Adviser = new(
        "Read-only adviser", "looks in from outside the council",
        [ReadPlan, ReadFigures, ReadFeeds]);

    public static readonly Role LocalAdministrator = new(
        "Local administrator", "whoever opens the start link on the machine itself, until the council's own accounts are set up",
        ImprovementSuite.Platform.People.Tasks.All);

    public static readonly IReadOnlyList<Role> All =
    [
        PerformanceManager, WorkstreamLead, TeamManager, PracticeImprovementManager, Analyst, PanelMember, Administrator, Adviser, LocalAdministrator,
    ];

    public static IEnumerable<string> NamesWith(string task) => All.Where(role => role.Tasks.Contains(task)).Select(role => role.Name);
}
