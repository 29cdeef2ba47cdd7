using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;
using V1 = ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Benchmarks.Feed;

/// <summary>
/// Invented cases of one authority: so many referrals and assessments, evenly over 29 months up to today, of 12 teams in 4 localities. Two
/// assessments in three are initial ones, most of them completed within 12 days; one in twenty is still open.
/// </summary>
internal sealed class CaseVolume(int referrals, int assessments, DateOnly today)
{
    public const string Source = "case-system";
    public const int Teams = 12;
    public const int Workers = 60;
    private const int Months = 29;

    private readonly DateOnly _first = today.AddMonths(-Months);

    public int Count => referrals + assessments;

    public IEnumerable<ReferralRow> Referrals() => Enumerable.Range(1, referrals).Select(Referral);

    public IEnumerable<AssessmentRow> Assessments() => Enumerable.Range(1, assessments).Select(Assessment);

    /// <summary>Referrals first, as extracts come.</summary>
    public IEnumerable<CaseRecord> Records() => Referrals().Select(r => r.ToRecord()).Concat(Assessments().Select(a => a.ToRecord()));

    public static string Team(int team) => $"{Locality(team)} {team % 3 + 1}";

    public static string Locality(int team) => (team / 3) switch { 0 => "North", 1 => "South", 2 => "East", _ => "West" };

    public static string Worker(int worker) => $"W{worker:000}";

    private ReferralRow Referral(int number)
    {
        var day = _first.AddDays((int)((long)(number - 1) * (today.DayNumber - _first.DayNumber) / referrals));
        return new(number, $"C{number % (referrals * 3 / 5 + 1):0000000}", day, number % Teams, number % Workers);
    }

    private AssessmentRow Assessment(int number)
    {
        var referral = Referral((int)((long)(number - 1) * referrals / assessments) + 1);
        var completed = referral.ReceivedOn.AddDays(1 + number * 7 % 12);
        return new(
            number, number % 3 == 0 ? AssessmentKind.Core : AssessmentKind.Initial, referral,
            completed > today || number % 20 == 0 ? null : completed);
    }
}

/// <summary>A referral; teams and workers by number, from 0.</summary>
internal readonly record struct ReferralRow(int Number, string Child, DateOnly ReceivedOn, int Team, int Worker)
{
    public string Id => $"R{Number:00000000}";

    public CaseRecord ToRecord() => new()
    {
        Key = new RecordKey { RecordId = Id, Version = 1 },
        Referral = new V1.Referral
        {
            Child = Child, ReceivedOn = Text(ReceivedOn), Source = "1A", Outcome = "initial_assessment", Worker = CaseVolume.Worker(Worker), RecordedOn = Text(ReceivedOn),
            Allocations = { new Allocation { Team = CaseVolume.Team(Team), Locality = CaseVolume.Locality(Team) } },
        },
    };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}

/// <summary>An assessment that follows a referral, under the referral's team and worker.</summary>
internal readonly record struct AssessmentRow(int Number, AssessmentKind Kind, ReferralRow Referral, DateOnly? CompletedOn)
{
    public string Id => $"A{Number:00000000}";

    public CaseRecord ToRecord() => new()
    {
        Key = new RecordKey { RecordId = Id, Version = 1 },
        Assessment = new V1.Assessment
        {
            Child = Referral.Child, Kind = Kind == AssessmentKind.Core ? "core" : "initial", ReferralId = Referral.Id,
            StartedOn = ReferralRow.Text(Referral.ReceivedOn), CompletedOn = CompletedOn is { } day ? ReferralRow.Text(day) : "",
            Outcome = "advice", Worker = CaseVolume.Worker(Referral.Worker), RecordedOn = ReferralRow.Text(Referral.ReceivedOn),
            Allocations = { new Allocation { Team = CaseVolume.Team(Referral.Team), Locality = CaseVolume.Locality(Referral.Team) } },
        },
    };
}
