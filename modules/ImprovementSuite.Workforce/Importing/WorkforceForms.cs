using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>The file forms of the module's types of record.</summary>
internal static class WorkforceForms
{
    public static readonly IReadOnlyList<RecordForm> All =
    [
        Form(Tables.Post, "Posts of the establishment", ["post", "starts_on"],
        [
            new("post", "Post number", "The council's number of the post", Example: "C1-04", Needed: true), new("title", "Title", "What the post is called; may be empty", Example: "Social worker"), Role,
            Team, Locality, new("grade", "Grade", "May be empty", Example: "H"), Fte("Hours of the post"),
            new("contract", "Contract", "Of the post", CellKind.Choice, "Permanent", true) { Choices = Codes(WorkforceCodes.Contracts) },
            new("starts_on", "First day", "Of the post as it is here. When it changes, add a line with the day of the change", CellKind.Day, "01/04/2008", true),
            new("ends_on", "Last day", "Empty while it goes on", CellKind.Day),
        ]),
        Form(Tables.PersonInPost, "People in posts", ["post", "person", "starts_on"],
        [
            new("post", "Post number", "As in the posts", Example: "C1-04", Needed: true), new("person", "Person", "A reference, such as a payroll number; never a name", Example: "E1042", Needed: true),
            Fte("Hours of the person in this post"), new("starts_on", "First day", "In the post", CellKind.Day, "05/01/2009", true), new("ends_on", "Last day", "In the post; empty while it goes on", CellKind.Day),
            new("ended", "Why it ended", "Whether the person left the council or moved to another of its posts; empty while it goes on", CellKind.Choice) { Choices = Codes(WorkforceCodes.PostEnds) },
        ]),
        Form(Tables.AgencyCover, "Agency workers", ["worker", "agency", "post", "starts_on"],
        [
            new("post", "Post number", "The post that is covered; empty where it is none of the establishment", Example: "C1-05"), new("worker", "Worker", "A reference; never a name", Example: "A215", Needed: true),
            new("agency", "Agency", "Who supplies the worker", Example: "Harbour", Needed: true) { IgnoresCase = true }, Role with { Means = "Only where no post is given", Needed = false, Example = "" }, Team with { Means = "Only where no post is given", Example = "" },
            Locality with { Means = "Only where no post is given", Example = "" }, Fte("Hours of the worker"), new("starts_on", "First day", "Of the worker there", CellKind.Day, "04/01/2010", true),
            new("ends_on", "Last day", "Empty while it goes on", CellKind.Day), new("hourly_charge", "Hourly charge", "Pounds for an hour without VAT, such as 31.50; may be empty", Example: "31.50"),
        ]),
        Form(Tables.Invoice, "Invoices of agencies", ["agency", "number"],
        [
            new("number", "Invoice number", "As the agency writes it", Example: "10077", Needed: true), new("agency", "Agency", "Who sent it", Example: "Harbour", Needed: true) { IgnoresCase = true },
            new("contract", "Contract", "The contract it is under; empty where there is none"), Role,
            new("service", "Service", "What the work was for", CellKind.Choice, "Social care", true) { Choices = Codes(WorkforceCodes.Services) }, Team, Locality,
            new("worked_from", "Worked from", "The first day of the work", CellKind.Day, "01/05/2010", true), new("worked_to", "Worked to", "The last day of the work", CellKind.Day, "31/05/2010", true),
            new("received_on", "Received", "The day on which it came in", CellKind.Day, "10/06/2010", true),
            new("amount", "Amount", "Pounds without sign or comma, such as 1234.50; under 0 for a credit note", Example: "1234.50", Needed: true),
        ]),
        Form(Tables.Campaign, "Recruitment campaigns", ["campaign"],
        [
            new("campaign", "Campaign", "Its name or number, which candidates name", Example: "Spring 2010", Needed: true), Role, Fte("Full-time posts that are sought") with { Example = "12" },
            new("advertised_on", "Advertised", "The day of the advertisement", CellKind.Day, "01/03/2010", true), new("closes_on", "Closes", "The last day for applications; may be empty", CellKind.Day, "31/03/2010"),
        ]),
        Form(Tables.Candidate, "Candidates", ["campaign", "person", "applied_on"],
        [
            new("campaign", "Campaign", "As in the campaigns", Example: "Spring 2010", Needed: true), new("person", "Person", "A reference; never a name", Example: "K77", Needed: true), Fte("Hours that they would work"),
            new("applied_on", "Applied", "The day of the application", CellKind.Day, "12/03/2010", true), new("shortlisted_on", "Shortlisted", "Empty until then", CellKind.Day),
            new("interviewed_on", "Interviewed", "Empty until then", CellKind.Day), new("offered_on", "Offered", "Empty until then", CellKind.Day),
            new("cleared_on", "Cleared", "References, registration and criminal record check are all in; empty until then", CellKind.Day),
            new("starts_on", "Starts", "May lie ahead; empty until it is agreed", CellKind.Day), new("ended_on", "Ended", "Where the candidacy ended without a post", CellKind.Day),
            new("ended", "How it ended", "Empty until then", CellKind.Choice) { Choices = Codes(WorkforceCodes.CandidateEnds) },
        ]),
        Form(Tables.FosterHousehold, "Foster households", ["household"],
        [
            new("household", "Household", "A reference; never a name", Example: "F310", Needed: true), new("carers", "Carers", "How many, 1 to 4", CellKind.Whole, "2", true), Locality,
            new("connected", "Family or friends", "Yes where they foster a child of their family or friends", CellKind.YesNo, "No"), new("enquired_on", "Enquired", "The day of the enquiry", CellKind.Day, "01/09/2009", true),
            new("visited_on", "Visited", "The initial visit; empty until then", CellKind.Day), new("trained_on", "Trained", "The preparation training began; empty until then", CellKind.Day),
            new("assessed_on", "Assessed", "The assessment began; empty until then", CellKind.Day), new("approved_on", "Approved", "The panel's decision; empty until then", CellKind.Day),
            new("ended_on", "Ended", "Empty while it goes on", CellKind.Day),
            new("ended", "How it ended", "Empty while it goes on", CellKind.Choice) { Choices = Codes(WorkforceCodes.FosterEnds) },
        ]),
        Form(Tables.Appraisal, "Appraisals and supervision of staff", ["person", "kind", "cycle_from"],
        [
            new("person", "Person", "A reference; never a name", Example: "E1042", Needed: true), Team, Locality,
            new("kind", "Kind", "What was to be held", CellKind.Choice, "PDR", true) { Choices = [("pdr", "PDR"), ("supervision", "supervision")] }, new("cycle_from", "Cycle from", "Its first day", CellKind.Day, "01/04/2010", true),
            new("cycle_to", "Cycle to", "Its last day", CellKind.Day, "31/03/2011", true), new("due_on", "Due", "The last day by which it was to be held", CellKind.Day, "31/10/2010", true),
            new("done_on", "Done", "The day on which it was held; empty until then", CellKind.Day),
        ]),
        Form(Tables.CensusReturn, "Returns of the workforce census", ["year"],
        [
            new("year", "Year", "Of the census", CellKind.Whole, "2009", true), new("reference_on", "Reference day", "30 September of the year", CellKind.Day, "30/09/2009", true),
            new("vacancies_fte", "Vacancies", "Full-time posts that are vacant", Example: "79.68", Needed: true),
        ]),
        Form(Tables.CensusWorker, "Workers of the workforce census", ["year", "worker"],
        [
            new("year", "Year", "Of the census", CellKind.Whole, "2009", true),
            new("worker", "Social work registration number", "Only a mark of it is kept, by which the same person is known again and nobody can be told", Example: "SW1234567", Needed: true),
            new("agency", "Agency worker", "Yes or no", CellKind.YesNo, "No", true),
            new("org_role", "Role", "1 senior manager, 2 middle manager, 3 first line manager, 4 senior practitioner, 5 case holder, 6 qualified without cases; or empty", Example: "5"),
            new("fte", "Full time", "Hours on 30 September, or on the last day: 0 to 1", Example: "0.8", Needed: true), new("role_starts_on", "In the role from", "May be empty", CellKind.Day, "06/09/2004"),
            new("role_ends_on", "In the role to", "Empty while it goes on", CellKind.Day), new("cases", "Cases", "Held on 30 September; empty where none are", CellKind.Whole, "17"),
            new("days_lost", "Days lost", "Working days lost to sickness in the year", Example: "3.5"), new("covers_vacancy", "Covers a vacancy", "Of an agency worker: yes or no", CellKind.YesNo),
        ]),
    ];

    private static FormColumn Role => new("role", "Role", "Of the post", CellKind.Choice, "Social worker", true) { Choices = [.. PostRoles.Codes.Select(code => (code.Key, ((PostRole)code.Value).Words()))] };

    private static FormColumn Team => new("team", "Team", "May be empty", Example: "Central 1");

    private static FormColumn Locality => new("locality", "Locality", "May be empty", Example: "Central");

    public static RecordForm Named(string code) => All.First(form => form.Code == code);

    private static RecordForm Form(string code, string title, IReadOnlyList<string> key, IReadOnlyList<FormColumn> columns) => new(WorkforceRecord.Descriptor, code, title, key, columns);

    private static FormColumn Fte(string of) => new("fte", "Full time", $"{of}: 1 is full time, 0.6 three days of five", Example: "1", Needed: true);

    private static IReadOnlyList<(string, string)> Codes(IReadOnlyDictionary<string, int> codes) => [.. codes.Keys.Select(code => (code, code))];
}
