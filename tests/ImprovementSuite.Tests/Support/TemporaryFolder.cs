using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Tests.Support;

/// <summary>A folder that is gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("suite-test-").FullName;

    public void Dispose() => Remove(Path);

    /// <summary>Deletes a data folder. A job that its suite has just cut off may still close a file in it.</summary>
    public static void Remove(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
