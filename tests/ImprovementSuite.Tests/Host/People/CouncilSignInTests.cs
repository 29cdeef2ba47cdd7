using System.Net;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.People;

/// <summary>The council's own provider says who somebody is; the account here says what they may do.</summary>
public sealed class CouncilSignInTests : IAsyncLifetime
{
    private const string Way = "/sign-in?handler=council&returnUrl=%2Fplan";

    private IdentityProvider _provider = null!;
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.Start();
        _suite = await RunningSuite.StartReal(null, _provider.Settings);
        await Account("c.cole@example.gov.uk", Role.Analyst);
    }

    public async Task DisposeAsync()
    {
        await _suite.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_names_and_an_administrator_has_entered_comes_in()
    {
        (_provider.Subject, _provider.Email) = ("17", "C.Cole@example.gov.uk");
        using var cole = To(_suite);
        var page = await cole.Page("/sign-in");
        Assert.Equal("Sign in with your Riverdale account", Words(page.QuerySelector(".suite-sentence a")));

        var plan = await cole.Page(Way);

        Assert.EndsWith("/plan", plan.Url);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await cole.Status("/social-care"), await cole.Status("/people")));
    }

    [Fact]
    public async Task An_address_that_passed_on_to_another_person_opens_nothing()
    {
        (_provider.Subject, _provider.Email) = ("17", "c.cole@example.gov.uk");
        using var cole = To(_suite);
        await cole.Page(Way);
        // The provider's own identifier counts from now on: another address changes nothing, another person with the old address is nobody.
        _provider.Email = "carol.cole@example.gov.uk";
        using var married = To(_suite);
        Assert.EndsWith("/plan", (await married.Page(Way)).Url);

        (_provider.Subject, _provider.Email) = ("18", "c.cole@example.gov.uk");
        using var other = To(_suite);
        await SaysUnknown(other);
    }

    [Theory]
    [InlineData("nobody@example.gov.uk", true)]
    [InlineData("c.cole@example.gov.uk", false)]
    public async Task Whoever_has_no_account_or_no_proved_address_is_told_what_to_do(string email, bool verified)
    {
        (_provider.Email, _provider.EmailVerified) = (email, verified);
        using var stranger = To(_suite);

        await SaysUnknown(stranger);
    }

    [Fact]
    public async Task A_return_address_of_somebody_else_is_not_followed()
    {
        _provider.Email = "c.cole@example.gov.uk";
        using var cole = To(_suite);

        var page = await cole.Page("/sign-in?handler=council&returnUrl=https%3A%2F%2Fexample.com%2F");

        Assert.Equal(new Uri(_suite.Pages, "/").ToString(), page.Url);
    }

    [Theory]
    [InlineData("--SignIn:OpenId:Authority=http://login.example.gov.uk", "give the provider's address, which begins with https://")]
    [InlineData("--SignIn:OpenId:Authority=https://login.example.gov.uk", "needs ClientId and ClientSecret")]
    [InlineData("--SignIn:SecondFactor=sometimes", "write required or optional")]
    [InlineData("--SignIn:BreachedPasswords=/no/such/file", "there is no such file")]
    [InlineData("--Listen:Address=0.0.0.0", "in clear text everybody on the way could read")]
    [InlineData("--Listen:Address=everywhere", "give an IP address")]
    public async Task A_setting_that_cannot_be_meant_is_refused_in_a_sentence(string setting, string sentence) =>
        Assert.Contains(sentence, (await Assert.ThrowsAsync<CannotStartException>(() => RunningSuite.StartReal(null, setting))).Message);

    private static async Task SaysUnknown(Visitor visitor)
    {
        var page = await visitor.Page(Way);
        Assert.Contains("The council's sign-in knows you, but you have no account here. Ask an administrator for one with your work e-mail address", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.Status("/plan"));
    }

    private async Task Account(string email, Role role)
    {
        using var scope = _suite.Services.CreateScope();
        var account = ImprovementSuite.Host.Accounts.Account.Make(email, DateTime.UtcNow);
        account.Allow("C. Cole", email, [role.Name], [], []);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
    }
}
