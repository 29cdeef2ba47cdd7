using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>A running suite whose clock began in September 2018, so that the real tables are of the past.</summary>
internal sealed class ImportingSuite : IAsyncDisposable
{
    public static readonly Actor Lead = new("lead", "Schools lead");

    private ImportingSuite(RunningSuite suite) => Suite = suite;

    public RunningSuite Suite { get; }

    public Imports Imports => Suite.Services.GetRequiredService<Imports>();

    public TypedRecords Typed => Suite.Services.GetRequiredService<TypedRecords>();

    public ModuleDatabase<SchoolsDb> Database => Suite.Services.GetRequiredService<ModuleDatabase<SchoolsDb>>();

    public static async Task<ImportingSuite> Start()
    {
        var folder = Directory.CreateTempSubdirectory("suite-imports-").FullName;
        // The demo's clock has run on since 20 August 2010.
        var runs = SchoolFiles.Today.DayNumber - RunningSuite.Today.DayNumber;
        await File.WriteAllTextAsync(Path.Combine(folder, "demo-began"), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-runs).ToString("O"));
        return new(await RunningSuite.Start(folder));
    }

    public Task<int> ReadRegister(byte[] file, string name = "register.csv") => Imports.Read(ImportKind.Register, name, new MemoryStream(file), null, null, Lead, default);

    public Task<int> ReadTable(byte[] file, int year = 2018, ResultStatus status = ResultStatus.Final, string name = "results.csv") =>
        Imports.Read(ImportKind.Results, name, new MemoryStream(file), year, status, Lead, default);

    public async Task<int> TakeRegister(byte[] file)
    {
        var id = await ReadRegister(file);
        await Imports.TakeNow(id, Lead, default);
        return id;
    }

    public async Task<int> TakeTable(byte[] file, int year = 2018, ResultStatus status = ResultStatus.Final)
    {
        var id = await ReadTable(file, year, status);
        await Imports.TakeNow(id, Lead, default);
        return id;
    }

    public async Task Undo(int id)
    {
        Assert.Null(await Imports.Undo(id, "It was the wrong file", Lead, default));
        await Until(id, ImportState.Undone);
    }

    /// <summary>Waits for what goes on in the background.</summary>
    public async Task Until(int id, ImportState state)
    {
        for (var tries = 0; (await Import(id)).State != state; tries++)
        {
            Assert.True(tries < 600, $"Import {id} is {(await Import(id)).State} and not {state}.");
            await Task.Delay(50);
        }
    }

    public Task<Import> Import(int id) => Db(db => db.Imports.AsNoTracking().SingleAsync(import => import.Id == id));

    public async Task<T> Db<T>(Func<SchoolsDb, Task<T>> read)
    {
        await using var scope = Suite.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SchoolsDb>());
    }

    /// <summary>Everything that counts, a line each: what it is of and every fact, but neither its version nor its place.</summary>
    public List<string> Counting() => Database.Read(connection => new[] { Tables.School, Tables.Result, Tables.AreaResult, Tables.Forecast }
        .SelectMany(table => connection.Query($"SELECT * FROM {table} WHERE Counts = 1 ORDER BY RecordId", row => $"{table} " + string.Join(
            '|', Enumerable.Range(0, row.FieldCount).Where(column => row.GetName(column) is not ("Id" or "Version")).Select(column => $"{row.GetName(column)}={row.GetValue(column)}")))).ToList());

    /// <summary>What an import would change.</summary>
    public async Task<(int New, int Changed, int Same)> Effects(int id)
    {
        var import = await Import(id);
        var lines = Database.Read(connection => ImportStore.Lines(connection, id, import.TakenAs));
        return (lines.Count(line => line.Effect == ImportEffect.New), lines.Count(line => line.Effect == ImportEffect.Changed), lines.Count(line => line.Effect == ImportEffect.Same));
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();
}
