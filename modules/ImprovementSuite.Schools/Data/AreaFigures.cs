using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Data;

/// <summary>What England and the statistical neighbours came to: the most settled figures of each year.</summary>
internal sealed class AreaFigures
{
    private readonly Dictionary<(string Area, int Year), Ks2Figures> _figures;
    private readonly IReadOnlyList<string> _neighbours;

    private AreaFigures(Dictionary<(string Area, int Year), Ks2Figures> figures, IReadOnlyList<string> neighbours) => (_figures, _neighbours) = (figures, neighbours);

    /// <summary>One query.</summary>
    public static AreaFigures Read(SqliteConnection connection, SchoolSettings settings)
    {
        string[] neighbours = [.. settings.NeighbourAreas.Select(area => area.Code)];
        // Codes are digits: they were checked when they were typed.
        var areas = string.Join(", ", neighbours.Append(settings.Authority).Append(AreaResult.England).Append(AreaResult.EnglandState).Select(area => $"'{area}'"));
        var rows = connection.Query(
            $"SELECT Area, Year, Withheld, {string.Join(", ", Ks2FigureWords.Columns)} FROM area_result WHERE Counts = 1 AND Area IN ({areas}) ORDER BY Status DESC, Id DESC",
            row => (Key: (row.GetString(0), row.GetInt32(1)), Figures: FloorReading.FiguresOf(row, 3, row.GetString(2))));
        return new(rows.DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => row.Figures), neighbours);
    }

    /// <summary>All schools of England, else the state-funded ones.</summary>
    public int? England(int year, Ks2Figure figure) => Of(AreaResult.England, year, figure) ?? Of(AreaResult.EnglandState, year, figure);

    /// <summary>One area.</summary>
    public int? Of(string area, int year, Ks2Figure figure) => _figures.TryGetValue((area, year), out var figures) ? figures[figure] : null;

    /// <summary>The mean of the neighbours that have a figure, each counted once: their cohorts are not weighed, as neighbour averages are published.</summary>
    public int? Neighbours(int year, Ks2Figure figure) =>
        _neighbours.Select(area => Of(area, year, figure)).OfType<int>().ToList() is { Count: > 0 } known ? (int)Math.Round(known.Average(), MidpointRounding.AwayFromZero) : null;

    /// <summary>How many neighbours have a figure.</summary>
    public int NeighboursKnown(int year, Ks2Figure figure) => _neighbours.Count(area => Of(area, year, figure) is not null);
}
