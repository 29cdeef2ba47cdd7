using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.People;

/// <summary>Who is meant where a form asks for a person: one of the open accounts, however their name was written.</summary>
public sealed class KnownPeopleTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    private KnownPeople Known => _suite.Services.GetRequiredService<KnownPeople>();

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.StartReal();
        await Make("b.benedict@example.gov.uk", "B. Benedict", now: "bea.benedict@example.gov.uk");
        await Make("jane.smith@example.gov.uk", "Jane Smith");
        await Make("j.smith@example.gov.uk", "Jane Smith");
        await Make("gone@example.gov.uk", "Gone Away", closed: true);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("b. benedict")]
    [InlineData(" B.Benedict@example.gov.uk ")]
    [InlineData("bea.benedict@example.gov.uk")]
    public void A_name_an_address_and_the_address_of_before_are_one_person(string typed) =>
        Assert.Equal((new KnownPerson("b.benedict@example.gov.uk", "B. Benedict", "bea.benedict@example.gov.uk"), null), Known.Find(typed));

    [Theory]
    [InlineData(null, "Enter the name of the person, or the e-mail address with which they sign in")]
    [InlineData("jane smith", "2 people are called Jane Smith: enter the e-mail address, j.smith@example.gov.uk or jane.smith@example.gov.uk")]
    [InlineData("gone@example.gov.uk", "Nobody can sign in as “gone@example.gov.uk”: choose one of those who are offered, or ask an administrator to make an account for them")]
    public void Where_nobody_is_meant_or_several_are_it_is_said_what_to_enter(string? typed, string error) => Assert.Equal((null, error), Known.Find(typed));

    private async Task Make(string email, string name, string? now = null, bool closed = false)
    {
        using var scope = _suite.Services.CreateScope();
        var account = Account.Make(email, DateTime.UtcNow);
        account.Allow(name, now ?? email, [], [], []);
        if (closed)
            account.Close(DateTime.UtcNow);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
    }
}
