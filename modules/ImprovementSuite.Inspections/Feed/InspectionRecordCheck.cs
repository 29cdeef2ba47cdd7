using System.Text.RegularExpressions;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Time;
using Kind = ImprovementSuite.Inspections.Feed.V1.InspectionRecord.RecordOneofCase;

namespace ImprovementSuite.Inspections.Feed;

/// <summary>What a record must be by itself. What it must be beside those that are stored, such as a grade of its framework, is <see cref="Data.Conflicts"/>.</summary>
internal static partial class InspectionRecordCheck
{
    public const int LongestReference = 64;
    public const int LongestName = 100;
    public const int LongestTitle = 200;
    public const int LongestNumber = 20;
    public const int LongestText = 4_000;
    public const int LongestEvidence = 1_000;
    public const int LongestFinding = 2_000;
    public const int LongestLink = 500;

    /// <summary>How far ahead a recommendation may be due.</summary>
    public const int YearsAhead = 5;

    public static void Check(InspectionRecord record, RecordCheck check)
    {
        switch (record.RecordCase)
        {
            case Kind.Provider: Check(record.Provider, check); break;
            case Kind.Inspection: Check(record.Inspection, check); break;
            case Kind.Judgement: Check(record.Judgement, check); break;
            case Kind.Recommendation: Check(record.Recommendation, check); break;
            case Kind.HomeVisit: Check(record.HomeVisit, check); break;
        }
    }

    private static void Check(V1.Provider provider, RecordCheck check)
    {
        check.Required("provider", provider.Provider_, LongestReference);
        check.Required("name", provider.Name, LongestName);
        check.Known("kind", provider.Kind, InspectionCodes.Providers);
        check.Optional("service", provider.Service, LongestName);
        check.Optional("urn", provider.Urn, LongestReference);
        if (provider.Kind == "school" && !SchoolNumber().IsMatch(provider.Urn))
            check.Add(provider.Urn.Length == 0 ? RejectionCode.MissingField : RejectionCode.BadNumber, "urn", $"urn is \"{Shorten(provider.Urn)}\": give the school's unique reference number, six digits such as 106872.");
        check.InOrder("opened_on", Past("opened_on", provider.OpenedOn, check), "closed_on", check.ExpectedDay("closed_on", provider.ClosedOn));
    }

    private static void Check(V1.Inspection inspection, RecordCheck check)
    {
        check.Required("inspection", inspection.Inspection_, LongestReference);
        check.Known("kind", inspection.Kind, InspectionCodes.Inspections);
        check.Required("provider", inspection.Provider, LongestReference);
        check.Required("title", inspection.Title, LongestTitle);
        check.Optional("framework", inspection.Framework, LongestReference);
        var (began, ended) = (check.RequiredDay("began_on", inspection.BeganOn), check.OptionalDay("ended_on", inspection.EndedOn));
        check.InOrder("began_on", began, "ended_on", ended);
        check.InOrder(ended is null ? "began_on" : "ended_on", ended ?? began, "published_on", check.OptionalDay("published_on", inspection.PublishedOn));
        if (inspection.Report.Length > 0 && !IsLink(inspection.Report))
            check.Add(RejectionCode.UnknownCode, "report", $"report is \"{Shorten(inspection.Report)}\": give an address that begins with https:// or http:// and has {LongestLink} characters at the most, or leave it empty.");
    }

    private static void Check(V1.Judgement judgement, RecordCheck check)
    {
        check.Required("inspection", judgement.Inspection, LongestReference);
        check.Required("area", judgement.Area, LongestReference);
        check.Required("grade", judgement.Grade, LongestReference);
    }

    private static void Check(V1.Recommendation recommendation, RecordCheck check)
    {
        check.Required("inspection", recommendation.Inspection, LongestReference);
        check.Required("number", recommendation.Number, LongestNumber);
        check.Known("kind", recommendation.Kind, InspectionCodes.Recommendations);
        check.Required("text", recommendation.Text, LongestText);
        check.Required("owner", recommendation.Owner, LongestName);
        check.Required("service", recommendation.Service, LongestName);
        Due(recommendation.DueOn, check);
        var completed = check.OptionalDay("completed_on", recommendation.CompletedOn);
        check.Optional("evidence", recommendation.Evidence, LongestEvidence);
        if (recommendation.CompletedOn.Length > 0 && string.IsNullOrWhiteSpace(recommendation.Evidence))
            check.Add(RejectionCode.MissingField, "evidence", "evidence is empty and completed_on is given: say what shows that it is complete, or leave completed_on empty.");
        Validated(recommendation, completed, check);
    }

    private static void Validated(V1.Recommendation recommendation, DateOnly? completed, RecordCheck check)
    {
        check.Optional("validated_by", recommendation.ValidatedBy, LongestName);
        if (recommendation.ValidatedOn.Length == 0)
        {
            if (recommendation.ValidatedBy.Length > 0 || recommendation.ValidatedHow.Length > 0)
                check.Add(RejectionCode.MissingField, "validated_on", "validated_on is empty and who validated it or how is given: give the day, or leave all three empty.");
            return;
        }
        check.InOrder("completed_on", completed, "validated_on", check.OptionalDay("validated_on", recommendation.ValidatedOn));
        if (recommendation.CompletedOn.Length == 0)
            check.Add(RejectionCode.MissingField, "completed_on", "completed_on is empty and validated_on is given: give the day on which it was complete.");
        check.Known("validated_how", recommendation.ValidatedHow, InspectionCodes.Validations);
        check.Required("validated_by", recommendation.ValidatedBy, LongestName);
        if (string.Equals(recommendation.ValidatedBy.Trim(), recommendation.Owner.Trim(), StringComparison.OrdinalIgnoreCase))
            check.Add(RejectionCode.Conflict, "validated_by", $"validated_by is \"{Shorten(recommendation.ValidatedBy)}\", who is the owner: nobody validates their own. Give who else found that it is complete.");
    }

    private static void Check(V1.HomeVisit visit, RecordCheck check)
    {
        check.Required("provider", visit.Provider, LongestReference);
        var visited = check.RequiredDay("visited_on", visit.VisitedOn);
        check.Required("visitor", visit.Visitor, LongestName);
        check.Optional("finding", visit.Finding, LongestFinding);
        check.InOrder("visited_on", visited, "reported_on", check.OptionalDay("reported_on", visit.ReportedOn));
    }

    /// <summary>The original date, which may lie some years ahead.</summary>
    private static void Due(string text, RecordCheck check)
    {
        if (text.Length == 0)
            check.Add(RejectionCode.MissingField, "due_on", "due_on is empty: give the original date as yyyy-mm-dd.");
        else if (!IsoDay.TryParse(text, out var day))
            check.Add(RejectionCode.BadDate, "due_on", $"due_on is \"{Shorten(text)}\", which is no day of the calendar: write it as yyyy-mm-dd.");
        else if (day < WorkingDayCalendar.First || day > check.Today.AddYears(YearsAhead))
            check.Add(RejectionCode.DateOutOfRange, "due_on", $"due_on is {text}: give a day from {WorkingDayCalendar.First:yyyy-MM-dd} to {check.Today.AddYears(YearsAhead):yyyy-MM-dd}.");
    }

    /// <summary>The first day of a provider may lie long before anything is counted.</summary>
    private static DateOnly? Past(string field, string text, RecordCheck check) =>
        IsoDay.TryParse(text, out var day) && day < WorkingDayCalendar.First && day.Year >= 1800 ? day : check.OptionalDay(field, text);

    public static bool IsLink(string text) => text.Length <= LongestLink && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "...";

    [GeneratedRegex(@"^\d{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchoolNumber();
}
