using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Importing;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>The forms of the module's types of record, in files and on the page where they are typed.</summary>
internal static class InspectionForms
{
    /// <summary>In the order in which they are brought in: each names records of those before it.</summary>
    public static readonly IReadOnlyList<RecordForm> All =
    [
        Form(Tables.Provider, "Providers", "provider", ["provider"],
        [
            new("provider", "Provider", "The council's reference of it, which reports name", Example: "HOME-1", Needed: true), new("name", "Name", "As people call it", Example: "Elm Road", Needed: true),
            new("kind", "Kind", "What sort of service or setting it is", CellKind.Choice, "Children's home", true) { Choices = [.. InspectionCodes.Providers.Select(code => (code.Key, ((ProviderKind)code.Value).Words()))] },
            new("service", "Service", "The council's service that answers for it; may be empty", Example: "Social care"),
            new("urn", "Number", "Of a school, its unique reference number; of others, Ofsted's number or nothing"),
            new("opened_on", "Opened", "Its first day; empty where that is not known", CellKind.Day), new("closed_on", "Closed", "Its last day; empty while it is open", CellKind.Day),
        ]),
        Form(Tables.Inspection, "Inspections, visits and reviews", "report", ["inspection"],
        [
            new("inspection", "Report", "The council's reference of it, which grades and recommendations name", Example: "HOME-1-2010", Needed: true),
            new("kind", "Kind", "What the report is of", CellKind.Choice, "Inspection", true) { Choices = [.. InspectionCodes.Inspections.Select(code => (code.Key, ((SourceKind)code.Value).Words()))] },
            new("provider", "Provider", "The reference of who was inspected or reviewed", Example: "HOME-1", Needed: true),
            new("title", "Title", "What people call the report", Example: "Inspection of Elm Road, 2010", Needed: true),
            new("framework", "Framework", "Whose grades it gives, such as ofsted-2009; empty where nothing is graded", Example: FrameworkSeed.Ofsted2009),
            new("began_on", "First day", "Nothing that it recommends can be due before it", CellKind.Day, "10/02/2010", true),
            new("ended_on", "Last day", "The day of its grades; empty where it took one day", CellKind.Day, "11/02/2010"),
            new("published_on", "Published", "The day of the report; empty until then", CellKind.Day, "12/03/2010"), new("report", "Address", "Where the report is, from https://; may be empty"),
        ]),
        Form(Tables.Judgement, "Grades", "grade", ["inspection", "area"],
        [
            Report, new("area", "Area", "Overall, or an area as the framework calls it", Example: Judgements.Judgement.Overall, Needed: true), new("grade", "Grade", "As the framework's scale writes it", Example: "good", Needed: true),
        ]),
        Form(Tables.Recommendation, "Recommendations", "recommendation", ["inspection", "number"],
        [
            Report, new("number", "Number", "As the report numbers it", Example: "1", Needed: true) { IgnoresCase = true },
            new("kind", "Kind", "A requirement has a date by law", CellKind.Choice, "Recommendation", true) { Choices = [.. InspectionCodes.Recommendations.Select(code => (code.Key, ((RecommendationKind)code.Value).Words()))] },
            new("text", "Text", "What the report asks for; never anything of a child", CellKind.LongText, "Keep the record of visits up to date", true), new("owner", "Owner", "The post or person who answers for it", Example: "Home manager", Needed: true),
            new("service", "Service", "The service that answers for it", Example: "Social care", Needed: true), new("due_on", "Original date", "By which it is to be complete. It never changes", CellKind.Day, "30/09/2010", true),
            new("completed_on", "Completed", "Empty until then", CellKind.Day) { InFilesOnly = true }, new("evidence", "Evidence", "What shows that it is complete; needed with Completed", CellKind.LongText) { InFilesOnly = true },
            new("validated_on", "Validated", "When somebody other than the owner found that it is complete; empty until then", CellKind.Day) { InFilesOnly = true }, new("validated_by", "Validated by", "Who that was; needed with Validated") { InFilesOnly = true },
            new("validated_how", "Validated how", "By a visit, or by looking at the evidence; needed with Validated", CellKind.Choice) { InFilesOnly = true, Choices = [.. InspectionCodes.Validations.Select(code => (code.Key, ((ValidatedHow)code.Value).Words()))] },
        ]),
        Form(Tables.HomeVisit, "Monthly visits of children's homes", "visit", ["provider", "visited_on"],
        [
            new("provider", "Provider", "The reference of the children's home", Example: "HOME-1", Needed: true), new("visited_on", "Visited", "The day of the visit", CellKind.Day, "14/06/2010", true),
            new("visitor", "Visitor", "The post or person who visited", Example: "Independent visitor", Needed: true), new("finding", "Finding", "What the visitor found; never the name of a child", CellKind.LongText, "Records complete"),
            new("reported_on", "Report came", "The day on which the report came; empty until then", CellKind.Day, "21/06/2010"),
        ]),
    ];

    private static FormColumn Report => new("inspection", "Report", "The report's reference", Example: "HOME-1-2010", Needed: true);

    public static RecordForm? Named(string? code) => All.FirstOrDefault(form => form.Code == code);

    private static RecordForm Form(string code, string title, string one, IReadOnlyList<string> key, IReadOnlyList<FormColumn> columns) =>
        new(InspectionRecord.Descriptor, code, title, key, columns) { One = one };
}
