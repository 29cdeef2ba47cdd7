using System.Net;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>Anybody may ask whether the suite answers and is ready, and is told no more.</summary>
public sealed class HealthAddressTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("/health/live", "The suite answers.")]
    [InlineData("/health/ready", "The suite is ready.")]
    public async Task A_stranger_is_answered(string path, string sentence) => Assert.Equal((HttpStatusCode.OK, sentence), await Ask(path));

    [Fact]
    public async Task A_schema_of_another_version_is_not_ready_and_a_stranger_is_not_told_which()
    {
        _suite.Services.GetRequiredService<ModuleDatabase<AccountsDb>>().Write(connection => connection.Execute("DELETE FROM \"__EFMigrationsHistory\""));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The suite is not ready. Its log says why."), await Ask("/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "The suite answers."), await Ask("/health/live"));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_ready()
    {
        var file = Path.Combine(_suite.Folder, "accounts.db");
        File.Move(file, file + ".away");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask("/health/ready")).Status);
    }

    private async Task<(HttpStatusCode Status, string Sentence)> Ask(string path)
    {
        using var http = new HttpClient { BaseAddress = _suite.Pages };
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
