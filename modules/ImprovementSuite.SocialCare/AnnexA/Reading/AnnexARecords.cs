using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using Child = ImprovementSuite.SocialCare.Feed.V1.Child;
using Conference = ImprovementSuite.SocialCare.Feed.V1.Conference;

namespace ImprovementSuite.SocialCare.AnnexA.Reading;

/// <summary>
/// What the rows of one workbook become. Annex A gives its rows no identifiers, so a record is named by child, list and day; a second one of
/// the same name ends in #2. The lists come in order, so that an assessment finds its referral.
/// </summary>
/// <param name="version">When the workbook was saved, in milliseconds since 1970: a later workbook replaces an earlier one.</param>
internal sealed partial class AnnexARecords(long version)
{
    private const string Reference = "Child Unique ID";
    private const string Team = "Allocated Team";
    private const string Worker = "Allocated Worker";

    /// <summary>With list and day a record's name has 64 characters at the most.</summary>
    private const int LongestChild = 45;
    private const int LongestTeam = 40;
    private const int LongestText = 64;

    private readonly HashSet<(string Type, string Id)> _ids = [];
    private readonly HashSet<string> _children = [];
    private readonly Dictionary<string, List<(DateOnly ReceivedOn, string Id)>> _referrals = [];

    /// <summary>What the headings are without which no row of a list can be taken.</summary>
    public static IReadOnlyList<string> Needed(AnnexAList list) => list.Type is null ? [] : [Reference, StartOf(list)];

    /// <summary>
    /// The records of a row, and what the first of them is called. Where the row has problems there are none; its name is kept for it, so that
    /// the corrected row gets it.
    /// </summary>
    public (IReadOnlyList<CaseRecord> Records, string Id) Of(AnnexARow row)
    {
        if (row.List.Type is not { } type)
            return ([], "");
        var child = row.NeededText(Reference, LongestChild);
        var start = row.NeededDay(StartOf(row.List));
        var id = child.Length > 0 && start is { } named ? NewId(type, child, row.List, named) : "";
        var records = Records(row, id, child, start);
        if (row.Problems.Count > 0)
            return ([], id.Length > 0 ? id : $"{row.List.Sheet}, row {row.Number}");
        if (type == RecordType.Referral)
            (_referrals.TryGetValue(child, out var referrals) ? referrals : _referrals[child] = []).Add((start!.Value, id));
        return ([.. records, .. Born(row, child)], id);
    }

    private static string StartOf(AnnexAList list) => list.Number switch
    {
        1 => "Date of Contact",
        2 => "Assessment start date",
        3 => "Date of referral",
        4 => "Continuous Assessment Start Date",
        5 => "Strategy discussion initiating Section 47 Enquiry Start Date",
        7 => "Child Protection Plan Start Date",
        8 => "Date Started to be Looked After",
        _ => throw new ArgumentException($"{list.Sheet} makes no records.", nameof(list)),
    };

    private List<CaseRecord> Records(AnnexARow row, string id, string child, DateOnly? start) => row.List.Number switch
    {
        1 => [Record(id, r => r.Contact = new() { Child = child, ReceivedOn = Text(start), Source = Origin(row, "Contact Source") })],
        2 => [EarlyHelp(row, id, child, start)],
        3 => [Referral(row, id, child, start)],
        4 => [Assessment(row, id, child, start)],
        5 => Enquiry(row, id, child, start),
        7 => Plan(row, id, child, start),
        _ => LookedAfter(row, id, child, start),
    };

    private CaseRecord EarlyHelp(AnnexARow row, string id, string child, DateOnly? start)
    {
        var completed = row.DayFrom(start, StartOf(row.List), "Assessment completion date");
        var organisation = row.Text("Organisation completing assessment", LongestText);
        return Record(id, r => r.EarlyHelpAssessment = new() { Child = child, StartedOn = Text(start), CompletedOn = Text(completed), Organisation = organisation });
    }

    private CaseRecord Referral(AnnexARow row, string id, string child, DateOnly? received)
    {
        var outcome = row.Code("Referral NFA?") == "True" ? CaseCodes.NoFurtherAction : "";
        var (team, worker) = Held(row);
        return Record(id, r => r.Referral = new()
        {
            Child = child, ReceivedOn = Text(received), Source = Origin(row, "Referral Source"), Outcome = outcome, Allocations = { team }, Worker = worker,
        });
    }

    /// <summary>List 4 has no referrals: an assessment belongs to the child's latest one of list 3 up to its start, or is new information on an open case.</summary>
    private CaseRecord Assessment(AnnexARow row, string id, string child, DateOnly? start)
    {
        var authorised = row.DayFrom(start, StartOf(row.List), "Continuous Assessment Date of Authorisation");
        var (team, worker) = Held(row);
        var referral = _referrals.GetValueOrDefault(child)?.Where(r => r.ReceivedOn <= start).OrderBy(r => r.ReceivedOn).LastOrDefault().Id ?? "";
        return Record(id, r => r.Assessment = new()
        {
            Child = child, Kind = "single", ReferralId = referral, StartedOn = Text(start), CompletedOn = Text(authorised), Allocations = { team }, Worker = worker,
        });
    }

    private List<CaseRecord> Enquiry(AnnexARow row, string id, string child, DateOnly? began)
    {
        var held = row.Day("Date of Initial Child Protection Conference");
        var unnecessary = row.Code("Was an Initial Child Protection Conference deemed unnecessary?") == "True";
        var plan = row.Code("Did the Initial Child Protection Conference Result in a Child Protection Plan") switch { "True" => "plan", "False" => "no_plan", _ => "" };
        var (team, worker) = Held(row);
        var enquiry = Record(id, r => r.Section47Enquiry = new()
        {
            Child = child, StrategyDiscussionOn = Text(began), Outcome = held is not null ? "conference" : unnecessary ? "no_conference" : "", Allocations = { team }, Worker = worker,
        });
        return [enquiry, .. Meeting(row, RecordType.Conference, child, held, r => r.Conference = new()
        {
            Child = child, Kind = "initial", HeldOn = Text(held), EnquiryId = id, Outcome = plan, Allocations = { team }, Worker = worker,
        })];
    }

    private List<CaseRecord> Plan(AnnexARow row, string id, string child, DateOnly? start)
    {
        var ended = row.DayFrom(start, StartOf(row.List), "Child Protection Plan End Date");
        var reviewed = row.Day("Date of latest review conference");
        var (initial, latest) = (row.Code("Initial Category of Abuse"), row.Code("Latest Category of Abuse"));
        var previous = row.WholeNumber("Number of Previous Child Protection Plans");
        var (team, worker) = Held(row);
        var plan = Record(id, r => r.ProtectionPlan = new()
        {
            Child = child, StartedOn = Text(start), EndedOn = Text(ended), Category = Category(latest.Length > 0 ? latest : initial), PreviousPlans = previous, Allocations = { team }, Worker = worker,
        });
        return [plan, .. Meeting(row, RecordType.Conference, child, reviewed, r => r.Conference = new()
        {
            Child = child, Kind = "review", HeldOn = Text(reviewed), Allocations = { team }, Worker = worker,
        })];
    }

    private List<CaseRecord> LookedAfter(AnnexARow row, string id, string child, DateOnly? start)
    {
        var ceased = row.DayFrom(start, StartOf(row.List), "Date Ceased to be Looked After");
        var reviewed = row.Day("Date of Latest Statutory Review");
        var (team, worker) = Held(row);
        var period = Record(id, r => r.LookedAfterPeriod = new() { Child = child, StartedOn = Text(start), CeasedOn = Text(ceased), Allocations = { team }, Worker = worker });
        return [period, .. Meeting(row, RecordType.LookedAfterReview, child, reviewed, r => r.LookedAfterReview = new()
        {
            Child = child, HeldOn = Text(reviewed), Allocations = { team },
        })];
    }

    /// <summary>A conference or review that the row tells of. Two rows of a child that name the same day tell of the same one.</summary>
    private List<CaseRecord> Meeting(AnnexARow row, RecordType type, string child, DateOnly? held, Action<CaseRecord> fill)
    {
        if (row.Problems.Count > 0 || held is not { } day || Id(child, row.List, day) is var id && !_ids.Add((type.Name, id)))
            return [];
        return [Record(id, fill)];
    }

    /// <summary>The day of birth, from the first list that has one; of an unborn child it lies ahead.</summary>
    private IEnumerable<CaseRecord> Born(AnnexARow row, string child)
    {
        if (row.Peek("Date of Birth").Day is not { } born || born < Platform.Time.WorkingDayCalendar.First || born > row.Today.AddYears(1) || !_children.Add(child))
            return [];
        return [Record(child, r => r.Child = new Child { BornOn = Text(born), Unborn = born > row.Today })];
    }

    private static (Allocation Team, string Worker) Held(AnnexARow row) => (new Allocation { Team = row.Text(Team, LongestTeam) }, row.Text(Worker, LongestText));

    /// <summary>
    /// Annex A puts the census codes of who made a contact into groups; most systems write the code before the group, and a group of one code
    /// says it as well. Elsewhere who made it is not recorded.
    /// </summary>
    private static string Origin(AnnexARow row, string heading)
    {
        var cell = row.Peek(heading);
        if (cell.IsBlank || cell.IsError || row.List.Column(heading).Spellings!.CodeOf(cell.Text) is not { } group)
            return "";
        var codes = CaseCodes.Origins.Keys.Where(code => code.Length > 0 && GroupOf(code) == group[0]).ToList();
        var written = OriginCode().Match(cell.Text) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : "";
        return codes.Contains(written) ? written : codes is [var only] ? only : "";
    }

    private static char GroupOf(string code) => code switch
    {
        ['1', >= 'A'] => 'a', "2A" => 'b', "2B" => 'c', ['3', ..] => 'd', "4" => 'e', ['5', ..] => 'f', "6" => 'g', "7" => 'h', "8" => 'i', "9" => 'j', _ => 'k',
    };

    private static string Category(string code) => code is [var letter, ..] ? letter switch { 'a' => "NEG", 'b' => "PHY", 'c' => "SAB", 'd' => "EMO", _ => "MUL" } : "";

    private CaseRecord Record(string id, Action<CaseRecord> fill)
    {
        var record = new CaseRecord { Key = new RecordKey { RecordId = id, Version = version } };
        fill(record);
        return record;
    }

    private string NewId(RecordType type, string child, AnnexAList list, DateOnly day)
    {
        var name = Id(child, list, day);
        var id = name;
        for (var repeat = 2; !_ids.Add((type.Name, id)); repeat++)
            id = $"{name}#{repeat}";
        return id;
    }

    private static string Id(string child, AnnexAList list, DateOnly day) => $"{child}/{list.Number}/{Text(day)}";

    private static string Text(DateOnly? day) => day?.ToString("o") ?? "";

    [GeneratedRegex(@"^\s*(?:[a-z]\)\s*)?([0-9]{1,2}[A-F]?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginCode();
}
