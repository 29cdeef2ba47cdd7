extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using Google.Protobuf;
using Grpc.Core;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.SocialCare.AnnexA;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.SocialCare.AnnexA.AnnexAFile;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>A workbook sent by the agent to the real suite on loopback.</summary>
public sealed class AnnexASendingTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2010, 7, 5);

    private readonly ExtractFile _file = new();
    private readonly List<string> _notices = [];
    private RunningSuite _suite = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _key = await _suite.Secret("socialcare", "case-system", "annex-a");
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_workbook_is_taken_with_progress_and_its_rejected_rows_are_listed()
    {
        var shares = new List<double>();
        var contacts = Enumerable.Range(1, 1_200).Select(i => Contact($"C{i}", Day)).ToArray();
        var path = Write(new WorkbookWriter().List(1, contacts).List(3, Referral("C1", "31/02/2010"), Referral("C2", Day)));
        var rejected = Path.Combine(_file.Folder, "rejected.csv");

        var tally = await Sender(shares.Add, rejected).Send(path);
        var again = await Sender().Send(path);

        Assert.Equal(new SendTally { Accepted = 1_201, Rejected = 1 }, tally);
        Assert.Equal(new SendTally { Duplicate = 1_201, Rejected = 1 }, again);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal((0.0, 1.0), (shares[0], shares[^1]));
        Assert.Equal(
            "annex.xlsx,2,referral,\"List 3, row 2\",\"List 3, Date of referral\",UNREADABLE,\"List 3, row 2, Date of referral: \"\"31/02/2010\"\" is no day of the calendar. Correct the cell and send the workbook again.\"",
            (await File.ReadAllLinesAsync(rejected))[1]);
        Assert.Equal(["Done test", "Done test"], (await Uploads()).Select(upload => $"{upload.State} {upload.By.Split(' ')[0]}"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_suite.Folder, "annex-a-uploads")));
    }

    [Fact]
    public async Task Headings_that_are_missing_are_told()
    {
        await Sender().Send(Write(new WorkbookWriter().Sheet("List 1", ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Shoe size"], ["C1", "M", "WBRI", null, null, Day])));

        Assert.Equal(["List 1 of annex.xlsx: a heading is missing (Contact Source); a heading is not known (Shoe size)."], _notices);
    }

    [Fact]
    public async Task More_rejected_rows_than_are_listed_are_counted()
    {
        var rejected = Path.Combine(_file.Folder, "rejected.csv");

        var tally = await Sender(rejected: rejected).Send(Write(new WorkbookWriter().List(1, [.. Enumerable.Range(1, 620).Select(i => Contact($"C{i}", "never"))])));

        Assert.Equal(new SendTally { Rejected = 620, RejectedUnlisted = 120 }, tally);
        Assert.Equal(501, (await File.ReadAllLinesAsync(rejected)).Length);
    }

    [Fact]
    public async Task A_file_that_the_suite_cannot_read_is_told_in_its_sentence()
    {
        var path = Path.Combine(_file.Folder, "annex.xlsx");
        await File.WriteAllBytesAsync(path, "PK\x03\x04 and no more"u8.ToArray());

        var told = await Assert.ThrowsAsync<SendFailedException>(() => Sender().Send(path));

        Assert.Equal("The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx) and send that.", told.Message);
    }

    [Fact]
    public async Task Another_source_may_be_named_if_the_key_is_for_it()
    {
        var path = Write(new WorkbookWriter().List(1, Contact("C1", Day)));

        await new CaseSender(_suite.Feeds, _key) { Source = "case-system" }.Send(path);
        var told = await Assert.ThrowsAsync<SendFailedException>(() => new CaseSender(_suite.Feeds, _key) { Source = "hr-system" }.Send(path));

        Assert.Equal(["case-system"], (await Uploads()).Select(upload => upload.Source));
        Assert.StartsWith("This key is not for the source system \"hr-system\".", told.Message);
    }

    [Fact]
    public async Task What_breaks_the_rules_of_the_call_is_told()
    {
        var header = new AnnexAChunk { Header = new() { SourceSystem = "annex-a", Name = "annex.xlsx", Size = 10 } };
        var content = new AnnexAChunk { Content = ByteString.CopyFrom(new byte[10]) };

        Assert.Equal((StatusCode.InvalidArgument, "The first message has no header: give source_system, name and size, then the content."), await Told(content));
        Assert.Equal(StatusCode.ResourceExhausted, (await Told(new AnnexAChunk { Header = new() { SourceSystem = "annex-a", Name = "annex.xlsx", Size = 51L << 20 } })).Code);
        Assert.Equal((StatusCode.InvalidArgument, "More came than the 10 bytes that header.size says."), await Told(header, content, content));
        Assert.Equal((StatusCode.InvalidArgument, "0 bytes came of the 10 that header.size says: send the file again."), await Told(header));
        Assert.Equal(StatusCode.InvalidArgument, (await Told(header, new AnnexAChunk { Content = ByteString.CopyFrom(new byte[70_000]) })).Code);
        Assert.Empty(await Uploads());
    }

    private async Task<(StatusCode Code, string Sentence)> Told(params AnnexAChunk[] chunks)
    {
        using var call = _suite.CaseFeed.SendAnnexA(RunningSuite.Bearer(_key));
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            foreach (var chunk in chunks)
                await call.RequestStream.WriteAsync(chunk);
            await call.RequestStream.CompleteAsync();
            await call.ResponseStream.MoveNext(default);
        });
        return (refused.StatusCode, refused.Status.Detail);
    }

    private CaseSender Sender(Action<double>? share = null, string? rejected = null) =>
        new(_suite.Feeds, _key) { Progress = progress => share?.Invoke(progress.Share), RejectedPath = rejected, Notice = _notices.Add };

    private string Write(WorkbookWriter workbook)
    {
        var path = Path.Combine(_file.Folder, "annex.xlsx");
        File.WriteAllBytes(path, workbook.ToBytes());
        return path;
    }

    private async Task<List<(string State, string Source, string By)>> Uploads()
    {
        using var scope = _suite.Services.CreateScope();
        var uploads = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().AnnexAUploads.AsNoTracking().OrderBy(upload => upload.Id).ToListAsync();
        return [.. uploads.Select(upload => (upload.State.ToString(), upload.Source, upload.SentBy))];
    }
}
