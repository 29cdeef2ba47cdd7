using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Platform.Recalculation;

/// <summary>What time alone changes: the year to date ends today, and stays at each month's end.</summary>
public sealed class DayTurnTests
{
    [Fact]
    public void The_year_to_date_ends_today()
    {
        using var cases = Begun("2010-08-20", "2010-08-02");
        Assert.Equal(["2010-04-01 to 2010-08-20: 0/1"], YearsToDate(cases));

        Turn(cases, "2010-08-21");

        Assert.Equal(["2010-04-01 to 2010-08-21: 0/1"], YearsToDate(cases));
        Assert.Equal(["2010-04-01 to 2010-08-21: 0/1"], LastPublished(cases));
    }

    [Fact]
    public void A_month_s_end_stays()
    {
        using var cases = Begun("2010-08-31", "2010-08-02");

        Turn(cases, "2010-09-01");

        Assert.Equal(["2010-04-01 to 2010-08-31: 0/1", "2010-04-01 to 2010-09-01: 0/1"], YearsToDate(cases));
    }

    [Fact]
    public void Month_s_ends_that_passed_while_the_suite_was_off_are_made_up()
    {
        using var cases = Begun("2010-07-30", "2010-07-02");

        Turn(cases, "2010-09-02");

        Assert.Equal(["2010-04-01 to 2010-07-31: 0/1", "2010-04-01 to 2010-08-31: 0/1", "2010-04-01 to 2010-09-02: 0/1"], YearsToDate(cases));
    }

    [Fact]
    public void On_the_first_of_April_another_year_begins_and_the_old_one_stays_as_it_ended()
    {
        using var cases = Begun("2010-03-31", "2010-03-02", "2010-03-31");
        Assert.Equal(["2009-04-01 to 2010-03-31: 0/2"], YearsToDate(cases));

        Turn(cases, "2010-04-01");
        Assert.Equal(["2009-04-01 to 2010-03-31: 0/2"], YearsToDate(cases));

        cases.Send(Cases.Referral("R9", "2010-04-01"), Cases.Referral("R10", "2010-03-30"));
        cases.Recalculator.Run();
        Assert.Equal(["2009-04-01 to 2010-03-31: 0/3", "2010-04-01 to 2010-04-01: 0/1"], YearsToDate(cases));
    }

    [Fact]
    public void The_old_year_s_end_is_made_up_when_the_suite_was_off_over_it()
    {
        using var cases = Begun("2010-03-30", "2010-03-02");

        Turn(cases, "2010-04-02");

        Assert.Equal(["2009-04-01 to 2010-03-31: 0/1"], YearsToDate(cases));
    }

    [Fact]
    public void A_published_day_stays_and_is_counted_anew_when_a_late_record_comes()
    {
        using var cases = Begun("2010-08-20", "2010-08-02");
        cases.Database.Write(connection => PublishedDay.Add(connection, new(2010, 8, 20)));

        Turn(cases, "2010-08-23");
        Assert.Equal(["2010-04-01 to 2010-08-20: 0/1", "2010-04-01 to 2010-08-23: 0/1"], YearsToDate(cases));

        cases.Send(Cases.Referral("R9", "2010-08-19"), Cases.Referral("R10", "2010-08-21"));
        cases.Recalculator.Run();
        Assert.Equal(["2010-04-01 to 2010-08-20: 0/2", "2010-04-01 to 2010-08-23: 0/3"], YearsToDate(cases));
        Assert.Contains("2010-04-01 to 2010-08-20: 0/2", LastPublished(cases));
    }

    [Fact]
    public void A_day_that_is_published_after_it_has_passed_is_made_up()
    {
        using var cases = Begun("2010-08-20", "2010-08-02", "2010-08-11");
        Turn(cases, "2010-08-23");

        cases.Database.Write(connection => PublishedDay.Add(connection, new(2010, 8, 10)));
        cases.Recalculator.Run();

        Assert.Equal(["2010-04-01 to 2010-08-10: 0/1", "2010-04-01 to 2010-08-23: 0/2"], YearsToDate(cases));
        Assert.Equal(["2010-04-01 to 2010-08-10: 0/1"], LastPublished(cases));
    }

    [Fact]
    public void On_the_same_day_there_is_nothing_to_do()
    {
        using var cases = Begun("2010-08-20", "2010-08-02");
        var revision = cases.Rows("SELECT Value FROM recalculation_mark WHERE Name = 'revision'");

        Assert.Equal(0, cases.Recalculator.Run());

        Assert.Equal(revision, cases.Rows("SELECT Value FROM recalculation_mark WHERE Name = 'revision'"));
    }

    private static CaseDatabase Begun(string today, params string[] referralsOn)
    {
        var cases = new CaseDatabase(DateOnly.Parse(today));
        cases.Send([.. referralsOn.Select((day, i) => Cases.Referral($"R{i}", day))]);
        cases.Recalculator.Run();
        return cases;
    }

    private static void Turn(CaseDatabase cases, string today)
    {
        cases.Time.Today = DateOnly.Parse(today);
        cases.Recalculator.Run();
    }

    private static List<string> YearsToDate(CaseDatabase cases) => cases.Database.Read(connection => connection.Query(
        """SELECT "From", "To", Numerator, Denominator FROM measure_value WHERE Measure = 'NI68' AND PeriodKind = $1 AND ScopeKind = $2 ORDER BY "To" """,
        row => $"{row.GetDay(0):yyyy-MM-dd} to {row.GetDay(1):yyyy-MM-dd}: {row.GetInt64(2)}/{row.GetInt64(3)}", (int)PeriodKind.YearToDate, (int)ScopeKind.Authority));

    private static IEnumerable<string> LastPublished(CaseDatabase cases) =>
        cases.Database.Read(connection => connection.Query(
                "SELECT Type, Body FROM outgoing_message ORDER BY Id DESC LIMIT 1", row => (MeasuresRecalculated)OutgoingMessage.Read(row.GetString(0), row.GetString(1))))
            .SelectMany(message => message.Values).Where(value => value.Scope == Scope.Authority && value is { Measure: "NI68", Period.Kind: PeriodKind.YearToDate })
            .Select(value => $"{value.Period.From:yyyy-MM-dd} to {value.Period.To:yyyy-MM-dd}: {value.Figure.Numerator}/{value.Figure.Denominator}");
}
