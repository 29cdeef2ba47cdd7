using System.Globalization;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.Inspections.Sample;

/// <summary>Records of the demo, as its inspection system would send them.</summary>
internal static class SampleRecord
{
    public static InspectionRecord Provider(string reference, string name, string kind, string service, string urn = "", string opened = "") => new()
    {
        Key = Key($"provider-{reference}"), Provider = new Provider { Provider_ = reference, Name = name, Kind = kind, Service = service, Urn = urn, OpenedOn = opened },
    };

    public static InspectionRecord Report(string reference, string provider, string title, DateOnly ended, string kind = "inspection", string framework = "ofsted-2009") => new()
    {
        Key = Key($"report-{reference}"),
        Inspection = new Inspection
        {
            Inspection_ = reference, Kind = kind, Provider = provider, Title = title, Framework = framework, BeganOn = Day(ended.AddDays(-1)), EndedOn = Day(ended),
            PublishedOn = Day(ended.AddDays(28)),
        },
    };

    public static InspectionRecord Judged(string report, string grade, string area = "overall") => new()
    {
        Key = Key($"judgement-{report}-{area}"), Judgement = new Judgement { Inspection = report, Area = area, Grade = grade },
    };

    /// <summary>A recommendation; completed and validated where days are given.</summary>
    public static InspectionRecord Asked(
        string report, string number, string text, string owner, string service, DateOnly due, DateOnly? completed = null, DateOnly? validated = null, string kind = "recommendation") => new()
    {
        Key = Key($"recommendation-{report}-{number}"),
        Recommendation = new Recommendation
        {
            Inspection = report, Number = number, Kind = kind, Text = text, Owner = owner, Service = service, DueOn = Day(due), CompletedOn = Day(completed),
            Evidence = completed is null ? "" : "Papers in the inspection system", ValidatedOn = Day(validated), ValidatedBy = validated is null ? "" : "Inspection lead", ValidatedHow = validated is null ? "" : "visit",
        },
    };

    public static InspectionRecord Visited(string home, DateOnly day, string finding) => new()
    {
        Key = Key($"visit-{home}-{Day(day)}"), HomeVisit = new HomeVisit { Provider = home, VisitedOn = Day(day), Visitor = "Independent visitor", Finding = finding, ReportedOn = Day(day.AddDays(5)) },
    };

    private static RecordKey Key(string id) => new() { RecordId = id, Version = 1 };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
