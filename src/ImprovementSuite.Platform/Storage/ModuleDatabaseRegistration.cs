using System.Data.Common;
using System.Reflection;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Platform.Storage;

/// <summary>Registers a module's database by name.</summary>
public static class ModuleDatabaseRegistration
{
    /// <summary>
    /// The module's context, its raw connections and its place in the list that is migrated at start. The file is <c>{name}.db</c> in the
    /// data folder; <c>Storage:MaxPages</c> (4,096 bytes each) bounds its size.
    /// </summary>
    public static void AddModuleDatabase<TDb>(this IHostApplicationBuilder builder, string name) where TDb : ModuleDb
    {
        builder.Services.AddSingleton(services => new ModuleDatabase<TDb>(
            name, services.GetRequiredService<DataFolder>().Of($"{name}.db"), builder.Configuration.GetValue<int?>("Storage:MaxPages")));
        builder.Services.AddSingleton<ModuleDatabase>(services => services.GetRequiredService<ModuleDatabase<TDb>>());
        builder.Services.AddSingleton(services => new MigratedDatabase(services.GetRequiredService<ModuleDatabase<TDb>>(), typeof(TDb)));
        builder.Services.AddDbContext<TDb>((services, options) =>
        {
            var database = services.GetRequiredService<ModuleDatabase<TDb>>();
            options.UseSqlite(database.ConnectionString).AddInterceptors(new SetUpOnOpen(database));
        });
    }

    /// <summary>The options that <c>dotnet ef</c> needs to write a migration; no file is opened for it.</summary>
    public static DbContextOptions<TDb> DesignTimeOptions<TDb>() where TDb : ModuleDb => new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=:memory:").Options;

    private sealed class SetUpOnOpen(ModuleDatabase database) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data) => database.SetUp((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken cancel = default)
        {
            database.SetUp((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A database with the context whose migrations make its schema.</summary>
public sealed record MigratedDatabase(ModuleDatabase Database, Type Context)
{
    /// <summary>The migrations by name, in their order, as Entity Framework finds them: those of the context's assembly that say that they are the context's.</summary>
    public IReadOnlyList<string> Migrations =>
    [
        .. Context.Assembly.GetTypes().Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == Context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];
}
