using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host;

/// <summary>What a hostile page, form or network meets.</summary>
public sealed class HardeningTests
{
    [Fact]
    public async Task No_form_is_taken_without_the_token_of_its_page()
    {
        await using var suite = await RunningSuite.StartReal(null, PersonOfTest.PasswordIsEnough);
        await PersonOfTest.Make(suite.Services, Role.All);
        using var browser = await SignedIn(suite.Pages);
        var loader = suite.Services.GetRequiredService<PageLoader>();
        var tried = 0;

        foreach (var endpoint in suite.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(handler => handler.HttpMethod == "Post"))
            {
                var path = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", "1");
                using var answer = await browser.PostAsync(new Uri(suite.Pages, $"/{path}?handler={handler.Name}"), new FormUrlEncodedContent([]));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"/{path} {handler.Name} answered {(int)answer.StatusCode} to a form without its token");
                tried++;
            }
        }
        Assert.InRange(tried, 50, 500);
    }

    [Fact]
    public async Task Over_tls_cookies_are_secure_and_browsers_are_told_to_come_back_by_tls_and_one_port_serves_both()
    {
        using var folder = new TemporaryFolder();
        var (certificate, key) = (Path.Combine(folder.Path, "suite.pem"), Path.Combine(folder.Path, "suite.key"));
        using (var rsa = RSA.Create(2048))
        {
            using var made = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllText(certificate, made.ExportCertificatePem());
            File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        }
        await using var suite = await RunningSuite.StartReal(null, PersonOfTest.PasswordIsEnough, $"--Listen:Certificate={certificate}", $"--Listen:CertificateKey={key}");
        await PersonOfTest.Make(suite.Services, Role.PanelMember);
        Assert.Equal("https", suite.Pages.Scheme);
        using var handler = Trusting();
        using var browser = new HttpClient(handler);
        await PersonOfTest.SignIn(browser, suite.Pages);

        // By a name that is not this machine's own: browsers are not told to keep localhost to TLS.
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(suite.Pages, "/plan")) { Headers = { Host = "suite.example.gov.uk" } };
        using var answer = await browser.SendAsync(asked);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(handler.CookieContainer.GetAllCookies(), cookie => Assert.True(cookie is { Secure: true, HttpOnly: true }, cookie.Name));
        Assert.NotEmpty(handler.CookieContainer.GetAllCookies());
        // HTTP/1.1 for pages and HTTP/2 for feeds, on the pages' own port.
        Assert.Equal(HttpVersion.Version11, answer.Version);
        using var feed = new HttpRequestMessage(HttpMethod.Post, new Uri(suite.Pages, "/grpc.health.v1.Health/Check"))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(new byte[5]) { Headers = { ContentType = new("application/grpc") } },
        };
        feed.Headers.TE.Add(new("trailers"));
        using var health = await browser.SendAsync(feed);
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (health.StatusCode, health.Version));
    }

    [Fact]
    public async Task A_field_that_no_form_has_changes_nothing()
    {
        await using var suite = await RunningSuite.StartReal(null, PersonOfTest.PasswordIsEnough);
        await PersonOfTest.Make(suite.Services, Role.PanelMember);
        using var browser = await SignedIn(suite.Pages);
        var page = new Uri(suite.Pages, "/account/password");
        var token = PersonOfTest.Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value;

        using var answer = await browser.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Current"] = "walrus over seven", ["New"] = "walrus over eleven", ["Roles"] = "Administrator", ["Own.Roles"] = "Administrator", ["Account.Roles"] = "Administrator", ["IsLimited"] = "false",
            ["__RequestVerificationToken"] = token,
        }));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var scope = suite.Services.CreateScope();
        Assert.Equal(Role.PanelMember.Name, (await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.SingleAsync()).Roles);
    }

    [Fact]
    public async Task A_failure_says_a_sentence_and_nothing_of_how_the_suite_is_made()
    {
        await using var suite = await RunningSuite.Start(null, "--environment=Production");
        using var visitor = await Visitor.SignIn(suite, "demo-practice-improvement-manager");
        suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => connection.Execute("DROP TABLE named_reader"));

        var (status, text) = await visitor.Read("/social-care/restricted");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("It has been recorded, and nothing that was saved before is lost", text);
        Assert.DoesNotContain("Exception", text);
        Assert.DoesNotContain("named_reader", text);
        Assert.DoesNotContain("   at ", text);
    }

    [Fact]
    public async Task More_than_a_form_holds_is_refused_before_it_is_read()
    {
        await using var suite = await RunningSuite.Start();
        using var browser = new HttpClient();
        // It waits for the word to go on, and so is told before it has sent anything.
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(suite.Pages, "/sign-in")) { Content = new ByteArrayContent(new byte[5 << 20]), Headers = { ExpectContinue = true, Accept = { new("text/html") } } };

        using var answer = await browser.SendAsync(post);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("More was sent than this page takes. Nothing has changed.", await answer.Content.ReadAsStringAsync());
    }

    private static SocketsHttpHandler Trusting() => new()
    {
        AllowAutoRedirect = false, CookieContainer = new(), SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    };

    private static async Task<HttpClient> SignedIn(Uri pages)
    {
        var browser = new HttpClient(Trusting());
        await PersonOfTest.SignIn(browser, pages);
        return browser;
    }
}
