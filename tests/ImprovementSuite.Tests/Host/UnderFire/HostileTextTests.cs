using System.Net;
using AngleSharp.Html.Dom;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.UnderFire;

/// <summary>Every field of every form is filled with what would be SQL in a database and HTML in a page.</summary>
public sealed partial class HostileTextTests : IAsyncLifetime
{
    private const string Text = "Robert'); DROP TABLE line; DROP TABLE referral;-- \"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}";

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite, CancellationToken.None);
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02"), Cases.Initial("I1", "R1", "2010-08-09")), await _suite.Key());
        await _suite.Quiet();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("demo-performance-manager")]
    [InlineData("demo-practice-improvement-manager")]
    [InlineData("demo-administrator")]
    public async Task In_every_field_of_every_form_it_is_a_text(string person)
    {
        using var visitor = await Visitor.SignIn(_suite, person);
        var tables = Tables();
        var (fields, forms) = (0, 0);

        foreach (var path in await Walk(visitor))
        {
            var (status, html) = await visitor.Read(path);
            if (status != HttpStatusCode.OK)
                continue;
            var page = await Parsed(html, path);
            foreach (var form in page.Forms.OfType<IHtmlFormElement>().Where(form => form.GetAttribute("action")?.Contains("/sign-out", StringComparison.Ordinal) != true))
            {
                var filled = Filled(form).ToList();
                if (!filled.Any(field => field.Value.Contains("DROP TABLE", StringComparison.Ordinal)))
                    continue;
                forms++;
                fields += filled.Count(field => field.Value.Contains("DROP TABLE", StringComparison.Ordinal));
                var (answer, shown) = await Send(visitor, form, path, filled);
                Assert.True((int)answer < 500, $"{form.Method} of {path} {form.GetAttribute("action")} answered {(int)answer}");
                IsEncoded(shown, path);
            }
        }
        Assert.True(forms > 3 && fields > 5, $"Only {forms} forms with {fields} fields were found.");

        // What was kept is shown as what it is, wherever it is shown.
        foreach (var path in await Walk(visitor))
        {
            var (status, html) = await visitor.Read(path);
            Assert.True((int)status < 500, $"{path} answered {(int)status} afterwards");
            IsEncoded(html, path);
        }
        Assert.Equal(tables, Tables());
    }

    /// <summary>No element and no attribute of a page came from a text.</summary>
    private static void IsEncoded(string html, string path)
    {
        Assert.False(html.Contains("<script>alert(1)", StringComparison.OrdinalIgnoreCase), $"{path} has a script that was typed");
        Assert.False(html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), $"{path} has an element that was typed");
    }

    /// <summary>Every page with its own address: routes without values, and whatever they link to, two of each kind.</summary>
    private async Task<IReadOnlyList<string>> Walk(Visitor visitor)
    {
        var waiting = new Queue<string>(["/"]);
        foreach (var endpoint in _suite.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && !endpoint.RoutePattern.RawText!.Contains('{'))
                waiting.Enqueue($"/{endpoint.RoutePattern.RawText.TrimStart('/')}");
        var (seen, kinds, pages) = (new HashSet<string>(), new Dictionary<string, int>(), new List<string>());
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || path.StartsWith("/hangfire", StringComparison.Ordinal) || path.StartsWith("/sign", StringComparison.Ordinal))
                continue;
            var kind = Segment().Replace(path.Split('?')[0], "/*");
            if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > 2)
                continue;
            var (status, html) = await visitor.Read(path);
            if (status != HttpStatusCode.OK || !html.Contains("<html", StringComparison.OrdinalIgnoreCase))
                continue;
            pages.Add(path);
            foreach (var link in (await Parsed(html, path)).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
                if (!link.Contains("handler=", StringComparison.Ordinal))
                    waiting.Enqueue(link);
        }
        return pages;
    }

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "text" or "search" or "email" or "url" or "tel" or "number" or "date" } input: yield return (input.Name!, Text); break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area: yield return (area.Name!, Text); break;
                case IHtmlInputElement { Name.Length: > 0, Type: "hidden" } hidden: yield return (hidden.Name!, hidden.Value); break;
                case IHtmlInputElement { Name.Length: > 0, Type: "radio" or "checkbox", IsChecked: true } chosen: yield return (chosen.Name!, chosen.Value); break;
                case IHtmlSelectElement { Name.Length: > 0 } select: yield return (select.Name!, select.Value ?? ""); break;
            }
    }

    private static async Task<(HttpStatusCode Status, string Text)> Send(Visitor visitor, IHtmlFormElement form, string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        var button = form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(button => button.Type == "submit");
        var action = (button?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } named ? named : path;
        if (form.Method.Equals("post", StringComparison.OrdinalIgnoreCase))
            return await visitor.Submit(action, [.. fields, .. button?.Name is { Length: > 0 } name ? [(name, button.Value)] : Array.Empty<(string, string)>()]);
        return await visitor.Read($"{action.Split('?')[0]}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))}");
    }

    private static async Task<IHtmlDocument> Parsed(string html, string path) =>
        (IHtmlDocument)await AngleSharp.BrowsingContextExtensions.OpenAsync(AngleSharp.BrowsingContext.New(), answer => answer.Content(html).Address($"http://localhost{path}"));

    /// <summary>The tables of every database.</summary>
    private List<string> Tables() => [.. _suite.Services.GetServices<ModuleDatabase>().SelectMany(database =>
        database.Read(connection => connection.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row => $"{database.Name}.{row.GetString(0)}")))];

    [System.Text.RegularExpressions.GeneratedRegex(@"/[^/]*[\dA-Z][^/]*")]
    private static partial System.Text.RegularExpressions.Regex Segment();
}
