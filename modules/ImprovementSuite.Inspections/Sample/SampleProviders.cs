using ImprovementSuite.Inspections.Feed.V1;
using static ImprovementSuite.Inspections.Sample.SampleRecord;

namespace ImprovementSuite.Inspections.Sample;

/// <summary>
/// Invented services and settings and what they were judged. What they add up to is what the plan of 2010 published: 54.9% good or better, which is 28 of 51, and
/// the bottom band for both pupil referral units and children's homes; one home inadequate at the baseline. That it was judged again is invented, and so is every other grade.
/// </summary>
internal static class SampleProviders
{
    /// <summary>The home of the plan's baseline.</summary>
    public const string Inadequate = "home-st-edmunds";

    public const string Fostering = "fostering";
    public const string Authority = "authority";

    /// <summary>The first two of the schools of the demo: <c>990001</c> and so on.</summary>
    private const int FirstSchool = 990_001;

    private static readonly string[] SchoolNames =
    [
        "Ashgrove Primary School", "Beck Lane Primary School", "Birchfield Primary School", "Coppice Primary School", "Dale View Primary School", "Elm Bank Primary School", "Fallowmere Primary School",
        "Fernhill Primary School", "Garth Primary School", "Hazelwood Primary School", "High Croft Primary School", "Holmefield Primary School", "Ivy Lane Primary School", "Kestrel Primary School",
        "Larkspur Primary School", "Long Acre Primary School", "Meadowfold Primary School", "Millrace Primary School", "Oakwell Primary School", "Orchard Primary School",
    ];

    /// <summary>A letter each, in order: o outstanding, g good, s satisfactory, i inadequate.</summary>
    private static readonly (string Prefix, string Kind, string Service, string[] Names, string Grades)[] Groups =
    [
        ("home", "childrens-home", "Looked-after children", ["Rowan House", "Fairfield", "The Willows", "Hillside", "Brook Lodge"], "ggsss"),
        ("pru", "pupil-referral-unit", "Inclusion", ["Bridge Centre", "Aspire Centre"], "ss"),
        ("school", "school", "School effectiveness", SchoolNames, "ogggggoggggggosssssi"),
        ("nursery", "nursery", "Early years", ["Acorns", "Bluebell", "Cherry Tree", "Daisy Chain", "Early Birds", "First Steps", "Greenfield", "Honeypot", "Kites", "Little Oaks", "Meadow", "Nest"], "gggoggssssss"),
        ("centre", "childrens-centre", "Early years", ["Central", "Eastwood", "Northfield", "Park", "Riverside", "Valley"], "ggogss"),
        ("minder", "childminder", "Early years", ["Childminder 101", "Childminder 102", "Childminder 103", "Childminder 104", "Childminder 105"], "ggsss"),
    ];

    public static IEnumerable<InspectionRecord> Records() =>
    [
        Provider(Authority, "Safeguarding and services for looked-after children", "authority", "Safeguarding"),
        Provider(Fostering, "Fostering service", "fostering", "Looked-after children"),
        Provider(Inadequate, "St Edmunds", "childrens-home", "Looked-after children", opened: "2001-04-01"),
        Report("home-st-edmunds-2009", Inadequate, "St Edmunds, inspection of November 2009", new(2009, 11, 17)), Judged("home-st-edmunds-2009", "inadequate"),
        Report("home-st-edmunds-2010", Inadequate, "St Edmunds, inspection of June 2010 (invented)", new(2010, 6, 22)), Judged("home-st-edmunds-2010", "satisfactory"),
        .. Groups.SelectMany(group => group.Names.Index().SelectMany(one => Inspected(group.Prefix, group.Kind, group.Service, one.Item, one.Index, group.Grades[one.Index]))),
    ];

    /// <summary>A report of a setting of <see cref="Groups"/>: the first home is "home-1-2009".</summary>
    public static string ReportOf(string prefix, int place) => $"{prefix}-{place + 1}-2009";

    private static IEnumerable<InspectionRecord> Inspected(string prefix, string kind, string service, string name, int place, char grade)
    {
        var (reference, report) = ($"{prefix}-{place + 1}", ReportOf(prefix, place));
        var day = new DateOnly(2008, 9, 8).AddDays(place * 19 + prefix.Length * 17);
        yield return Provider(reference, name, kind, service, kind == "school" ? $"{FirstSchool + place}" : "", kind == "childrens-home" ? "2003-04-01" : "");
        yield return Report(report, reference, $"{name}, inspection of {day:MMMM yyyy}", day);
        yield return Judged(report, grade switch { 'o' => "outstanding", 'g' => "good", 's' => "satisfactory", _ => "inadequate" });
    }
}
