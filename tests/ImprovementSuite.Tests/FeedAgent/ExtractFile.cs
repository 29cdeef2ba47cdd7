namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>A file of its own for one test.</summary>
internal sealed class ExtractFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("extract-");

    public string Folder => _folder.FullName;

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "FeedAgent", "TestData", name);

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
