using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.UnderFire;

/// <summary>A file is called what would be a path elsewhere, a device or a piece of a page.</summary>
public sealed class FileNameTests : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "../../fire.xlsx", "..\\..\\fire.xlsx", "/etc/fire.xlsx", "C:\\fire.xlsx", $"{new string('f', 4_000)}.xlsx", "<script>alert(1)</script>fire.xlsx", "'><img src=x onerror=alert(2)>fire.xlsx",
        "CON.xlsx", "%2e%2e%2ffire.xlsx", ".", "..",
    ];

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("/social-care/annex-a")]
    [InlineData("/plan/import")]
    [InlineData("/plan/readings")]
    public async Task It_is_refused_in_a_sentence_and_lies_nowhere(string path)
    {
        using var visitor = await Visitor.SignIn(_suite, "demo-performance-manager");

        foreach (var name in Names)
        {
            var answer = await visitor.Upload(await visitor.Page(path), "file", name, "PK\u0003\u0004 no workbook"u8.ToArray());

            Assert.True(answer.QuerySelector(".govuk-error-summary") is not null, $"{path} took {name}");
            Assert.Empty(answer.QuerySelectorAll("main script, main img"));
        }
        Assert.Empty(Directory.EnumerateFiles(_suite.Folder, "*fire*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(_suite.Folder)!, "*fire*.xlsx"));
        Assert.False(File.Exists("/etc/fire.xlsx"));
    }
}
