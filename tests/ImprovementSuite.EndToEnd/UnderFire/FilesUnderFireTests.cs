using System.Text;
using Google.Protobuf;
using Grpc.Core;
using ImprovementSuite.SocialCare.Feed.V1;
using Xunit;
using Xunit.Abstractions;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>Files that people and senders bring in, each made to take far more than it has.</summary>
[Collection(UnderFireCollection.Name)]
public sealed class FilesUnderFireTests(HostUnderFire host, ITestOutputHelper output)
{
    public static TheoryData<string> Bombs => [.. Bomb.All.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_workbook_is_refused_at_every_door_in_a_sentence(string that)
    {
        using var feed = new RawFeed(host.Feeds);
        var bomb = Bomb.All[that]();
        var status = StatusCode.OK;
        Assert.InRange(bomb.Length, 1, 10 << 20);
        output.WriteLine($"{bomb.Length / 1024:N0} KB: " + await Watch.During(host, async () =>
        {
            (status, var sentence) = await feed.Call(RawFeed.SendAnnexA, host.Keys[5], Chunks(bomb));
            // Where it can be read to its end, it has nothing to take.
            Assert.True(status is StatusCode.OK || (status is StatusCode.InvalidArgument && sentence.EndsWith('.')), $"{status} {sentence}");
            output.WriteLine($"Annex A by gRPC: {status} {sentence}");

            foreach (var page in (string[])["/plan/import", "/plan/readings"])
            {
                var answer = await host.Upload(page, "bomb.xlsx", bomb);
                Assert.True(answer.StartsWith("200", StringComparison.Ordinal) && answer.Contains("govuk-error-summary", StringComparison.Ordinal), $"{page}: {answer[..Math.Min(answer.Length, 200)]}");
            }
            // What is wrong at once the page says; what comes to light when it is read, its upload.
            var uploaded = await host.Upload("/social-care/annex-a", "bomb.xlsx", bomb);
            for (var waited = 0; IsReading(uploaded); waited++)
            {
                Assert.True(waited < 200, "The workbook is not read to its end.");
                await Task.Delay(200);
                uploaded = await host.Browser.GetStringAsync(new Uri(host.Pages, "/social-care/annex-a"));
            }
            Assert.True(uploaded.Contains("govuk-error-summary", StringComparison.Ordinal) || uploaded.Contains("bomb.xlsx was", StringComparison.Ordinal) || status is StatusCode.OK, uploaded[..Math.Min(uploaded.Length, 200)]);
        }));

        await host.LogSays("A plan file of ");
        await host.LogSays("A file of readings of ");
        if (status != StatusCode.OK)
            await host.LogSays("Annex A workbook");
    }

    [Theory]
    [InlineData("/plan/import", "millions.json", 10 << 20, "{\"title\": \"Plan\", \"measures\": [", "{},")]
    [InlineData("/plan/import", "deep.json", 10 << 20, "{\"title\": ", "[")]
    [InlineData("/plan/readings", "rows.csv", 5 << 20, "measure\n", "\n")]
    [InlineData("/plan/readings", "columns.csv", 5 << 20, "measure", ",a")]
    [InlineData("/plan/readings", "line.csv", 5 << 20, "measure\n\"", "a")]
    public async Task Texts_are_refused_in_a_sentence(string page, string name, int size, string begins, string goesOn)
    {
        var text = new StringBuilder(begins, size);
        while (text.Length + goesOn.Length <= size - 10)
            text.Append(goesOn);
        var file = Encoding.UTF8.GetBytes(name == "millions.json" ? $"{text.ToString().TrimEnd(',')}]}}" : text.ToString());

        output.WriteLine(await Watch.During(host, async () =>
        {
            var answer = await host.Upload(page, name, file);
            Assert.StartsWith("200", answer);
            Assert.Contains("govuk-error-summary", answer);
        }));
    }

    private static bool IsReading(string page) => page.Contains("This page renews itself until it is done", StringComparison.Ordinal);

    private static LengthlessContent Chunks(byte[] file)
    {
        using var body = new MemoryStream();
        body.Write(RawFeed.Framed(new AnnexAChunk { Header = new() { SourceSystem = "annex-a", Name = "bomb.xlsx", Size = file.Length } }.ToByteArray()));
        foreach (var chunk in file.Chunk(64 << 10))
            body.Write(RawFeed.Framed(new AnnexAChunk { Content = ByteString.CopyFrom(chunk) }.ToByteArray()));
        return new LengthlessContent(body.ToArray());
    }
}
