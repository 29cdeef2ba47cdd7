namespace ImprovementSuite.Platform.People;

/// <summary>
/// What a person may do, each an authorisation policy of the same name: pages and services ask for the task, Host's table of roles says who
/// has it. Whatever asks for nothing is refused to everybody.
/// </summary>
public static class Tasks
{
    /// <summary>Read the plan, its measures and where each number came from.</summary>
    public const string ReadPlan = "read-plan";

    /// <summary>Change the plan: lines, measures, stages, milestones, the notice; enter readings.</summary>
    public const string EditPlan = "edit-plan";

    /// <summary>Write the updates of the lines of one's own workstreams (<see cref="Workstreams"/>).</summary>
    public const string WriteUpdates = "write-updates";

    /// <summary>Run the panel: accept or return updates, minute decisions, register papers, freeze a meeting.</summary>
    public const string RunPanel = "run-panel";

    /// <summary>Sit on the panel: its next meeting, its pack and what it is to decide wait for whoever does.</summary>
    public const string SitOnPanel = "sit-on-panel";

    /// <summary>Read a module's figures by locality and team.</summary>
    public const string ReadFigures = "read-figures";

    /// <summary>Read the records of single people of one's own teams (<see cref="Teams"/>). Each view is kept in the change log.</summary>
    public const string ReadRecords = "read-records";

    /// <summary>Read the records of single people of every team.</summary>
    public const string ReadEveryTeam = "read-every-team";

    /// <summary>
    /// See the references of the source systems, and find a record by one; whoever reads records without it is shown <see cref="Pseudonyms"/>. The file of an audit has
    /// its reference for whoever is given the audit.
    /// </summary>
    public const string SeeReferences = "see-references";

    /// <summary>Name the people who may open a restricted case.</summary>
    public const string NameReaders = "name-readers";

    /// <summary>Audit the case files that one is given. Each view of a file's reference is kept in the change log.</summary>
    public const string AuditFiles = "audit-files";

    /// <summary>Run case audits: quotas, draws, moderation; see how far auditors agree.</summary>
    public const string ModerateAudits = "moderate-audits";

    /// <summary>Change what a measure counts: time limits, teams and localities; start a full recalculation.</summary>
    public const string ChangeDefinitions = "change-definitions";

    /// <summary>Import registers and results of schools, enter provisional ones, say what the floor standard is; undo an import.</summary>
    public const string LookAfterSchools = "look-after-schools";

    /// <summary>Keep the support of schools: plans, actions, visits, forecasts, and who is hard to reach; read what visits found.</summary>
    public const string SupportSchools = "support-schools";

    /// <summary>Read who is in which post, candidates, appraisals and cases held by single workers. Each view is kept in the change log.</summary>
    public const string ReadStaff = "read-staff";

    /// <summary>Import records of the workforce; keep surveys, learning and corrections of the register of carers; restructure teams.</summary>
    public const string LookAfterWorkforce = "look-after-workforce";

    /// <summary>Read single invoices; say what the ceiling of agency spend is and which rules agencies are held to.</summary>
    public const string LookAfterSpend = "look-after-spend";

    /// <summary>Import and enter inspections, keep frameworks and what counts, withdraw and link recommendations, freeze the reports of the profile.</summary>
    public const string LookAfterInspections = "look-after-inspections";

    /// <summary>Work on recommendations: actions, evidence, revised dates, saying that one is complete; say how ready a service is for its next inspection.</summary>
    public const string WorkOnRecommendations = "work-on-recommendations";

    /// <summary>Validate by a visit or a desk check what others have completed; review how ready services say they are. Nobody validates their own.</summary>
    public const string ValidateRecommendations = "validate-recommendations";

    /// <summary>See what senders delivered, and what was rejected and why.</summary>
    public const string ReadFeeds = "read-feeds";

    /// <summary>Issue and revoke feed keys, say which source is the source of record.</summary>
    public const string ManageFeeds = "manage-feeds";

    /// <summary>Read the change log and the health of the service.</summary>
    public const string ReadChangeLog = "read-change-log";

    /// <summary>Make accounts, say who may do what, end other people's sign-ins.</summary>
    public const string ManagePeople = "manage-people";

    /// <summary>Find and export what is held about one person; say how long records are kept, and remove those that are past it.</summary>
    public const string LookAfterPersonalData = "look-after-personal-data";

    /// <summary>See the background jobs and start one again.</summary>
    public const string RunService = "run-service";

    /// <summary>Every task, in the order of the page that says who can do what.</summary>
    public static readonly IReadOnlyList<string> All =
        [ReadPlan, EditPlan, WriteUpdates, RunPanel, SitOnPanel, ReadFigures, ReadRecords, ReadEveryTeam, SeeReferences, NameReaders, AuditFiles, ModerateAudits, ChangeDefinitions, LookAfterSchools, SupportSchools, ReadStaff, LookAfterWorkforce, LookAfterSpend, LookAfterInspections, WorkOnRecommendations, ValidateRecommendations, ReadFeeds, ManageFeeds, ReadChangeLog, ManagePeople, LookAfterPersonalData, RunService];
}
