using Google.Protobuf;
using Google.Protobuf.Reflection;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>How a cell is read, and what a page offers to fill it.</summary>
internal enum CellKind
{
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,

    /// <summary>A day: 16/12/2009, 16 December 2009 or 2009-12-16.</summary>
    Day,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A provider's reference.</summary>
    Provider,

    /// <summary>A report's reference.</summary>
    Report,

    /// <summary>A framework's code.</summary>
    Framework,
}

/// <summary>A column of a form.</summary>
/// <param name="Field">The record's field that it fills.</param>
/// <param name="Heading">In plain words.</param>
/// <param name="Means">One line of what it holds.</param>
/// <param name="Example">What the template has in it.</param>
/// <param name="Needed">Without its heading the file is not taken.</param>
internal sealed record FormColumn(string Field, string Heading, string Means, CellKind Kind = CellKind.Text, string Example = "", bool Needed = false)
{
    /// <summary>Of a choice: the feed's codes and what people call them. A file may have either.</summary>
    public IReadOnlyList<(string Code, string Words)> Choices { get; init; } = [];
}

/// <summary>The form of one type of record, in files and on the page where it is typed.</summary>
/// <param name="Code">The type of record, as the feed calls it.</param>
/// <param name="Title">As people choose it: "Recommendations".</param>
/// <param name="One">One of them: "recommendation".</param>
/// <param name="Key">The fields that say which one a record is, so that the same again is a later version of it.</param>
internal sealed record RecordForm(string Code, string Title, string One, IReadOnlyList<string> Key, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Every file's last column.</summary>
    public const string TakeOut = "Take out";

    /// <summary>In the order in which they are brought in: each names records of those before it.</summary>
    public static readonly IReadOnlyList<RecordForm> All =
    [
        new(Tables.Provider, "Providers", "provider", ["provider"],
        [
            new("provider", "Provider", "The council's reference of it, which reports name", Example: "HOME-1", Needed: true), new("name", "Name", "As people call it", Example: "Elm Road", Needed: true),
            new("kind", "Kind", "What sort of service or setting it is", CellKind.Choice, "Children's home", true) { Choices = [.. InspectionCodes.Providers.Select(code => (code.Key, ((ProviderKind)code.Value).Words()))] },
            new("service", "Service", "The council's service that answers for it; may be empty", Example: "Social care"),
            new("urn", "Number", "Of a school, its unique reference number; of others, Ofsted's number or nothing"),
            new("opened_on", "Opened", "Its first day; empty where that is not known", CellKind.Day), new("closed_on", "Closed", "Its last day; empty while it is open", CellKind.Day),
        ]),
        new(Tables.Inspection, "Inspections, visits and reviews", "report", ["inspection"],
        [
            new("inspection", "Report", "The council's reference of it, which grades and recommendations name", Example: "HOME-1-2010", Needed: true),
            new("kind", "Kind", "What the report is of", CellKind.Choice, "Inspection", true) { Choices = [.. InspectionCodes.Inspections.Select(code => (code.Key, ((SourceKind)code.Value).Words()))] },
            new("provider", "Provider", "The reference of who was inspected or reviewed", CellKind.Provider, "HOME-1", true),
            new("title", "Title", "What people call the report", Example: "Inspection of Elm Road, 2010", Needed: true),
            new("framework", "Framework", "Whose grades it gives, such as ofsted-2009; empty where nothing is graded", CellKind.Framework, FrameworkSeed.Ofsted2009),
            new("began_on", "First day", "Nothing that it recommends can be due before it", CellKind.Day, "10/02/2010", true),
            new("ended_on", "Last day", "The day of its grades; empty where it took one day", CellKind.Day, "11/02/2010"),
            new("published_on", "Published", "The day of the report; empty until then", CellKind.Day, "12/03/2010"), new("report", "Address", "Where the report is, from https://; may be empty"),
        ]),
        new(Tables.Judgement, "Grades", "grade", ["inspection", "area"],
        [
            Report, new("area", "Area", "Overall, or an area as the framework calls it", Example: Judgements.Judgement.Overall, Needed: true), new("grade", "Grade", "As the framework's scale writes it", Example: "good", Needed: true),
        ]),
        new(Tables.Recommendation, "Recommendations", "recommendation", ["inspection", "number"],
        [
            Report, new("number", "Number", "As the report numbers it", Example: "1", Needed: true),
            new("kind", "Kind", "A requirement has a date by law", CellKind.Choice, "Recommendation", true) { Choices = [.. InspectionCodes.Recommendations.Select(code => (code.Key, ((RecommendationKind)code.Value).Words()))] },
            new("text", "Text", "What the report asks for; never anything of a child", CellKind.LongText, "Keep the record of visits up to date", true), new("owner", "Owner", "The post or person who answers for it", Example: "Home manager", Needed: true),
            new("service", "Service", "The service that answers for it", Example: "Social care", Needed: true), new("due_on", "Original date", "By which it is to be complete. It never changes", CellKind.Day, "30/09/2010", true),
            new("completed_on", "Completed", "Empty until then", CellKind.Day), new("evidence", "Evidence", "What shows that it is complete; needed with Completed", CellKind.LongText),
            new("validated_on", "Validated", "When somebody other than the owner found that it is complete; empty until then", CellKind.Day), new("validated_by", "Validated by", "Who that was; needed with Validated"),
            new("validated_how", "Validated how", "By a visit, or by looking at the evidence; needed with Validated", CellKind.Choice) { Choices = [.. InspectionCodes.Validations.Select(code => (code.Key, ((ValidatedHow)code.Value).Words()))] },
        ]),
        new(Tables.HomeVisit, "Monthly visits of children's homes", "visit", ["provider", "visited_on"],
        [
            new("provider", "Provider", "The reference of the children's home", CellKind.Provider, "HOME-1", true), new("visited_on", "Visited", "The day of the visit", CellKind.Day, "14/06/2010", true),
            new("visitor", "Visitor", "The post or person who visited", Example: "Independent visitor", Needed: true), new("finding", "Finding", "What the visitor found; never the name of a child", CellKind.LongText, "Records complete"),
            new("reported_on", "Report came", "The day on which the report came; empty until then", CellKind.Day, "21/06/2010"),
        ]),
    ];

    private static FormColumn Report => new("inspection", "Report", "The report's reference", CellKind.Report, "HOME-1-2010", true);

    private FieldDescriptor Field { get; } = InspectionRecord.Descriptor.FindFieldByName(Code);

    public static RecordForm? Named(string? code) => All.FirstOrDefault(form => form.Code == code);

    /// <summary>A record of this type with nothing in it.</summary>
    public InspectionRecord Empty()
    {
        var record = new InspectionRecord();
        Field.Accessor.SetValue(record, Field.MessageType.Parser.ParseFrom(ByteString.Empty));
        return record;
    }

    public string Text(InspectionRecord record, string field) => (string)Accessor(field).GetValue(Message(record));

    public void Set(InspectionRecord record, string field, string text) => Accessor(field).SetValue(Message(record), text);

    /// <summary>Which one a record is. Numbers of recommendations are the same however they are cased, as the ledger has it.</summary>
    public IReadOnlyList<string> KeyOf(InspectionRecord record) => [.. Key.Select(field => field == "number" ? Text(record, field).Trim().ToLowerInvariant() : Text(record, field).Trim())];

    /// <summary>"HOME-1-2010, 3": which one a record is, for people.</summary>
    public string Named(InspectionRecord record) => string.Join(", ", Key.Select(field => Text(record, field).Trim()));

    private IFieldAccessor Accessor(string field) => Field.MessageType.FindFieldByName(field).Accessor;

    private IMessage Message(InspectionRecord record) => (IMessage)Field.Accessor.GetValue(record);
}
