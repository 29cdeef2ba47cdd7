using System.Text.RegularExpressions;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The demo, filled.</summary>
public sealed partial class DemoHost : IAsyncLifetime
{
    private readonly HostProcess _host = new("demo");

    /// <summary>Where its pages are, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync() => Address = $"http://127.0.0.1:{(await _host.UntilItSays(Look())).Groups["port"]}";

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [GeneratedRegex(@"Look:\s+http://localhost:(?<port>\d+)/")]
    private static partial Regex Look();
}

/// <summary>One browser and one demo for all browser tests; they run one after the other and change nothing that another reads.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<DemoHost>
{
    public const string Name = "Browser";
}
