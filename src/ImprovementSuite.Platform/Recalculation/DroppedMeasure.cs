using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>A measure that people have a module count no more.</summary>
public static class DroppedMeasure
{
    /// <summary>
    /// Takes away what was counted of it, and tells the other modules in the same transaction: each value becomes 0 of 0, as one does of which no record is left. What
    /// stayed would stand beside the values of a later measure of the same code.
    /// </summary>
    public static void Drop(SqliteConnection connection, string module, MeasureDefinition dropped, DateTime now)
    {
        var store = new RecalculationStore(connection);
        var revision = store.NextRevision();
        foreach (var values in store.All([dropped], now, revision).Chunk(Recalculator.ValuesPerMessage))
            OutgoingMessage.Write(connection, new MeasuresRecalculated(module, [.. values.Select(value => value with { Figure = dropped.Figure(0, 0) })]), now);
        store.SetMark("revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var table in new[] { "tally", "measure_value", "stale_day" })
            connection.Execute($"DELETE FROM {table} WHERE Measure = $1", dropped.Code);
    }
}
