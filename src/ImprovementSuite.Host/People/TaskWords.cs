using static ImprovementSuite.Platform.People.Tasks;

namespace ImprovementSuite.Host.People;

/// <summary>What the page of roles calls each task.</summary>
internal sealed record TaskWords(string Task, string Words)
{
    public static readonly IReadOnlyList<TaskWords> All =
    [
        new(ReadPlan, "Read the plan"),
        new(EditPlan, "Change the plan"),
        new(WriteUpdates, "Write updates of own lines"),
        new(RunPanel, "Run the panel"),
        new(SitOnPanel, "Sit on the panel"),
        new(ReadFigures, "Read figures by team"),
        new(ReadRecords, "Read records of people of own teams"),
        new(ReadEveryTeam, "Read records of people of every team"),
        new(SeeReferences, "See references of the source systems in place of pseudonyms"),
        new(NameReaders, "Name who may open restricted cases"),
        new(AuditFiles, "Audit the case files given to one"),
        new(ModerateAudits, "Run case audits: quotas, draws, moderation; see agreement"),
        new(ChangeDefinitions, "Change what is counted"),
        new(LookAfterSchools, "Import and enter results of schools; say what the floor is"),
        new(SupportSchools, "Support schools: plans, visits, forecasts"),
        new(ReadStaff, "Read who is in which post, and records of single members of staff"),
        new(LookAfterWorkforce, "Import records of the workforce; keep surveys, learning and teams"),
        new(LookAfterSpend, "Read invoices; say what the ceiling of agency spend is"),
        new(LookAfterInspections, "Import and enter inspections; keep frameworks; freeze reports of the profile"),
        new(WorkOnRecommendations, "Work on recommendations: actions, evidence, saying that one is complete"),
        new(ValidateRecommendations, "Validate what others have completed; review readiness"),
        new(ReadFeeds, "Read the feeds"),
        new(ManageFeeds, "Manage feeds and keys"),
        new(ReadChangeLog, "Read the change log"),
        new(ManagePeople, "Make accounts and say who may do what"),
        new(LookAfterPersonalData, "Answer what is held about a person; say how long records are kept"),
        new(RunService, "See and run the background jobs"),
    ];
}
