using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Whether every database answers and has the schema of this version.</summary>
internal sealed class DatabasesReady(IServiceProvider services, IEnumerable<MigratedDatabase> databases) : IHealthCheck
{
    private readonly Lazy<IReadOnlyList<(ModuleDatabase Database, string Schema)>> _expected = new(() =>
    {
        using var scope = services.CreateScope();
        return [.. databases.Select(database => (database.Database, ((ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context)).Database.GetMigrations().Last()))];
    });

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        var unready = _expected.Value.Where(expected => !IsReady(expected.Database, expected.Schema)).Select(expected => expected.Database.Name).ToList();
        return Task.FromResult(unready.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Not answering or not prepared: {string.Join(", ", unready)}."));
    }

    private static bool IsReady(ModuleDatabase database, string schema)
    {
        // Neither one of the pool, which may hold a file that is gone, nor one that would make the file anew.
        var file = new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(file.ToString());
            connection.Open();
            return connection.Scalar<long>("""SELECT COUNT(*) FROM "__EFMigrationsHistory" WHERE MigrationId = $1""", schema) == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
