using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.SocialCare.AnnexA.AnnexAFile;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>A workbook through the intake into the real tables.</summary>
public sealed class AnnexAImportTests : IDisposable
{
    private static readonly DateOnly Day = new(2010, 7, 5);
    private static readonly FeedClient Client = new("Annex A upload", "socialcare", ["annex-a"]);

    private readonly CaseDatabase _cases = new(RunningSuite.Today);
    private readonly TemporaryFolder _folder = new();
    private DateTime? _savedBefore;

    public void Dispose()
    {
        _cases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_sample_is_stored_and_sending_it_again_changes_nothing()
    {
        _cases.Time.Today = new DateOnly(2024, 12, 20);

        var first = await Import(File.ReadAllBytes(Sample));
        var second = await Import(File.ReadAllBytes(Sample));

        Assert.Equal((first.Accepted, 0L, 0L), (second.Duplicate, second.Accepted, first.Duplicate));
        Assert.Equal(["5 5 6 5 5"], _cases.Rows("SELECT (SELECT COUNT(*) FROM contact), (SELECT COUNT(*) FROM early_help_assessment), (SELECT COUNT(*) FROM referral), (SELECT COUNT(*) FROM assessment), (SELECT COUNT(*) FROM section_47_enquiry)"));
        Assert.Equal(["7 5 3 5"], _cases.Rows("SELECT (SELECT COUNT(*) FROM protection_plan), (SELECT COUNT(*) FROM conference WHERE Kind = 2), (SELECT COUNT(*) FROM conference WHERE Kind = 1), (SELECT COUNT(*) FROM looked_after_period)"));
        Assert.Equal(["2024-12-19 13:48:34"], _cases.Rows("SELECT DISTINCT datetime(Version / 1000, 'unixepoch') FROM referral WHERE Counts = 1"));
        Assert.Equal(["2"], _cases.Rows("SELECT COUNT(*) FROM feed_receipt WHERE Client = 'Annex A upload'"));
    }

    [Fact]
    public async Task A_later_workbook_replaces_and_an_earlier_one_changes_nothing()
    {
        await Import(Workbook(savedDay: 10).List(3, Referral("C1", Day, ("Referral NFA?", "No"))));
        var later = await Import(Workbook(savedDay: 12).List(3, Referral("C1", Day, ("Referral NFA?", "Yes"))));
        var earlier = await Import(Workbook(savedDay: 11).List(3, Referral("C1", Day, ("Referral NFA?", "No")), Referral("C2", Day)));

        Assert.Equal((1L, 0L), (later.Accepted, later.Stale));
        // What only the earlier one tells of is new all the same.
        Assert.Equal((1L, 1L), (earlier.Accepted, earlier.Stale));
        Assert.Equal(["C1/3/2010-07-05 7", "C2/3/2010-07-05 0"], _cases.Rows("SELECT RecordId, Outcome FROM referral ORDER BY RecordId"));
    }

    [Fact]
    public async Task A_workbook_that_does_not_say_when_it_was_saved_has_the_instant_of_its_coming()
    {
        var result = await Import(new WorkbookWriter { SavedAt = null }.List(1, Contact("C1", Day)));

        Assert.Equal(_cases.Clock.Now, result.SavedAt);
    }

    [Fact]
    public async Task A_rejected_row_waits_to_be_corrected_and_a_corrected_workbook_settles_it()
    {
        var rejected = new List<RejectedCell>();
        await Import(Workbook(10).List(3, Referral("C1", "31/02/2010"), Referral("C2", Day, ("Referral NFA?", "perhaps")), Referral("C3", "soon"), Referral("C4", Day)), rejected.Add);
        Assert.Equal(
            ["referral List 3, row 2 List 3, row 2, Date of referral BadDate", "referral C2/3/2010-07-05 List 3, row 3, Referral NFA? UnknownCode", "referral List 3, row 4 List 3, row 4, Date of referral BadDate"], Open());
        Assert.Equal(rejected.Select(cell => cell.Sentence), _cases.Rows("SELECT Sentence FROM feed_rejection ORDER BY Id"));
        Assert.Equal(["31/02/2010"], _cases.Rows("""SELECT json_extract(Record, '$."Date of referral"') FROM feed_rejection WHERE RecordId = 'List 3, row 2'"""));

        // A workbook without the list says nothing of it, nor does an earlier one.
        await Import(Workbook(11).List(1, Contact("C1", Day)));
        await Import(Workbook(9).List(3, Referral("C9", Day)));
        Assert.Equal(3, Open().Count);

        await Import(Workbook(12).List(3, Referral("C1", "28/02/2010"), Referral("C2", Day, ("Referral NFA?", "No")), Referral("C3", "soon")));
        Assert.Equal(["referral List 3, row 4 List 3, row 4, Date of referral BadDate"], Open());
        Assert.Equal(["C1/3/2010-02-28", "C2/3/2010-07-05", "C4/3/2010-07-05", "C9/3/2010-07-05"], _cases.Rows("SELECT RecordId FROM referral ORDER BY RecordId"));
    }

    [Fact]
    public async Task What_a_person_set_aside_stays_so_while_the_row_is_the_same()
    {
        await Import(Workbook(10).List(3, Referral("C1", "31/02/2010")));
        _cases.Database.Write(connection =>
        {
            using var aside = connection.CreateCommand();
            aside.CommandText = "UPDATE feed_rejection SET SetAsideAt = 1, SetAsideBy = 'S. Cole', SetAsideWhy = 'Never known'";
            aside.ExecuteNonQuery();
        });

        await Import(Workbook(11).List(3, Referral("C1", "31/02/2010")));

        Assert.Equal(["S. Cole -"], _cases.Rows("SELECT SetAsideBy, CorrectedAt FROM feed_rejection"));
    }

    [Fact]
    public async Task Beside_a_live_feed_nothing_counts_twice_and_the_differences_are_counted()
    {
        _cases.Send(Cases.Referral("R1", "2010-07-05"), Cases.Referral("R2", "2010-07-06", child: "C2"));

        var result = await Import(Workbook(10)
            .List(3, Referral("C1", Day), Referral("C2", Day), Referral("C3", Day))
            .List(1, Contact("C1", Day)));

        Assert.Equal(["2"], _cases.Rows("SELECT COUNT(*) FROM referral WHERE Counts = 1"));
        Assert.Equal(["1"], _cases.Rows("SELECT COUNT(*) FROM contact WHERE Counts = 1"));
        var compared = Assert.Single(result.Compared);
        // C1 is the same day of the same child; C2 has another day there, C3 is not there at all.
        Assert.Equal(("referral", "case-system", 2L), (compared.RecordType, Assert.Single(compared.Sources), compared.Differences));
        Assert.Equal((1L, 3L), (result.Accepted, result.Reconciled));
    }

    [Fact]
    public async Task Many_rows_go_in_batches_and_every_one_is_told_of()
    {
        var progress = new List<AnnexAProgressNow>();
        var rows = Enumerable.Range(1, 1_800).Select(i => Contact($"C{i}", i % 3 == 0 ? "never" : Day)).ToArray();

        var result = await Import(Workbook(10).List(1, rows), progress: progress.Add);

        Assert.Equal((1_200L, 600L), (result.Accepted, result.Rejected));
        Assert.Equal(["4"], _cases.Rows("SELECT COUNT(*) FROM feed_receipt"));
        Assert.Equal(["600"], _cases.Rows("SELECT COUNT(*) FROM feed_rejection"));
        Assert.Equal(progress.Select(now => now.Share).Order(), progress.Select(now => now.Share));
        Assert.Equal(3, progress.Count);
    }

    private static WorkbookWriter Workbook(int savedDay) => new() { SavedAt = new DateTime(2010, 8, savedDay, 9, 0, 0, DateTimeKind.Utc) };

    private Task<AnnexAResult> Import(WorkbookWriter workbook, Action<RejectedCell>? rejected = null, Action<AnnexAProgressNow>? progress = null) =>
        Import(workbook.ToBytes(), rejected, progress);

    private async Task<AnnexAResult> Import(byte[] workbook, Action<RejectedCell>? rejected = null, Action<AnnexAProgressNow>? progress = null)
    {
        var path = Path.Combine(_folder.Path, "workbook.xlsx");
        await File.WriteAllBytesAsync(path, workbook);
        var result = await new AnnexAImport(_cases.Intake, _cases.Database, _cases.Clock).Run(
            path, "workbook.xlsx", Client, "annex-a", _savedBefore, now =>
            {
                progress?.Invoke(now);
                return ValueTask.CompletedTask;
            }, rejected, default);
        _savedBefore = _savedBefore > result.SavedAt ? _savedBefore : result.SavedAt;
        return result;
    }

    private List<string> Open() => _cases.Rows("SELECT RecordType, RecordId, Field, Code FROM feed_rejection WHERE CorrectedAt IS NULL ORDER BY Id");
}
