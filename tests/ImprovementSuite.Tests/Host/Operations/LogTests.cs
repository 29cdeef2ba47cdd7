using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>What a failure says may quote what was stored; the log does not.</summary>
public sealed class LogTests
{
    [Fact]
    public void A_failure_that_quotes_a_value_is_logged_by_kind_and_place()
    {
        var failure = Thrown(() => throw new AggregateException(Thrown(() => int.Parse("A. Rahman")), Thrown(() => _ = new Dictionary<string, int>()["CH-1"])));

        var words = LogWithoutRecords.Words(failure);

        Assert.DoesNotContain("Rahman", words);
        Assert.DoesNotContain("CH-1", words);
        Assert.Contains("System.FormatException", words);
        Assert.Contains("KeyNotFoundException", words);
        Assert.Contains(nameof(A_failure_that_quotes_a_value_is_logged_by_kind_and_place), words);
    }

    [Fact]
    public void What_is_wrong_with_the_machine_is_told_in_full() =>
        Assert.Contains("database or disk is full", LogWithoutRecords.Words(new InvalidOperationException("CH-1", new SqliteException("SQLite Error 13: 'database or disk is full'.", 13))));

    [Theory]
    [InlineData("--Logging:Json=false")]
    [InlineData("--Logging:Json=true")]
    public async Task The_suite_has_no_other_way_to_its_console(string form)
    {
        await using var suite = await RunningSuite.Start(null, form);

        var providers = suite.Services.GetServices<ILoggerProvider>().ToList();

        Assert.Single(providers.OfType<LogWithoutRecords>());
        Assert.Empty(providers.OfType<ConsoleLoggerProvider>());
    }

    private static Exception Thrown(Action throws) => Record.Exception(throws)!;
}
