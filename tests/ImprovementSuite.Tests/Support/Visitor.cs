using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ImprovementSuite.Tests.Support;

/// <summary>A person at a browser without script: follows addresses, fills forms and reads what a person would read.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    private Visitor(Uri pages) => _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = pages };

    /// <summary>Somebody who has not signed in.</summary>
    public static Visitor To(RunningSuite suite) => new(suite.Pages);

    /// <summary>A person of the demo.</summary>
    public static async Task<Visitor> SignIn(RunningSuite suite, string person)
    {
        var visitor = new Visitor(suite.Pages);
        var page = await visitor.Page("/sign-in");
        await visitor.Send(page, "button[value='" + person + "']");
        return visitor;
    }

    public async Task<IHtmlDocument> Page(string path)
    {
        using var response = await _http.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await Read(response);
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var response = await _http.GetAsync(path);
        return response.StatusCode;
    }

    /// <summary>Where an address sends a browser on to, without going there.</summary>
    public async Task<(HttpStatusCode Status, string? To)> LeadsTo(string path)
    {
        using var still = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = _http.BaseAddress };
        using var response = await still.GetAsync(path);
        return (response.StatusCode, response.Headers.Location?.AbsoluteUri);
    }

    /// <summary>What a browser is shown at an address, whatever the status.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new("text/html") } } };
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asks another port of the suite over HTTP/2, with the cookie that a browser sends to every port.</summary>
    public async Task<HttpStatusCode> StatusOverHttp2(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Posts what no form of the page would, and says what the answer was.</summary>
    public async Task<HttpStatusCode> Post(IHtmlDocument page, string path, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));
        using var response = await _http.PostAsync(path, content);
        return response.StatusCode;
    }

    /// <summary>Posts a form and reads what a browser is shown then, whatever the status.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Submit(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { Accept = { new("text/html") } } };
        request.Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts as a page's script would, with its token in a header.</summary>
    public async Task<HttpStatusCode> PostWithToken(string path, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public async Task<string> Text(string path) => await _http.GetStringAsync(path);

    /// <summary>A file, with the name that a browser would give it.</summary>
    public async Task<(byte[] File, string Name, string Type)> Download(string path)
    {
        using var response = await _http.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await FileOf(response);
    }

    /// <summary>Presses a button of the page after filling its form.</summary>
    public async Task<IHtmlDocument> Send(IHtmlDocument page, string button, params (string Name, string Value)[] filled)
    {
        using var response = await Press(page, button, null, filled);
        Assert.True(response.IsSuccessStatusCode, $"{button} answered {(int)response.StatusCode}");
        return await Read(response);
    }

    /// <summary>Presses a button that may be refused.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> Answer(IHtmlDocument page, string button, params (string Name, string Value)[] filled)
    {
        using var response = await Press(page, button, null, filled);
        return (response.StatusCode, await Read(response));
    }

    /// <summary>Presses a button that answers with a file.</summary>
    public async Task<(byte[] File, string Name, string Type)> SendForFile(IHtmlDocument page, string button, string address, params (string Name, string Value)[] filled)
    {
        using var response = await Press(page, button, address, filled);
        Assert.True(response.IsSuccessStatusCode, $"{button} answered {(int)response.StatusCode}");
        return await FileOf(response);
    }

    private async Task<HttpResponseMessage> Press(IHtmlDocument page, string button, string? address, (string Name, string Value)[] filled)
    {
        var pressed = page.QuerySelector(button) as IHtmlButtonElement ?? throw new InvalidOperationException($"The page has no {button}.");
        var form = pressed.Form!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value!)))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Where(f => filled.All(given => given.Name != f.Item1))
            .Concat(filled)
            .Append((pressed.Name ?? "", pressed.Value));
        using var content = new FormUrlEncodedContent(fields.Where(f => f.Item1.Length > 0).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        return await _http.PostAsync(new Uri(new Uri(page.Url), address ?? pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? ""), content);
    }

    /// <summary>Chooses a file in the page's form, fills its other fields and sends it.</summary>
    public async Task<IHtmlDocument> Upload(IHtmlDocument page, string field, string name, byte[] file, params (string Name, string Value)[] filled)
    {
        var form = ((IHtmlInputElement)page.QuerySelector($"input[type=file][name={field}]")!).Form!;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), field, name } };
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (other, value) in filled)
            content.Add(new StringContent(value), other);
        using var response = await _http.PostAsync(new Uri(new Uri(page.Url), form.GetAttribute("action") ?? ""), content);
        Assert.True(response.IsSuccessStatusCode, $"{name} was answered {(int)response.StatusCode}");
        return await Read(response);
    }

    public Task<byte[]> Bytes(string path) => _http.GetByteArrayAsync(path);

    /// <summary>The words of an element with single spaces.</summary>
    public static string Words(IElement? element) =>
        string.Join(' ', (element ?? throw new InvalidOperationException("The page has no such element.")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => _http.Dispose();

    private static async Task<(byte[] File, string Name, string Type)> FileOf(HttpResponseMessage response) =>
        (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentDisposition!.FileName!, response.Content.Headers.ContentType!.MediaType!);

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return (IHtmlDocument)await BrowsingContext.New().OpenAsync(page => page.Content(html).Address(response.RequestMessage!.RequestUri!));
    }
}
