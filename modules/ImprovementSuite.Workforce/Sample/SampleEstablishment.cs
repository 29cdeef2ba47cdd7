using System.Globalization;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Posts, people and agency cover of the demo, from April 2006 to 20 August 2010. All of it is invented, but comes out at what the council published: 37.2% of the
/// posts of qualified social workers vacant on 16 December 2009 (32 of 86) and 5 of 15 team managers; on 20 August 2010 18.8 posts of social workers covered by agency
/// and 11.5 vacant, and 4 of 15 team managers, all covered.
/// </summary>
internal sealed class SampleEstablishment
{
    /// <summary>The source system that the demo sends them as.</summary>
    public const string Source = "demo-hr";

    public static readonly IReadOnlyList<string> Agencies = ["Dutton Locums", "Harbour Social Work", "Northline Care"];

    private static readonly DateOnly Began = new(2006, 4, 1);

    /// <summary>Seniors were graded anew, so that their posts have a history.</summary>
    private static readonly DateOnly Regraded = new(2009, 4, 1);

    /// <summary>Two posts more, once the notice had come.</summary>
    private static readonly DateOnly Strengthened = new(2010, 4, 1);

    private readonly List<WorkforceRecord> _posts = [], _people = [], _cover = [];
    private readonly Dictionary<SampleLife, int> _lived = [];
    private int _person, _worker;

    private SampleEstablishment()
    {
        foreach (var team in SampleTeam.All)
            Add(team);
        foreach (var locality in SampleTeam.All.Select(team => team.Locality).Distinct())
        {
            Add(new($"{locality[0]}L-01", "Locality manager", "locality-manager", "", locality, "M2"), SampleLife.Kept);
            Add(new($"{locality[0]}L-02", "Practice improvement manager", "practice-improvement-manager", "", locality, "M1") { From = Strengthened }, SampleLife.Kept);
        }
        Add(new("CL-09", "Service manager", "service-manager", "", "Central", "M3"), SampleLife.Kept);
    }

    /// <summary>Every record, in an order in which each can be taken.</summary>
    public static IReadOnlyList<WorkforceRecord> Records()
    {
        var sample = new SampleEstablishment();
        return [.. sample._posts, .. sample._people, .. sample._cover];
    }

    private void Add(SampleTeam team)
    {
        string[] hours = ["1", "1", "1", "1", "0.6", "0.4", "1", "1"];
        foreach (var (i, letter) in team.Lives.Index())
        {
            var senior = i >= 6;
            Add(
                new($"{team.Short}-{i + 1:00}", senior ? "Senior social worker" : "Social worker", senior ? "senior-social-worker" : "social-worker", team.Name, team.Locality, senior ? "I" : "H")
                {
                    Fte = hours[i], RegradedTo = senior ? "J" : null,
                },
                SampleTeam.LifeOf(letter));
        }
        foreach (var (i, letter) in team.More.Index())
            Add(new($"{team.Short}-{i + 9:00}", "Social worker", "social-worker", team.Name, team.Locality, "H"), SampleTeam.LifeOf(letter));
        foreach (var (i, letter) in team.Managers.Index())
            Add(new($"{team.Short}-M{i + 1}", "Team manager", "team-manager", team.Name, team.Locality, "K"), SampleTeam.LifeOf(letter));

        if (team.Name is "Central 2" or "West 2")
        {
            var post = new SamplePost($"{team.Short}-10", "Social worker", "social-worker", team.Name, team.Locality, "H") { From = Strengthened };
            _posts.Add(post.Record(Strengthened, post.Grade, null, post.Number));
            if (team.Name == "Central 2")
                Cover(post, new(2010, 5, 10), null);
        }
        Add(new($"{team.Short}-S1", "Social work assistant", "social-work-assistant", team.Name, team.Locality, "F") { To = team.Name == "South 2" ? new(2010, 3, 31) : null }, SampleLife.Kept);
        Add(new($"{team.Short}-A1", "Team administrator", "administrator", team.Name, team.Locality, "D"), team.Name is "Central 2" or "West 1" ? SampleLife.LeftCovered : SampleLife.Kept);
    }

    private void Add(SamplePost post, SampleLife life)
    {
        var from = post.From ?? Began;
        if (post.RegradedTo is { } grade)
        {
            _posts.Add(post.Record(from, post.Grade, Regraded.AddDays(-1), post.Number));
            _posts.Add(post.Record(Regraded, grade, post.To, $"{post.Number}-2"));
        }
        else
            _posts.Add(post.Record(from, post.Grade, post.To, post.Number));

        var n = _lived[life] = _lived.GetValueOrDefault(life) + 1;
        // The last days of months between April 2008 and November 2009, one after the other.
        var early = new DateOnly(2008, 5, 1).AddMonths(n * 7 % 20).AddDays(-1);
        switch (life)
        {
            case SampleLife.Kept:
                Person(post, post.From ?? from.AddDays(n * 37 % 600), post.To, post.To is null ? "" : "moved");
                break;
            case SampleLife.Refilled:
                var left = new DateOnly(2008, 5, 1).AddMonths(n * 3 % 13).AddDays(-1);
                Person(post, from.AddDays(n * 11), left, "left");
                Cover(post, left.AddDays(22), left.AddDays(90));
                Person(post, left.AddDays(93), null);
                break;
            case SampleLife.Covered:
                Person(post, from.AddDays(n * 29), early, "left");
                Cover(post, new DateOnly(2009, 7, 6).AddDays(n * 14) is var start && start > early ? start : early.AddDays(21), null);
                break;
            case SampleLife.Empty:
                Person(post, from.AddDays(n * 41), early, n % 3 == 0 ? "moved" : "left");
                break;
            case SampleLife.Filled:
                var joined = new DateOnly(2010, 1, 4).AddDays(n * 14);
                Person(post, from.AddDays(n * 31), early, "left");
                if (n % 2 == 0)
                    Cover(post, early.AddDays(33), joined.AddDays(-3));
                Person(post, joined, null);
                break;
            case SampleLife.LeftCovered:
                var gone = new DateOnly(2010, 1, 31).AddDays((n - 1) * 28);
                Person(post, from.AddDays(n * 53), gone, "left");
                Cover(post, gone.AddDays(22), null);
                break;
            case SampleLife.Left:
                Person(post, from.AddDays(n * 61), new DateOnly(2010, 2, 28).AddDays((n - 1) * 42), "left");
                break;
            case SampleLife.HalfLeft:
                Person(post, from, null, fte: "0.5");
                Person(post, from.AddMonths(8), new(2010, 5, 31), "left", "0.5");
                break;
        }
    }

    private void Person(SamplePost post, DateOnly from, DateOnly? to, string ended = "", string? fte = null) => _people.Add(new()
    {
        Key = Key($"{post.Number}-{++_person}"),
        PersonInPost = new PersonInPost { Post = post.Number, Person = $"E{1000 + _person * 7}", Fte = fte ?? post.Fte, StartsOn = Iso(from), EndsOn = Iso(to), Ended = ended },
    });

    private void Cover(SamplePost post, DateOnly from, DateOnly? to) => _cover.Add(new()
    {
        Key = Key($"{post.Number}-{++_worker}"),
        AgencyCover = new AgencyCover
        {
            Post = post.Number, Worker = $"A{200 + _worker * 3}", Agency = Agencies[_worker % Agencies.Count], Fte = post.Fte, StartsOn = Iso(from), EndsOn = Iso(to),
            HourlyCharge = post.Role switch { "team-manager" => "38.50", "administrator" => "14.20", _ => _worker % 2 == 0 ? "31.75" : "29.90" },
        },
    });

    private static RecordKey Key(string id) => new() { RecordId = id, Version = 1 };

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private sealed record SamplePost(string Number, string Title, string Role, string Team, string Locality, string Grade)
    {
        public string Fte { get; init; } = "1";

        /// <summary>Null for most, which were there from the beginning.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public string? RegradedTo { get; init; }

        public WorkforceRecord Record(DateOnly from, string grade, DateOnly? to, string id) => new()
        {
            Key = Key(id),
            Post = new Post { Post_ = Number, Title = Title, Role = Role, Team = Team, Locality = Locality, Grade = grade, Fte = Fte, Contract = "permanent", StartsOn = Iso(from), EndsOn = Iso(to) },
        };
    }
}
