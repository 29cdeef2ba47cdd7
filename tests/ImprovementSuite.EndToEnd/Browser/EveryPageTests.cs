using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>Every page, as everybody who may read it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Chromium chromium, DemoHost demo)
{
    // Most pages are the same for most people, and looking at one takes many times longer than opening it: what one person sees is looked at once.
    private static readonly ConcurrentDictionary<(string Path, string Elements), bool> Seen = [];

    // Of pages of one kind that are made of the same elements, axe examines one.
    private static readonly ConcurrentDictionary<(int Width, string Kind, string Elements), bool> Examined = [];

    public static TheoryData<string> People =>
    [
        "Performance manager", "Workstream lead, Social Work", "Workstream lead, Workforce", "Team manager, Central 2", "Practice improvement manager", "Analyst", "Panel member",
        "Administrator", "Read-only adviser",
    ];

    [Theory]
    [MemberData(nameof(People))]
    public async Task It_has_no_fault_and_no_barrier_on_a_desk_and_on_a_phone(string person)
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        var page = watched.Page;
        var wrong = new List<string>();
        await watched.SignIn(person);

        await page.Walk(async path =>
        {
            if (await page.Locator("h1").CountAsync() != 1)
                wrong.Add($"{path} has not one title");
            if (!Seen.TryAdd((path, await ElementsOf(page)), true))
                return;
            foreach (var width in new[] { Widths.Zoomed, Widths.Phone, Widths.Desk })
            {
                await page.SetViewportSizeAsync(width, 900);
                wrong.AddRange(await page.RunsOff());
                if (width == Widths.Zoomed)
                    continue;
                if (width == Widths.Phone && await page.EvaluateAsync<bool>("[...document.querySelectorAll('.table-pane')].some(pane => pane.querySelector('.table-bar') && pane.scrollWidth > pane.clientWidth)"))
                    wrong.Add($"{path} has bars that a phone must scroll to");
                if (Examined.TryAdd((width, Tour.Kind(path), await ElementsOf(page)), true))
                    wrong.AddRange(await page.Violations());
            }
        });

        WatchedPage.NothingIsWrong(watched.Faults.Concat(wrong));
    }

    [Fact]
    public async Task Without_script_every_table_is_there_and_no_place_is_kept_for_a_chart()
    {
        await using var context = await chromium.Open(demo.Address, Widths.Desk, script: false);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Performance manager");

        await watched.Page.Walk(async path =>
        {
            foreach (var table in await watched.Page.Locator("main table").AllAsync())
                Assert.True(await table.IsVisibleAsync(), $"A table of {path} cannot be seen without script.");
            foreach (var chart in await watched.Page.Locator(".chart").AllAsync())
                Assert.False(await chart.IsVisibleAsync(), $"A chart of {path} keeps its place without script.");
        });

        watched.HasNoFault();
    }

    // What a page is made of: its different elements with their classes and roles, however many there are of each and whatever they say.
    private static Task<string> ElementsOf(IPage page) => page.EvaluateAsync<string>(
        "[...new Set([...document.querySelectorAll('nav *, main *')].map(e => `${e.tagName}.${e.getAttribute('class')}.${e.getAttribute('role')}.${e.getAttribute('type')}`))].sort().join('\\n')");
}
