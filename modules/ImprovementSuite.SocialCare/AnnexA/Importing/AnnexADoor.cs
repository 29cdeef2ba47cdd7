using Grpc.Core;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>The gRPC door of workbooks. What it promises is written in case_feed.proto.</summary>
internal sealed class AnnexADoor(AnnexAReading reading, UploadFolder folder, BusinessClock clock)
{
    private const int LongestName = 200;
    private const int LargestChunk = 64 << 10;
    private const int MostRejections = 500;

    public async Task Take(FeedClient client, IAsyncStreamReader<AnnexAChunk> chunks, IServerStreamWriter<AnnexAProgress> answers, CancellationToken cancel)
    {
        var path = folder.NewFile();
        try
        {
            var header = await Store(client, chunks, path, cancel);
            var source = client.SourceFor(header.SourceSystem);
            var id = await reading.Begin(AnnexAUpload.Of(header.Name, source, client.Name, clock.Now), new Actor(client.Name, client.Name), cancel);
            var rejections = new Listed();
            var result = await reading.Read(
                id, path, client, async now => await answers.WriteAsync(new() { List = now.List, Rows = now.Rows, Share = now.Share }, cancel), rejections.Add, cancel);
            await answers.WriteAsync(new() { List = 11, Rows = result.Rows, Share = 1, Summary = Summary(result, rejections) }, cancel);
        }
        catch (AnnexAFileException unreadable)
        {
            throw FeedErrors.Invalid("content", unreadable.Message);
        }
        catch (OperationCanceledException stop)
        {
            throw FeedErrors.NotKept(stop);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<AnnexAHeader> Store(FeedClient client, IAsyncStreamReader<AnnexAChunk> chunks, string path, CancellationToken cancel)
    {
        if (!await chunks.MoveNext(cancel) || chunks.Current.Header is not { } header)
            throw FeedErrors.Invalid("header", "The first message has no header: give source_system, name and size, then the content.");
        client.SourceFor(header.SourceSystem);
        if (header.Name.Length is 0 or > LongestName)
            throw FeedErrors.Invalid("header.name", $"header.name is the file's name in 1 to {LongestName} characters.");
        if (header.Size is < 1 or > AnnexAWorkbook.LargestFile)
            throw FeedErrors.TooMuch("WORKBOOK_TOO_LARGE", $"The workbook has {header.Size:N0} bytes: {AnnexAWorkbook.LargestFile:N0} are the most. Take out pictures and other sheets and send it again.");
        await using var file = File.Create(path);
        while (await chunks.MoveNext(cancel))
        {
            var content = chunks.Current.Content;
            if (content.Length is 0 or > LargestChunk)
                throw FeedErrors.Invalid("content", $"A message after the header holds 1 to {LargestChunk:N0} bytes of the file.");
            if (file.Length + content.Length > header.Size)
                throw FeedErrors.Invalid("content", $"More came than the {header.Size:N0} bytes that header.size says.");
            await file.WriteAsync(content.Memory, cancel);
        }
        return file.Length == header.Size
            ? header
            : throw FeedErrors.Invalid("content", $"{file.Length:N0} bytes came of the {header.Size:N0} that header.size says: send the file again.");
    }

    private static AnnexASummary Summary(AnnexAResult result, Listed rejections) => new()
    {
        Lists =
        {
            result.Lists.Select(list => new AnnexAListCounts
            {
                List = list.List, Read = list.Read, Rows = list.Rows, Remarked = list.Remarked, Rejected = list.Rejected,
                MissingHeadings = { list.Missing }, UnknownHeadings = { list.Unknown },
            }),
        },
        Accepted = result.Accepted, Duplicate = result.Duplicate, Stale = result.Stale, Reconciled = result.Reconciled,
        Rejections = { rejections.Cells }, RejectedUnlisted = rejections.UnlistedRows,
    };

    /// <summary>The first things that are wrong; of the rest, how many rows they are of.</summary>
    private sealed class Listed
    {
        private (string, string) _last;

        public List<AnnexARejection> Cells { get; } = [];

        public long UnlistedRows { get; private set; }

        public void Add(RejectedCell cell)
        {
            // What is wrong with one row comes together.
            var another = _last != (cell.RecordType, cell.RecordId);
            _last = (cell.RecordType, cell.RecordId);
            if (Cells.Count == MostRejections)
            {
                UnlistedRows += another ? 1 : 0;
                return;
            }
            var (sheet, row, column) = cell.Parts;
            Cells.Add(new()
            {
                Sheet = sheet, Row = int.TryParse(row, out var number) ? number : 0, Column = column,
                RecordType = cell.RecordType, RecordId = cell.RecordId, Sentence = cell.Sentence,
            });
        }
    }
}
