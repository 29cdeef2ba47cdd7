using System.Diagnostics;
using System.Text.Json;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>The host as a process of its own: a command's result, its log as JSON, and the command lines that the suite is deployed with.</summary>
public sealed class CommandLineTests
{
    private static string Deployment => Path.Combine(Repository.Root, "src", "ImprovementSuite.Host", "Deployment");

    [Fact]
    public async Task A_key_is_issued_until_the_day_that_is_named_and_the_log_is_one_json_object_a_line()
    {
        using var folder = new TemporaryFolder();
        var until = new BusinessClock(TimeProvider.System).Today.AddDays(40);

        var (ended, said, beside) = await Run(folder, "feed-key", "Case system", "socialcare", "case-system", "--until", EnglishDay.Write(until)!, "--Logging:Json=true");

        Assert.Equal(0, ended);
        Assert.Matches(@"^feed_[\w-]{43}\s*$", said);
        var lines = beside.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"This key is shown once. It may send case-system to the feed socialcare until {Say.Date(until)}.", lines[^1].TrimEnd());
        var logged = lines[..^1].Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(logged);
        Assert.All(logged, entry => Assert.NotEmpty(entry.GetProperty("Message").GetString()!));
        Assert.DoesNotContain(said.Trim(), string.Concat(lines[..^1]));
    }

    [Fact]
    public async Task A_last_day_that_has_passed_is_refused()
    {
        using var folder = new TemporaryFolder();

        var (ended, said, beside) = await Run(folder, "feed-key", "Case system", "socialcare", "case-system", "--until", "2010-08-20");

        Assert.Equal((1, ""), (ended, said));
        Assert.Contains("--until \"2010-08-20\" is no last day of a key: give one from ", beside);
    }

    [Fact]
    public void The_systemd_unit_starts_the_suite_with_options_that_it_knows()
    {
        var start = File.ReadLines(Path.Combine(Deployment, "improvementsuite.service")).Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal));

        var options = SuiteOptions.Parse(start.Split(' ').Skip(2).ToList());

        Assert.True(options is { Command: null, DataFolder: "/var/lib/improvementsuite" });
    }

    [Fact]
    public void The_container_starts_the_suite_with_options_that_it_knows()
    {
        var start = File.ReadLines(Path.Combine(Deployment, "Containerfile")).Single(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal));

        var options = SuiteOptions.Parse(JsonSerializer.Deserialize<string[]>(start["ENTRYPOINT ".Length..])!.Skip(2).ToList());

        Assert.True(options is { Command: null, DataFolder: "/data" });
    }

    private static async Task<(int Ended, string Said, string Beside)> Run(TemporaryFolder folder, params string[] command)
    {
        using var host = Process.Start(new ProcessStartInfo("dotnet", [typeof(SuiteApp).Assembly.Location, .. command, "--data", folder.Path, "--environment=Production"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (said, beside) = (host.StandardOutput.ReadToEndAsync(), host.StandardError.ReadToEndAsync());
        await host.WaitForExitAsync();
        return (host.ExitCode, await said, await beside);
    }
}
