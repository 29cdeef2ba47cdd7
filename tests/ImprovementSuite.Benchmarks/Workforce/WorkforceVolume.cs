using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Benchmarks.Workforce;

/// <summary>
/// A council's establishment with ten years of history: each post stands for all of it, every fourth moves to another team halfway, people come and go with
/// gaps that agency workers cover in part.
/// </summary>
internal sealed class WorkforceVolume(int posts, DateOnly today)
{
    private const int Years = 10;
    private const int Teams = 60;

    private static readonly string[] Localities = ["North", "Central", "South", "West"];
    private static readonly string[] Roles = ["social-worker", "social-worker", "senior-social-worker", "team-manager", "social-work-assistant", "administrator", "other"];

    private readonly DateOnly _first = today.AddYears(-Years);

    public IEnumerable<WorkforceRecord> Records()
    {
        var random = new Random(29);
        for (var i = 0; i < posts; i++)
        {
            var number = $"P{i:00000}";
            yield return Post(number, "1", i, i % Teams, _first);
            if (i % 4 == 0)
                yield return Post(number, "2", i, (i + 7) % Teams, _first.AddYears(Years / 2).AddDays(i % 300));
            for (var (day, holder) = (_first.AddDays(random.Next(200)), 0); day < today; holder++)
            {
                var ends = day.AddDays(random.Next(200, 1_800));
                yield return Person(number, holder, day, ends < today ? ends : null);
                var next = ends.AddDays(random.Next(5, 160));
                if (ends < today && random.Next(2) == 0)
                    yield return Cover(number, holder, ends.AddDays(3), next.AddDays(-1) < today ? next.AddDays(-1) : null);
                day = next;
            }
        }
    }

    private static WorkforceRecord Post(string number, string term, int i, int team, DateOnly from) => new()
    {
        Key = new() { RecordId = $"{number}-{term}", Version = 1 },
        Post = new() { Post_ = number, Role = Roles[i % Roles.Length], Team = $"Team {team}", Locality = Localities[team % Localities.Length], Fte = i % 5 == 0 ? "0.6" : "1", Contract = "permanent", StartsOn = Iso(from) },
    };

    private static WorkforceRecord Person(string number, int holder, DateOnly from, DateOnly? to) => new()
    {
        Key = new() { RecordId = $"{number}-{holder}", Version = 1 },
        PersonInPost = new() { Post = number, Person = $"{number}-{holder}", Fte = "0.6", StartsOn = Iso(from), EndsOn = to is { } last ? Iso(last) : "", Ended = to is null ? "" : "left" },
    };

    private static WorkforceRecord Cover(string number, int holder, DateOnly from, DateOnly? to) => new()
    {
        Key = new() { RecordId = $"{number}-a{holder}", Version = 1 },
        AgencyCover = new() { Post = number, Worker = $"{number}-a{holder}", Agency = "Agency", Fte = "0.6", StartsOn = Iso(from), EndsOn = to is { } last ? Iso(last) : "" },
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
