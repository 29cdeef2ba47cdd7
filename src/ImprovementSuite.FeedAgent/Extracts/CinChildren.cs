using System.Xml;
using System.Xml.Linq;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>
/// Makes referrals, single assessments, section 47 enquiries, conferences and protection plans of the children of one return. Only the groups that the suite needs are looked for, by their
/// local names: others, and text between them, are passed over. The return gives its episodes no identifiers, so they are named by child and
/// date; a second one of the same child and day ends in #2.
/// </summary>
internal sealed class CinChildren(long version)
{
    private readonly HashSet<string> _ids = [];

    public IEnumerable<ExtractRow<CaseRecord>> Read(XElement child)
    {
        var reference = Text(child.Elements().FirstOrDefault(part => part.Name.LocalName == "ChildIdentifiers") ?? child, "LAchildID");
        foreach (var episode in Parts(child, "CINdetails"))
        {
            var receivedOn = Date(episode, "CINreferralDate");
            if (reference.Length == 0 || receivedOn.Length == 0)
            {
                yield return Unnamed(episode, reference);
                continue;
            }
            var referral = Referral(episode, reference, receivedOn);
            yield return ExtractRow<CaseRecord>.Of(Line(episode), referral);
            foreach (var assessment in Parts(episode, "Assessments"))
                yield return ExtractRow<CaseRecord>.Of(Line(assessment), Assessment(assessment, reference, referral.Key.RecordId));
            foreach (var enquiry in Parts(episode, "Section47"))
                foreach (var record in Enquiry(enquiry, reference, referral.Key.RecordId))
                    yield return ExtractRow<CaseRecord>.Of(Line(enquiry), record);
            foreach (var plan in Parts(episode, "ChildProtectionPlans"))
                foreach (var record in Plan(plan, Date(episode, "DateOfInitialCPC"), reference, referral.Key.RecordId))
                    yield return ExtractRow<CaseRecord>.Of(Line(plan), record);
        }
        if (reference.Length > 0 && Parts(child, "ChildIdentifiers").FirstOrDefault() is { } identifiers && Birth(identifiers, reference) is { } known)
            yield return ExtractRow<CaseRecord>.Of(Line(identifiers), known);
    }

    private CaseRecord? Birth(XElement identifiers, string child)
    {
        var (born, expected) = (Date(identifiers, "PersonBirthDate"), Date(identifiers, "ExpectedPersonBirthDate"));
        return born.Length + expected.Length == 0
            ? null
            : new CaseRecord { Key = Key(child), Child = new Child { BornOn = born.Length > 0 ? born : expected, Unborn = born.Length == 0 } };
    }

    /// <summary>The enquiry, and the initial conference that it led to.</summary>
    private IEnumerable<CaseRecord> Enquiry(XElement enquiry, string child, string referral)
    {
        var (began, conference) = (Date(enquiry, "S47ActualStartDate"), Date(enquiry, "DateOfInitialCPC"));
        var record = new CaseRecord
        {
            Key = Key($"{referral}/S47/{began}"),
            Section47Enquiry = new Section47Enquiry
            {
                Child = child, StrategyDiscussionOn = began, Outcome = conference.Length > 0 ? "conference" : IsTrue(Text(enquiry, "ICPCnotRequired")) ? "no_conference" : "",
            },
        };
        yield return record;
        if (conference.Length > 0)
            yield return new CaseRecord
            {
                Key = Key($"{referral}/ICPC/{conference}"),
                Conference = new Conference { Child = child, Kind = "initial", HeldOn = conference, EnquiryId = record.Key.RecordId },
            };
    }

    /// <summary>The plan, and the review conferences that were held about it.</summary>
    private IEnumerable<CaseRecord> Plan(XElement plan, string conference, string child, string referral)
    {
        var started = Date(plan, "CPPstartDate");
        yield return new CaseRecord
        {
            Key = Key($"{referral}/CPP/{started}"),
            ProtectionPlan = new ProtectionPlan
            {
                Child = child, StartedOn = started, EndedOn = Date(plan, "CPPendDate"), ConferenceOn = conference, Category = Text(plan, "LatestCategoryOfAbuse").ToUpperInvariant(),
                PreviousPlans = int.TryParse(Text(plan, "NumberOfPreviousCPP"), out var previous) ? previous : 0,
            },
        };
        foreach (var review in Parts(plan, "Reviews").SelectMany(reviews => Parts(reviews, "CPPreviewDate")))
            if (DateOf(review.Value.Trim()) is { Length: > 0 } held)
                yield return new CaseRecord { Key = Key($"{referral}/CPR/{held}"), Conference = new Conference { Child = child, Kind = "review", HeldOn = held } };
    }

    private CaseRecord Referral(XElement episode, string child, string receivedOn) => new()
    {
        Key = Key($"{child}/{receivedOn}"),
        Referral = new Referral
        {
            Child = child,
            ReceivedOn = receivedOn,
            Source = Text(episode, "ReferralSource").ToUpperInvariant(),
            Outcome = IsTrue(Text(episode, "ReferralNFA")) ? "nfa" : Parts(episode, "Assessments").Any() ? "single_assessment" : "",
            ClosedOn = Date(episode, "CINclosureDate"),
        },
    };

    private CaseRecord Assessment(XElement assessment, string child, string referral)
    {
        var startedOn = Date(assessment, "AssessmentActualStartDate");
        var completedOn = Date(assessment, "AssessmentAuthorisationDate");
        return new CaseRecord
        {
            Key = Key($"{referral}/A/{(startedOn.Length > 0 ? startedOn : completedOn)}"),
            Assessment = new Assessment { Child = child, Kind = "single", ReferralId = referral, StartedOn = startedOn, CompletedOn = completedOn },
        };
    }

    private RecordKey Key(string name)
    {
        var id = name;
        for (var repeat = 2; !_ids.Add(id); repeat++)
            id = $"{name}#{repeat}";
        return new RecordKey { RecordId = id, Version = version };
    }

    private static ExtractRow<CaseRecord> Unnamed(XElement episode, string child) => ExtractRow<CaseRecord>.Unreadable(Line(episode), child.Length == 0
        ? new RowProblem("referral", "", "LAchildID", "The child has no LAchildID, so the referral cannot be told from others.")
        : new RowProblem("referral", child, "CINreferralDate", "The referral has no CINreferralDate, so it cannot be told from others of the child."));

    private static IEnumerable<XElement> Parts(XElement whole, string name) => whole.Elements().Where(part => part.Name.LocalName == name);

    private static string Text(XElement whole, string name) => Parts(whole, name).FirstOrDefault()?.Value.Trim() ?? "";

    /// <summary>Some systems write a date with a time of 00:00.</summary>
    private static string Date(XElement whole, string name) => DateOf(Text(whole, name));

    private static string DateOf(string text) => text.IndexOf('T') is > 0 and var time ? text[..time] : text;

    private static bool IsTrue(string text) => text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
