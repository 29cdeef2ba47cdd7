namespace ImprovementSuite.FeedAgent;

/// <summary>Finds the feed key to send with.</summary>
internal static class FeedKey
{
    public const string Variable = "IMPROVEMENTSUITE_FEED_KEY";

    /// <summary>The key typed, else that of the environment, else the one that a demo on this machine has put aside for itself.</summary>
    public static string? Find(string? typed, Uri suite)
    {
        if (!string.IsNullOrWhiteSpace(typed))
            return typed.Trim();
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set)
            return set.Trim();
        return suite.IsLoopback && File.Exists(DemoFile) ? File.ReadAllText(DemoFile).Trim() : null;
    }

    /// <summary>Where the demo puts its key.</summary>
    private static string DemoFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "ImprovementSuite", "demo", "feed-agent.key");
}
