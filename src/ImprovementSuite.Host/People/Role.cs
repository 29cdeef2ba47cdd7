using static ImprovementSuite.Platform.People.Tasks;

namespace ImprovementSuite.Host.People;

/// <summary>A role and what it may do. The whole of the suite's permissions is this table; modules ask for a task and never for a role.</summary>
internal sealed record Role(string Name, string For, IReadOnlyList<string> Tasks)
{
    public static readonly Role PerformanceManager = new(
        "Performance manager", "runs the plan, chases updates, prepares the panel",
        [ReadPlan, EditPlan, RunPanel, ReadFigures, ChangeDefinitions, LookAfterSchools, LookAfterInspections, ValidateRecommendations, ReadFeeds, ReadChangeLog]);

    public static readonly Role WorkstreamLead = new(
        "Workstream lead", "answers for the lines of a workstream",
        [ReadPlan, WriteUpdates, ReadFigures, WorkOnRecommendations, ReadFeeds]);

    public static readonly Role TeamManager = new(
        "Team manager", "allocates and chases the work of a team",
        [ReadPlan, ReadFigures, ReadRecords, SeeReferences, AuditFiles]);

    public static readonly Role PracticeImprovementManager = new(
        "Practice improvement manager", "audits case files and looks into single cases",
        [ReadPlan, ReadFigures, ReadRecords, ReadEveryTeam, SeeReferences, NameReaders, AuditFiles, ModerateAudits, ValidateRecommendations, ReadFeeds]);

    public static readonly Role Analyst = new(
        "Analyst", "answers for what is counted and for the data being right",
        [ReadPlan, ReadFigures, ReadRecords, ReadEveryTeam, ChangeDefinitions, LookAfterSchools, ReadFeeds]);

    public static readonly Role PanelMember = new(
        "Panel member", "decides from the plan",
        [ReadPlan, SitOnPanel, ReadFigures]);

    public static readonly Role Administrator = new(
        "Administrator", "runs the service: people, senders, keys, health; not the plan, and no records of children",
        [ReadPlan, ReadFigures, ReadFeeds, ManageFeeds, ReadChangeLog, ManagePeople, RunService]);

    public static readonly Role Adviser = new(
        "Read-only adviser", "looks in from outside the council",
        [ReadPlan, ReadFigures, ReadFeeds]);

    public static readonly Role ServiceManager = new(
        "Service manager", "answers for several teams",
        [ReadPlan, ReadFigures, ReadRecords, SeeReferences, WriteUpdates, AuditFiles, WorkOnRecommendations]);

    public static readonly Role Auditor = new(
        "Auditor", "audits the case files that are drawn for them",
        [ReadPlan, ReadFigures, AuditFiles]);

    public static readonly Role FinanceLead = new(
        "Finance lead", "answers for what is spent",
        [ReadPlan, WriteUpdates, ReadFigures, LookAfterSpend]);

    public static readonly Role HumanResourcesLead = new(
        "Human resources lead", "answers for posts, recruitment and learning",
        [ReadPlan, WriteUpdates, ReadFigures, ReadStaff, LookAfterWorkforce, LookAfterSpend, ReadFeeds]);

    public static readonly Role SchoolsLead = new(
        "Schools lead", "answers for school improvement",
        [ReadPlan, WriteUpdates, ReadFigures, LookAfterSchools, SupportSchools, ReadFeeds]);

    public static readonly Role SchoolAdviser = new(
        "School improvement adviser", "supports and visits schools",
        [ReadPlan, ReadFigures, SupportSchools]);

    public static readonly Role InspectionLead = new(
        "Inspection lead", "answers for inspections, recommendations and the profile",
        [ReadPlan, WriteUpdates, ReadFigures, LookAfterInspections, WorkOnRecommendations, ValidateRecommendations, ReadFeeds]);

    public static readonly Role InformationGovernanceLead = new(
        "Information governance lead", "answers whoever asks what is held about them, and sees to it that nothing is kept too long",
        [ReadPlan, ReadFigures, ReadRecords, ReadEveryTeam, SeeReferences, LookAfterPersonalData, ReadChangeLog]);

    public static readonly IReadOnlyList<Role> All =
    [
        PerformanceManager, WorkstreamLead, ServiceManager, TeamManager, PracticeImprovementManager, Auditor, Analyst, FinanceLead, HumanResourcesLead, SchoolsLead, SchoolAdviser, InspectionLead, PanelMember, InformationGovernanceLead, Administrator, Adviser,
    ];

    public static IEnumerable<string> NamesWith(string task) => All.Where(role => role.Tasks.Contains(task)).Select(role => role.Name);
}
