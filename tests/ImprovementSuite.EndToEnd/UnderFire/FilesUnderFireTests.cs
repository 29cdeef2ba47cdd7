using System.Net;
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
    [Fact]
    public async Task Workbooks_are_refused_at_every_door_in_a_sentence()
    {
        using var feed = new RawFeed(host.Feeds);
        foreach (var (what, make) in Bomb.All)
        {
            var bomb = make();
            Assert.InRange(bomb.Length, 1, 10 << 20);
            output.WriteLine($"A workbook of {bomb.Length / 1024:N0} KB that {what}: " + await Watch.During(host, async () =>
            {
                var (status, sentence) = await feed.Call(RawFeed.SendAnnexA, host.Keys[5], Chunks(bomb));
                // Without headings it has nothing to take: what reads it says so, or that it holds too much.
                Assert.True(status is StatusCode.OK or StatusCode.InvalidArgument, $"{what}: {status} {sentence}");
                Assert.True(status is StatusCode.OK || sentence.EndsWith('.'), $"{what}: {sentence}");

                foreach (var page in (string[])["/social-care/annex-a", "/plan/import", "/plan/readings"])
                {
                    var answer = await host.Upload(page, "bomb.xlsx", bomb);
                    Assert.True(answer.StartsWith("200", StringComparison.Ordinal) ? answer.Contains("govuk-error-summary", StringComparison.Ordinal) : page == "/social-care/annex-a", $"{what} on {page}: {answer[..Math.Min(answer.Length, 200)]}");
                    // The page takes one at a time.
                    while (page == "/social-care/annex-a" && (await host.Browser.GetStringAsync(new Uri(host.Pages, page))).Contains("role=\"status\"", StringComparison.Ordinal))
                        await Task.Delay(200);
                }
            }));
        }
        await host.LogSays("could not be read to its end: it is broken or holds too much.");
        await host.LogSays("An Annex A workbook of ");
        await host.LogSays("A plan file of ");
        await host.LogSays("A file of readings of ");
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

    private static ByteArrayContent Chunks(byte[] file)
    {
        using var body = new MemoryStream();
        body.Write(RawFeed.Framed(new AnnexAChunk { Header = new() { SourceSystem = "annex-a", Name = "bomb.xlsx", Size = file.Length } }.ToByteArray()));
        foreach (var chunk in file.Chunk(64 << 10))
            body.Write(RawFeed.Framed(new AnnexAChunk { Content = ByteString.CopyFrom(chunk) }.ToByteArray()));
        return new ByteArrayContent(body.ToArray());
    }
}
