using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.WorkInProgress;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImprovementSuite.Tests.SocialCare.WorkInProgress;

public sealed class OpenCasesTests : IDisposable
{
    private readonly CaseDatabase _cases = new(RunningSuite.Today);

    public OpenCasesTests() => _cases.Recalculator.Run();

    public void Dispose() => _cases.Dispose();

    [Fact]
    public void Counting_takes_as_many_statements_for_sixty_teams_as_for_one()
    {
        _cases.Send(Cases.Core("A0", "2010-08-02", ""));
        var one = Statements(Work);
        _cases.Send([.. Enumerable.Range(1, 60).Select(i => Cases.Core($"A{i}", "2010-08-02", "", $"North {i}"))]);

        Assert.Equal(one, Statements(Work));
        Assert.Equal(61, Read().Single(work => work.Kind == WorkKind.Core).Open);
    }

    [Fact]
    public void The_overview_takes_as_many_statements_for_sixty_teams_as_for_one()
    {
        _cases.Send(Cases.Core("A0", "2010-08-02", ""));
        var one = Statements(Overview);
        _cases.Send([.. Enumerable.Range(1, 60).SelectMany(i => new[] { Cases.Referral($"R{i}", "2010-08-02", $"North {i}"), Cases.Initial($"I{i}", $"R{i}", "2010-08-04", team: $"North {i}") })]);
        _cases.Recalculator.Run();

        Assert.Equal(one, Statements(Overview));

        static void Overview(SqliteConnection connection)
        {
            CaseFigures.Measures(connection, RunningSuite.Today);
            CaseFigures.Open(connection, RunningSuite.Today);
        }
    }

    /// <summary>The page counts open work, of which there is little, and never reads what is done.</summary>
    [Fact]
    public void Each_kind_is_counted_from_its_index_of_open_work()
    {
        foreach (var kind in WorkKind.All)
        {
            var plan = _cases.Database.Read(connection => connection.Query(
                $"EXPLAIN QUERY PLAN {OpenCases.CountSql(kind, new TimeLimits(SocialCareCounting.Limits(connection)[kind.LimitCode]))}", row => row.GetString(3), RunningSuite.Today));

            Assert.Contains(plan, step => step.Contains(kind == WorkKind.Decision ? "INDEX referral_undecided" : "INDEX assessment_open"));
            Assert.DoesNotContain(plan, step => step == "SCAN o");
        }
    }

    [Theory]
    [InlineData(1, "past today 1")]
    [InlineData(7, "past today 1 2 3 4 5 6 7")]
    [InlineData(10, "past today 1 2 3 4 5 6 7 8 9 10")]
    [InlineData(35, "past today 1-2 3-5 6-10 11-20 21-35")]
    [InlineData(45, "past today 1-2 3-5 6-10 11-20 21-45")]
    public void Days_left_have_a_column_each_where_they_are_few(int limit, string columns) =>
        Assert.Equal(columns, string.Join(' ', DaysLeft.Columns(limit).Select(days => days.Key)));

    [Fact]
    public void Every_number_of_days_falls_into_one_column()
    {
        foreach (var limit in new[] { 1, 7, 10, 35, 45 })
            for (var left = -400; left <= limit; left++)
                Assert.Single(DaysLeft.Columns(limit), days => days.Holds(left));
        Assert.True(DaysLeft.NotKnown.Holds(null));
        Assert.DoesNotContain(DaysLeft.Columns(7), days => days.Holds(null));
    }

    private IReadOnlyList<WorkCounts> Read() => _cases.Database.Read(connection => WorkCounts.Read(connection, SocialCareCounting.Places(connection), RunningSuite.Today));

    private static void Work(SqliteConnection connection) => WorkCounts.Read(connection, SocialCareCounting.Places(connection), RunningSuite.Today);

    private int Statements(Action<SqliteConnection> read) => _cases.Database.Read(connection =>
    {
        var statements = 0;
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)((_, _) => statements++), null);
        try
        {
            read(connection);
            return statements;
        }
        finally
        {
            raw.sqlite3_trace(connection.Handle, (strdelegate_trace?)null, null);
        }
    });
}
