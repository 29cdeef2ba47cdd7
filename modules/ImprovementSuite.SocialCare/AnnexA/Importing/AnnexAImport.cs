using System.Security.Cryptography;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.AnnexA.Reading;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>Reads a workbook and gives its rows to the intake of every case record: rejected ones as well, so that they wait to be corrected where others do.</summary>
internal sealed class AnnexAImport(CaseRecordIntake intake, ModuleDatabase<SocialCareDb> database, BusinessClock clock)
{
    /// <summary>The source system of a workbook that does not name another.</summary>
    public const string UsualSource = "annex-a";

    private const int UnderWay = 4;
    private const int LongestStreamName = 75;

    /// <summary>Reads the file to its end. <paramref name="progress"/> is told after each batch, <paramref name="rejected"/> each thing that is wrong.</summary>
    /// <param name="name">The file's name, as its sender calls it.</param>
    /// <param name="savedBefore">When the latest workbook of this source that was read to its end was saved.</param>
    /// <exception cref="AnnexAFileException">It cannot be read; what was taken before is kept.</exception>
    public async Task<AnnexAResult> Run(
        string path, string name, FeedClient client, string source, DateTime? savedBefore, Func<AnnexAProgressNow, ValueTask>? progress, Action<RejectedCell>? rejected, CancellationToken cancel)
    {
        using var workbook = AnnexAWorkbook.Open(path);
        var savedAt = workbook.SavedAt ?? clock.Now;
        var reader = new AnnexAReader(workbook, SqliteCommands.ToMilliseconds(savedAt), clock.Today);
        var wrong = new HashSet<(string, string)>();
        var batches = new Batches(intake, client, source, StreamName(path, name), refused =>
        {
            wrong.Add((refused.RecordType, refused.RecordId));
            rejected?.Invoke(refused);
        }, cancel);
        var rows = 0L;
        foreach (var row in reader.Rows())
        {
            rows++;
            foreach (var problem in row.Rejected?.Problems ?? [])
                rejected?.Invoke(new(row.Rejected!.Type, row.Rejected.Id, problem.Field, problem.Sentence));
            if (row.Rejected is { } unreadable)
                wrong.Add((unreadable.Type, unreadable.Id));
            if (await batches.Add(row) && progress is not null)
                await progress(new(row.List, rows, reader.Share));
        }
        // An earlier workbook says nothing of what is wrong with a later one.
        await batches.Answered();
        await batches.End(savedBefore > savedAt ? null : new WholeReturn(workbook.Lists.Select(list => AnnexATemplate.List(list).Type?.Name ?? "").ToHashSet(), wrong));
        var total = batches.Total;
        return new(savedAt, reader.Results, workbook.OtherSheets, total.Accepted, total.Duplicate, total.Stale, total.Reconciled, Compared(source, workbook.Lists));
    }

    private List<ComparedType> Compared(string source, IReadOnlyList<int> lists) => database.Read(connection =>
    {
        var differences = SourceDifferences.Count(connection, source);
        var sources = SourcesOfRecord.Read(connection).ToLookup(record => record.RecordType, record => record.Source);
        return lists.SelectMany(TypesOf).Distinct()
            .Select(type => new ComparedType(type.Name, [.. sources[type.Name].Where(other => other != source).Distinct()], differences.GetValueOrDefault(type.Name)))
            .Where(type => type.Sources.Count > 0).ToList();
    });

    /// <summary>The types of record that a list makes.</summary>
    private static IEnumerable<RecordType> TypesOf(int list) => (list, AnnexATemplate.List(list).Type) switch
    {
        (_, null) => [],
        (5 or 7, { } type) => [type, RecordType.Conference],
        (8, { } type) => [type, RecordType.LookedAfterReview],
        (_, { } type) => [type],
    };

    private static string StreamName(string path, string name)
    {
        using var file = File.OpenRead(path);
        return $"{(name.Length > LongestStreamName ? name[..LongestStreamName] : name)}-{Convert.ToHexStringLower(SHA256.HashData(file))[..16]}";
    }

    /// <summary>Cuts rows into batches and keeps a few of them under way.</summary>
    private sealed class Batches(CaseRecordIntake intake, FeedClient client, string source, string stream, Action<RejectedCell> refused, CancellationToken cancel)
    {
        private readonly Queue<(Task<Receipt> Receipt, int Records)> _underWay = new();
        private List<CaseRecord> _records = [];
        private List<UnreadableRow> _unreadable = [];
        private long _sequence;

        public Receipt Total { get; } = new();

        /// <summary>True where a batch was sent.</summary>
        public async Task<bool> Add(ReadRow row)
        {
            var sent = _records.Count + _unreadable.Count + row.Records.Count + 1 > CaseRecordIntake.MostRecords;
            if (sent)
                await Send(null);
            _records.AddRange(row.Records);
            if (row.Rejected is { } unreadable)
                _unreadable.Add(unreadable);
            return sent;
        }

        public async Task End(WholeReturn? ends)
        {
            if (_records.Count + _unreadable.Count > 0)
                await Send(ends);
            await Answered();
        }

        /// <summary>Waits until what was sent is on disk.</summary>
        public async Task Answered()
        {
            while (_underWay.Count > 0)
                await Take();
        }

        private async Task Send(WholeReturn? ends)
        {
            var header = new BatchHeader { SourceSystem = source, Stream = stream, Sequence = ++_sequence, SchemaVersion = CaseRecordIntake.SchemaVersion };
            _underWay.Enqueue((intake.Submit(client, header, _records, _unreadable, ends, cancel), _records.Count));
            (_records, _unreadable) = ([], []);
            if (_underWay.Count > UnderWay)
                await Take();
        }

        private async Task Take()
        {
            var (answer, records) = _underWay.Dequeue();
            var receipt = await answer;
            // The reader has checked every record by the same rules: what is refused all the same is still told.
            foreach (var one in receipt.Rejections.Where(one => one.Index < records))
                refused(new(one.RecordType, one.RecordId, "", one.Sentence));
            Total.Accepted += receipt.Accepted;
            Total.Duplicate += receipt.Duplicate;
            Total.Stale += receipt.Stale;
            Total.Reconciled += receipt.Reconciled;
        }
    }
}
