using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Tests.Support;

/// <summary>What a failing disk does to a database: one page that is not what was written.</summary>
internal static class DamagedFile
{
    /// <summary>Damages the first page of a table. Nobody may have the file open.</summary>
    public static void Damage(string file, string table)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        var (page, size) = (connection.Scalar<long>("SELECT rootpage FROM sqlite_master WHERE name = $1", table), connection.Scalar<int>("PRAGMA page_size"));
        connection.Close();
        using var content = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        content.Position = (page - 1) * size;
        content.Write(Enumerable.Repeat((byte)0xA5, size).ToArray());
    }
}
