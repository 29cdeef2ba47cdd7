using System.Xml;
using System.Xml.Linq;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>
/// Makes referrals and single assessments of the children of one return. Only the groups that the suite needs are looked for, by their
/// local names: others, and text between them, are passed over. The return gives its episodes no identifiers, so they are named by child and
/// date; a second one of the same child and day ends in #2.
/// </summary>
internal sealed class CinChildren(long version)
{
    private readonly HashSet<string> _ids = [];

    public IEnumerable<ExtractRow> Read(XElement child)
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
            yield return ExtractRow.Of(Line(episode), referral);
            foreach (var assessment in Parts(episode, "Assessments"))
                yield return ExtractRow.Of(Line(assessment), Assessment(assessment, reference, referral.Key.RecordId));
        }
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

    private static ExtractRow Unnamed(XElement episode, string child) => ExtractRow.Unreadable(Line(episode), child.Length == 0
        ? new RowProblem("referral", "", "LAchildID", "The child has no LAchildID, so the referral cannot be told from others.")
        : new RowProblem("referral", child, "CINreferralDate", "The referral has no CINreferralDate, so it cannot be told from others of the child."));

    private static IEnumerable<XElement> Parts(XElement whole, string name) => whole.Elements().Where(part => part.Name.LocalName == name);

    private static string Text(XElement whole, string name) => Parts(whole, name).FirstOrDefault()?.Value.Trim() ?? "";

    /// <summary>Some systems write a date with a time of 00:00.</summary>
    private static string Date(XElement whole, string name) => Text(whole, name) is var text && text.IndexOf('T') is > 0 and var time ? text[..time] : text;

    private static bool IsTrue(string text) => text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
