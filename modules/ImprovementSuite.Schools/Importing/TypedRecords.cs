using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Schools.Importing;

/// <summary>A record that a person has typed is an import of one line that is taken at once: so it has the same history and can be undone.</summary>
internal sealed class TypedRecords(ImportWork work, ModuleDatabase<SchoolsDb> database, IServiceScopeFactory scopes, BusinessClock clock)
{
    /// <summary>What is wrong with a record that a form made; none where it can be taken.</summary>
    public IReadOnlyList<Problem> Check(SchoolRecord record)
    {
        var check = new RecordCheck(clock.Today);
        SchoolRecordCheck.Check(record, check);
        return check.Problems;
    }

    /// <summary>What was brought in or typed last of a record; null where nothing was, or it was undone.</summary>
    public SchoolRecord? Latest(string type, string recordId) => database.Read(connection => ImportStore.Latest(connection, type, recordId));

    /// <summary>Keeps it, to its end.</summary>
    /// <param name="name">What was typed, as the list of imports calls it: "Results of Aston Primary School".</param>
    /// <returns>The import.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the record; <see cref="Check"/> says what.</exception>
    public async Task<int> Take(string name, SchoolRecord record, string recordId, int urn, Actor by, CancellationToken cancel)
    {
        if (Check(record) is [var problem, ..])
            throw new ArgumentException(problem.Sentence, nameof(record));
        var type = SchoolRecordIntake.TypeOf(record);
        var draft = new DraftRecord(type, recordId, 1, urn, record);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        Import import;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            import = new Import
            {
                Kind = ImportKind.Typed, Name = Import.Named(name), Year = record.Result?.Year ?? record.Forecast?.Year, By = by.Name, At = clock.Now, Rows = 1,
                Status = record.Result is { } result ? (ResultStatus)SchoolCodes.Statuses[result.Status] : null,
            };
            import.Take(clock.Now, ImportStore.NextVersion(connection, clock.Now));
            db.Imports.Add(import);
            db.Record(by, "typed a record of a school", import.Name, ImportStore.Latest(connection, type, recordId) is { } before ? RecordWords.InLog(before) : null, RecordWords.InLog(record));
            await db.SaveChangesAsync(cancel);
            ImportStore.Insert(connection, import.Id, [draft], []);
            await transaction.CommitAsync(cancel);
        }
        // It is kept: a browser that has gone does not stop it.
        await work.Run(import.Id, CancellationToken.None);
        return import.Id;
    }
}
