using CsCheck;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.CaseAudits;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

/// <summary>What a draw promises, whatever the pool, the auditors and the seed are.</summary>
public sealed class FileDrawTests
{
    private static readonly DateOnly Day = new(2010, 7, 1);
    private static readonly Dictionary<int, Place> Places = Enumerable.Range(1, 6).ToDictionary(team => team, team => new Place($"Team {team}", team <= 3 ? "North" : "South"));

    private static readonly Gen<PoolFile> AFile = Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 60], Gen.Int[1, 12], Gen.Int[1, 6], Gen.Int[1, 6],
        (type, id, child, team, holder) => new PoolFile((FileType)type, id, 1, $"R{id}", $"C{child}", team, holder, Day));

    private static readonly Gen<List<PoolFile>> APool = AFile.List[0, 80].Select(files => files.DistinctBy(file => file.Key).ToList());

    private static readonly Gen<(ManagerInPost Manager, int Wanted, HashSet<string> WorksWith)> AnAuditor = Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 6], Gen.Int[0, 12], Gen.Int[1, 12].List[0, 3],
        (role, team, wanted, children) => (
            new ManagerInPost
            {
                Name = "", SignIn = "", Role = role switch { 1 => AuditorRole.TeamManager, 2 => AuditorRole.LocalityManager, _ => AuditorRole.PracticeImprovementManager },
                TeamId = role == 1 ? team : null, Locality = role == 3 ? "" : Places[team].Locality, From = new(2009, 1, 1),
            },
            wanted, children.Select(child => $"C{child}").ToHashSet()));

    private static readonly Gen<(string Seed, List<PoolFile> Pool, List<DrawFor> Auditors)> ADraw = Gen.Select(
        Gen.String[1, 12], APool, AnAuditor.List[1, 5], (seed, pool, auditors) => (seed, pool, For(auditors)));

    [Fact]
    public void The_same_seed_gives_the_same_files_in_whatever_order_records_and_auditors_come() => ADraw.Sample(draw =>
    {
        var one = FileDraw.Run(draw.Seed, draw.Pool, draw.Auditors, Places);
        var other = FileDraw.Run(draw.Seed, Enumerable.Reverse(draw.Pool), Enumerable.Reverse(draw.Auditors), Places);
        Assert.Equal(one.Files, other.Files);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
    });

    [Fact]
    public void Nobody_is_given_a_file_of_their_own_and_no_file_is_given_twice() => ADraw.Sample(draw =>
    {
        var result = FileDraw.Run(draw.Seed, draw.Pool, draw.Auditors, Places);
        var byPost = draw.Auditors.ToDictionary(auditor => auditor.Post);
        Assert.All(result.Files, drawn => Assert.Null(byPost[drawn.Post].Independence.Against(drawn.File)));
        Assert.Equal(result.Files.Count, result.Files.DistinctBy(drawn => drawn.File.Key).Count());
    });

    [Fact]
    public void An_auditor_gets_what_is_wanted_unless_no_file_is_left_that_they_may_audit() => ADraw.Sample(draw =>
    {
        var result = FileDraw.Run(draw.Seed, draw.Pool, draw.Auditors, Places);
        var given = result.Files.Select(drawn => drawn.File.Key).ToHashSet();
        foreach (var auditor in draw.Auditors)
        {
            var got = result.Files.Count(drawn => drawn.Post == auditor.Post);
            Assert.True(got == auditor.Wanted || got < auditor.Wanted && !draw.Pool.Any(file => !given.Contains(file.Key) && auditor.Independence.Against(file) is null));
        }
    });

    [Fact]
    public void What_the_rules_took_out_and_what_they_left_is_the_pool() => ADraw.Sample(draw =>
    {
        var result = FileDraw.Run(draw.Seed, draw.Pool, draw.Auditors, Places);
        Assert.Equal(draw.Pool.Count, result.Strata.Sum(stratum => stratum.Pool));
        Assert.Equal(result.Files.Count, result.Strata.Sum(stratum => stratum.Drawn));
        foreach (var auditor in draw.Auditors)
        {
            var taken = result.TakenOut.Single(t => t.Post == auditor.Post);
            Assert.Equal(draw.Pool.Count(file => auditor.Independence.Against(file) is not null), taken.Holds + taken.Supervises + taken.SignedOff);
        }
    });

    [Fact]
    public void Teams_and_types_are_drawn_alike_where_an_auditor_may_audit_them_all() => Gen.Select(Gen.String[1, 12], APool, Gen.Int[1, 40]).Sample(draw =>
    {
        var (seed, pool, wanted) = draw;
        var auditor = new ManagerInPost { Name = "", SignIn = "", Role = AuditorRole.OtherAuditor, Locality = "", From = new(2009, 1, 1) };
        var result = FileDraw.Run(seed, pool, [new DrawFor(1, wanted, new Independence(auditor, [], new HashSet<string>(), Places, Day))], Places);
        // No team has two more than another that still has some to give.
        var left = result.Strata.Where(stratum => stratum.Drawn < stratum.Pool).ToList();
        Assert.All(left, stratum => Assert.True(result.Strata.Max(s => s.Drawn) - stratum.Drawn <= 1));
    });

    /// <summary>The numbers are written down, so that another program can repeat a draw: printf 'seed\nReferral:1:R1' | sha256sum.</summary>
    [Fact]
    public void A_files_number_is_sha_256_of_the_seed_a_line_break_and_the_key() =>
        Assert.Equal("669e800d605abbb7aa465281adb60b2b0dcc8cedbe4a4ae88de6040ed7ef3b7b", FileDraw.Number("seed", new PoolFile(FileType.Referral, 7, 1, "R1", "C1", 1, 1, Day).Key));

    [Fact]
    public void Another_seed_gives_other_files()
    {
        var pool = Enumerable.Range(1, 500).Select(id => new PoolFile(FileType.Referral, id, 1, $"R{id}", $"C{id}", 1, 1, Day)).ToList();
        var auditors = For([(new ManagerInPost { Name = "", SignIn = "", Role = AuditorRole.OtherAuditor, Locality = "", From = Day }, 20, [])]);

        var (one, other) = (FileDraw.Run("one", pool, auditors, Places), FileDraw.Run("other", pool, auditors, Places));

        Assert.True(one.Files.Intersect(other.Files).Count() < 10);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    [InlineData(100, 100)]
    public void A_share_of_the_numbers_is_about_that_share(int share, int percent)
    {
        var lowest = Enumerable.Range(0, 10_000).Count(id => FileDraw.IsAmongLowest(FileDraw.Number("seed", $"{id}"), share));

        Assert.InRange(lowest, percent * 100 - 100, percent * 100 + 100);
    }

    private static List<DrawFor> For(List<(ManagerInPost Manager, int Wanted, HashSet<string> WorksWith)> auditors) =>
        [.. auditors.Select((a, i) => new DrawFor(i + 1, a.Wanted, new Independence(Named(a.Manager, i), [], a.WorksWith, Places, Day)))];

    private static ManagerInPost Named(ManagerInPost manager, int i)
    {
        manager.Name = $"Manager {i}";
        return manager;
    }
}
