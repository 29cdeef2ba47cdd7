using System.Diagnostics;
using System.Text;
using ImprovementSuite.EndToEnd.NeverLost;
using Xunit;
using Xunit.Abstractions;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>Extract files that no case system writes, given to the feed agent: it says in a sentence what is wrong and where, and stays small.</summary>
[Collection(UnderFireCollection.Name)]
public sealed class ExtractsUnderFireTests(HostUnderFire host, ITestOutputHelper output)
{
    private const string Headings = "referral_id,version,child,received_on\n";

    /// <summary>An agent that idles has about 60 MB.</summary>
    private const long MostOfAgent = 300L << 20;

    [Theory]
    [InlineData(1 << 30, Headings + "R1,1,C1,2010-08-02\nR2,1,\"", "row 3: the row has more than 1,048,576 characters, which is the most. Look for a quotation mark that is not closed, or a file that is no CSV.")]
    [InlineData(64 << 20, "referral_id", "row 1: the row has more than 1,048,576 characters, which is the most. Look for a quotation mark that is not closed, or a file that is no CSV.")]
    public async Task A_line_of_a_gigabyte_is_refused_with_its_row_and_the_limit(int size, string begins, string sentence)
    {
        using var folder = new DataFolderOfTest();
        // A hole of a file: it has its length and takes no room.
        await using (var file = File.Create(folder.Of("extract.csv")))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(begins));
            file.SetLength(size);
        }

        await IsRefused(folder.Of("extract.csv"), $"extract.csv, {sentence}");
    }

    [Theory]
    [InlineData("laughs", "<!DOCTYPE Message [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>", "&d;")]
    [InlineData("file", "<!DOCTYPE Message [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("address", "<!DOCTYPE Message SYSTEM \"http://127.0.0.1:1/census.dtd\">", "")]
    [InlineData("parameter", "<!DOCTYPE Message [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>", "")]
    [InlineData("quadratic", "", "")]
    public async Task A_census_with_entities_is_refused_before_any_of_it_is_unfolded(string kind, string doctype, string child)
    {
        using var folder = new DataFolderOfTest();
        if (kind == "quadratic")
            (doctype, child) = ($"<!DOCTYPE Message [<!ENTITY a \"{new string('a', 1 << 20)}\">]>", string.Concat(Enumerable.Repeat("&a;", 1_000)));
        await File.WriteAllTextAsync(folder.Of("census.xml"),
            $"""
             <?xml version="1.0"?>
             {doctype}
             <Message><Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2010-03-31</ReferenceDate></CollectionDetails></Header>
             <Children><Child><ChildIdentifiers><LAchildID>{child}</LAchildID></ChildIdentifiers></Child></Children></Message>
             """);

        await IsRefused(folder.Of("census.xml"), "census.xml begins with a document type (DOCTYPE), which a census return does not need and which is not read. Take it out, or have the return made again.");
    }

    private async Task IsRefused(string file, string sentence)
    {
        output.WriteLine(await Watch.During(host, async () =>
        {
            using var agent = Process.Start(new ProcessStartInfo("dotnet", [Agent(), "send", file, "--to", host.Feeds.ToString(), "--key", host.Keys[6]])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(file),
            })!;
            var (said, complained) = (agent.StandardOutput.ReadToEndAsync(), agent.StandardError.ReadToEndAsync());
            var peak = 0L;
            while (!agent.WaitForExit(20))
                peak = Math.Max(peak, Watch.PeakBytes(agent.Id));
            await said;
            Assert.Equal((2, sentence), (agent.ExitCode, (await complained).Trim()));
            Assert.InRange(peak, 1, MostOfAgent);
            output.WriteLine($"The agent had {peak >> 20} MB at most.");
        }));
    }

    // As its own build left it, beside this assembly's configuration and framework.
    private static string Agent()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Folder("src", "ImprovementSuite.FeedAgent", "bin", built.Parent!.Name, built.Name), "ImprovementSuite.FeedAgent.dll");
    }
}
