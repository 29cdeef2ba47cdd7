using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Tests.Platform.Recalculation;

/// <summary>A recalculation that fails half way leaves nothing of itself, and what it was to count stays to be counted.</summary>
public sealed class CutOffTests
{
    private static readonly string[] Everything =
    [
        "SELECT * FROM stale_day ORDER BY 1, 2", "SELECT * FROM tally ORDER BY 1, 2, 3", "SELECT * FROM measure_value ORDER BY 1, 2, 3, 4, 5, 6, 7",
        "SELECT * FROM recalculation_mark ORDER BY 1", "SELECT Id, Type, Body FROM outgoing_message ORDER BY 1",
    ];

    [Theory]
    [InlineData("DELETE ON tally")]
    [InlineData("INSERT ON tally")]
    [InlineData("INSERT ON measure_value")]
    [InlineData("UPDATE ON recalculation_mark")]
    [InlineData("DELETE ON stale_day")]
    [InlineData("INSERT ON outgoing_message")]
    public void Nothing_of_it_stays_and_the_next_run_makes_it_good(string failing)
    {
        using var cases = new CaseDatabase(RunningSuite.Today);
        cases.Send(Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"));
        cases.Recalculator.Run();
        cases.Send(Cases.Referral("R2", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-09", version: 2));
        var before = All(cases);
        cases.Database.Write(connection => connection.Execute($"CREATE TRIGGER full BEFORE {failing} BEGIN SELECT RAISE(ABORT, 'no'); END"));

        Assert.Throws<SqliteException>(() => cases.Recalculator.Run());
        Assert.Equal(before, All(cases));

        cases.Database.Write(connection => connection.Execute("DROP TRIGGER full"));
        cases.Recalculator.Run();
        Assert.Empty(cases.Rows("SELECT * FROM stale_day"));
        Assert.Equal(["1 2"], cases.Rows("SELECT Numerator, Denominator FROM measure_value WHERE Measure = 'NI68' AND PeriodKind = 0 AND ScopeKind = 0"));
    }

    private static List<string> All(CaseDatabase cases) => [.. Everything.SelectMany(cases.Rows)];
}
