using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.People;

/// <summary>A council's own accounts, from the link that the start prints to the last sign-in ended.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private const string Password = "otter lamp tuesday";

    private RunningSuite _suite = null!;
    private Visitor _administrator = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.StartReal();
        _administrator = To(_suite);
    }

    public async Task DisposeAsync()
    {
        _administrator.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_start_link_makes_one_administrator_who_needs_a_second_factor()
    {
        var link = _suite.Services.GetRequiredService<StartLink>().Path;
        Assert.Contains("Nobody has an account yet", (await _administrator.Page("/sign-in")).Body!.TextContent);

        var weak = await _administrator.Send(await _administrator.Page(link), "main button", ("FullName", "A. Adam"), ("Email", "a.adam@example.gov.uk"), ("Password", "short"));
        Assert.Contains("The password needs 12 characters or more, such as three random words; this one has 5", Words(weak.QuerySelector(".govuk-error-summary")));
        Assert.DoesNotContain("short", weak.DocumentElement.OuterHtml);
        var setUp = await _administrator.Send(weak, "main button", ("Password", Password));

        Assert.Equal("Authenticator app", Words(setUp.QuerySelector("h1")));
        Assert.NotNull(setUp.QuerySelector(".suite-qr svg"));
        Assert.Equal(HttpStatusCode.Forbidden, await _administrator.Status("/people"));
        Assert.Equal(HttpStatusCode.Forbidden, await _administrator.Status("/plan"));
        var wrong = await _administrator.Send(setUp, "main button", ("Code", "000000"));
        Assert.Contains("This code does not fit", Words(wrong.QuerySelector(".govuk-error-summary")));
        var done = await _administrator.Send(wrong, "main button", ("Code", AuthenticatorApp.Code(KeyOf(wrong))));
        Assert.Equal(8, done.QuerySelectorAll(".suite-codes li").Length);
        Assert.Equal("1 person can sign in.", Words((await _administrator.Page("/people")).QuerySelector(".suite-sentence")));

        using var late = To(_suite);
        Assert.Equal(HttpStatusCode.Forbidden, await late.Status(link));
    }

    [Fact]
    public async Task Password_and_code_open_an_account_and_a_recovery_code_opens_it_once()
    {
        var (key, codes) = await Begin();
        using var again = To(_suite);
        var kept = string.Join(' ', await Tokens());
        Assert.All(codes.Append(key), secret => Assert.DoesNotContain(secret, kept));
        Assert.Equal(2, kept.Split(' ').Count(value => value.StartsWith("CfDJ8", StringComparison.Ordinal)));

        var asked = await SignIn(again, "A.Adam@example.gov.uk", Password);
        Assert.Equal("Enter a code", Words(asked.QuerySelector("h1")));
        Assert.Equal(HttpStatusCode.Unauthorized, await again.Status("/people"));
        await again.Send(asked, "main button", ("Code", AuthenticatorApp.Code(key)));
        Assert.Equal(HttpStatusCode.OK, await again.Status("/people"));

        foreach (var (opens, status) in new[] { (true, HttpStatusCode.OK), (false, HttpStatusCode.Unauthorized) })
        {
            using var without = To(_suite);
            await without.Send(await SignIn(without, "a.adam@example.gov.uk", Password), "main button", ("Code", codes[0]));
            Assert.Equal(status, await without.Status("/people"));
            Assert.Equal(opens, await without.Status("/account") == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Five_wrong_passwords_shut_an_account_and_the_page_says_the_same_of_one_that_is_not_there()
    {
        await Begin();
        using var guesser = To(_suite);
        var page = await guesser.Page("/sign-in");

        var nobody = await guesser.Send(page, "main button", ("Email", "nobody@example.gov.uk"), ("Password", "anything at all"));
        for (var i = 0; i < 5; i++)
            page = await SignIn(guesser, "a.adam@example.gov.uk", $"guess number {i}");
        var right = await SignIn(guesser, "a.adam@example.gov.uk", Password);

        Assert.Equal(Words(nobody.QuerySelector(".govuk-error-summary")), Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("After five wrong passwords an account stays shut for 15 minutes", Words(right.QuerySelector(".govuk-error-summary")));
        Assert.Equal(4, (await Log()).Count(entry => entry.Action == "was refused: wrong password"));
        Assert.Equal(2, (await Log()).Count(entry => entry.Action == "was refused: too many wrong passwords"));
    }

    [Fact]
    public async Task Somebody_gets_an_account_a_link_and_what_their_roles_allow_and_loses_it_at_once()
    {
        await Begin();
        var made = await _administrator.Send(await _administrator.Page("/people/person"), "form[action*=Save] button",
            ("FullName", "B. Benedict"), ("Email", "B.Benedict@example.gov.uk"), ("Roles", "Analyst"), ("Why", "Joined on Monday"));
        Assert.Equal("B. Benedict", Words(made.QuerySelector("h1")));
        Assert.Contains("write b.benedict@example.gov.uk", made.Body!.TextContent);
        var link = (await _administrator.Send(made, "button[formaction*=Link]")).QuerySelector("code")!.TextContent;

        using var benedict = To(_suite);
        Assert.Contains("Leave out \"Benedict\", which others would try first", Words((await benedict.Send(await benedict.Page(link), "main button", ("Password", "the venerable benedict"))).QuerySelector(".govuk-error-summary")));
        await benedict.Send(await benedict.Page(link), "main button", ("Password", "walrus over seven"));
        Assert.Contains("This link has been used already", Words((await benedict.Send(await benedict.Page(link), "main button", ("Password", "walrus over eight"))).QuerySelector(".govuk-error-summary")));
        var setUp = await SignIn(benedict, "b.benedict@example.gov.uk", "walrus over seven");
        await benedict.Send(setUp, "main button", ("Code", AuthenticatorApp.Code(KeyOf(setUp))));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await benedict.Status("/social-care"), await benedict.Status("/people")));

        // Another role while signed in.
        var person = await _administrator.Page("/people/person?id=b.benedict@example.gov.uk");
        await _administrator.Send(person, "form[action*=Save] button", ("Roles", "Panel member"), ("Why", "Elected"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await benedict.Status("/plan"), await benedict.Status("/social-care/limits")));

        // Two administrators on one account: the second is shown the first's.
        var stale = await _administrator.Send(person, "form[action*=Save] button", ("Roles", "Read-only adviser"), ("Why", "Late"));
        Assert.Contains("Panel member", stale.QuerySelector("td[data-label='Saved meanwhile']")!.TextContent);

        await _administrator.Send(await _administrator.Page("/people/person?id=b.benedict@example.gov.uk"), "button[formaction*=Close]");
        Assert.Equal(HttpStatusCode.Unauthorized, await benedict.Status("/plan"));
        Assert.Equal(
            ["made an account", "made a link to set a password", "changed an account", "closed an account"],
            (await Log()).Where(entry => entry.ActorId == "a.adam@example.gov.uk" && entry.Subject == "b.benedict@example.gov.uk").Select(entry => entry.Action));
    }

    [Fact]
    public async Task Sign_ins_are_listed_and_the_others_end_everywhere()
    {
        var (key, _) = await Begin();
        using var phone = To(_suite);
        await phone.Send(await SignIn(phone, "a.adam@example.gov.uk", Password), "main button", ("Code", AuthenticatorApp.Code(key)));
        var list = await _administrator.Page("/account/sign-ins");
        Assert.Equal("You are signed in in 2 places. End what you do not know, and change your password.", Words(list.QuerySelector(".suite-sentence")));

        await _administrator.Send(list, "form[action*=EndOthers] button");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await _administrator.Status("/people"), await phone.Status("/people")));
        await _administrator.Send(await _administrator.Page("/"), ".suite-person form button");
        Assert.Equal(HttpStatusCode.Unauthorized, await _administrator.Status("/people"));
    }

    [Fact]
    public async Task There_is_always_an_administrator()
    {
        await Begin();
        var own = await _administrator.Page("/people/person?id=a.adam@example.gov.uk");

        var closed = await _administrator.Send(own, "button[formaction*=Close]");
        var resigned = await _administrator.Send(own, "form[action*=Save] button", ("Roles", "Analyst"), ("Why", "Tired"));

        Assert.Contains("You cannot close your own account", Words(closed.QuerySelector(".govuk-error-summary")));
        Assert.Contains("You cannot stop being an administrator yourself", Words(resigned.QuerySelector(".govuk-error-summary")));
        Assert.Equal(HttpStatusCode.OK, await _administrator.Status("/people"));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sign_ins_and_needs_the_old_one()
    {
        var (key, _) = await Begin();
        using var phone = To(_suite);
        await phone.Send(await SignIn(phone, "a.adam@example.gov.uk", Password), "main button", ("Code", AuthenticatorApp.Code(key)));

        var refused = await _administrator.Send(await _administrator.Page("/account/password"), "main button", ("Current", "something else"), ("New", "walrus over seven"));
        Assert.Contains("Enter your password as it is now", Words(refused.QuerySelector(".govuk-error-summary")));
        Assert.Equal(HttpStatusCode.OK, await phone.Status("/people"));
        await _administrator.Send(refused, "main button", ("Current", Password), ("New", "walrus over seven"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await _administrator.Status("/people"), await phone.Status("/people")));
    }

    [Fact]
    public async Task Whoever_tries_one_password_on_many_accounts_is_stopped_by_the_address()
    {
        await using var suite = await RunningSuite.StartReal(null, "--SignIn:RefusalsPerMinute=3", PersonOfTest.PasswordIsEnough);
        await PersonOfTest.Make(suite.Services, Role.Analyst);
        using var guesser = To(suite);
        for (var i = 0; i < 3; i++)
            Assert.Contains("do not open an account", Words((await SignIn(guesser, $"person{i}@example.gov.uk", Password)).QuerySelector(".govuk-error-summary")));

        var (status, page) = await guesser.Answer(await guesser.Page("/sign-in"), "main button", ("Email", "person4@example.gov.uk"), ("Password", Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("Too many sign-ins from your network have failed in the last minute. Wait a minute, and try again", Words(page.QuerySelector(".govuk-error-summary")));
        // Not even the right password is looked at, so that trying costs the suite nothing.
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            using var browser = new HttpClient();
            await PersonOfTest.SignIn(browser, suite.Pages);
        });
    }

    [Fact]
    public async Task The_demo_has_no_accounts_to_change()
    {
        await using var demo = await RunningSuite.Start();
        using var person = await Visitor.SignIn(demo, "demo-administrator");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await person.Status("/account"), await person.Status("/start?token=x")));
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> Begin()
    {
        var form = await _administrator.Page(_suite.Services.GetRequiredService<StartLink>().Path);
        var setUp = await _administrator.Send(form, "main button", ("FullName", "A. Adam"), ("Email", "a.adam@example.gov.uk"), ("Password", Password));
        var key = KeyOf(setUp);
        var done = await _administrator.Send(setUp, "main button", ("Code", AuthenticatorApp.Code(key)));
        return (key, [.. done.QuerySelectorAll(".suite-codes li").Select(Words)]);
    }

    private static async Task<IHtmlDocument> SignIn(Visitor visitor, string email, string password) =>
        await visitor.Send(await visitor.Page("/sign-in"), "main button", ("Email", email), ("Password", password));

    private static string KeyOf(IDocument page) => page.QuerySelector("main code")!.TextContent;

    /// <summary>What Identity keeps of a second factor, as it stands in the database.</summary>
    private async Task<List<string>> Tokens()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Set<Microsoft.AspNetCore.Identity.IdentityUserToken<string>>().Select(token => token.Value!).ToListAsync();
    }

    private async Task<List<ChangeEntry>> Log()
    {
        using var scope = _suite.Services.CreateScope();
        var log = await scope.ServiceProvider.GetRequiredService<AccountsDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Null(ChangeEntry.FirstBroken(log));
        return log;
    }
}
