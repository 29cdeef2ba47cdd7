namespace ImprovementSuite.EndToEnd;

/// <summary>Where this test was built from.</summary>
internal static class Repository
{
    /// <summary>A folder of the repository; a test assembly lies five levels down, in tests/project/bin/configuration/framework.</summary>
    public static string Folder(params string[] names) => Path.GetFullPath(Path.Combine([AppContext.BaseDirectory, "..", "..", "..", "..", "..", .. names]));
}
