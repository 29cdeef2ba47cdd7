using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Readings;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Readings;

/// <summary>What may be typed or stand in a row, on 20 August 2010 and with the measures of that plan.</summary>
public sealed class ReadingCheckTests
{
    private static readonly ReadingCheck Check = new(Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay);

    [Theory]
    [InlineData("AUDITS-COMPLETED", "2010-07-01", "2010-07-31", PeriodKind.Month, "2010-07-01")]
    [InlineData("AUDITS-COMPLETED", null, "31/7/2010", PeriodKind.Month, "2010-07-01")]
    [InlineData("NI59", "1 April 2010", "15 Aug 2010", PeriodKind.YearToDate, "2010-04-01")]
    [InlineData("NI59", null, "15 August 2010", PeriodKind.YearToDate, "2010-04-01")]
    [InlineData("ni59", "2010-07-01", "2010-07-31", PeriodKind.Month, "2010-07-01")]
    [InlineData("PDR-COMPLETED", null, "2010-08-20", PeriodKind.AsAt, "2010-08-20")]
    public void The_days_follow_from_what_the_measure_is_rated_on(string measure, string? from, string to, PeriodKind kind, string first)
    {
        var (drafts, errors) = Check.Of(new() { Measure = measure, From = from, To = to, Numerator = "1,001", Denominator = "1,232" });

        Assert.Empty(errors);
        var draft = Assert.Single(drafts);
        Assert.Equal((kind, DateOnly.Parse(first), Figure.Rate(1001, 1232)), (draft.Period.Kind, draft.Period.From, draft.Figure!));
    }

    [Fact]
    public void April_alone_is_both_a_month_and_the_year_so_far()
    {
        var (drafts, _) = Check.Of(new() { Measure = "NI59", From = "2010-04-01", To = "2010-04-30", Numerator = "178", Denominator = "224" });

        Assert.Equal([PeriodKind.YearToDate, PeriodKind.Month], drafts.Select(draft => draft.Period.Kind));
    }

    [Fact]
    public void A_round_that_is_not_named_is_the_one_that_the_day_falls_in()
    {
        Assert.Equal("2010 results", Assert.Single(Check.Of(new() { Measure = "SCHOOLS-BELOW-FLOOR", To = "2010-08-20", Value = "9" }).Drafts).Round);
        Assert.Equal("2011 results", Assert.Single(Check.Of(new() { Measure = "SCHOOLS-BELOW-FLOOR", To = "2010-08-20", Value = "9", Round = "2011 results" }).Drafts).Round);
    }

    [Fact]
    public void A_span_begins_where_the_plan_says() =>
        Assert.Equal(new(PeriodKind.Span, new(2009, 4, 1), new(2010, 8, 1)), Assert.Single(Check.Of(new() { Measure = "FOSTER-CARERS-RECRUITED", To = "1 August 2010", Value = "28" }).Drafts).Period);

    [Theory]
    [InlineData("AGENCY-SPEND", "£467,459.50", 46_745_950L)]
    [InlineData("CAF-COMPLETED", "1,213", 1213L)]
    public void Values_are_read_in_the_measures_unit(string measure, string typed, long smallest) =>
        Assert.Equal(smallest, Assert.Single(Check.Of(new() { Measure = measure, To = "2010-08-20", Value = typed }).Drafts).Figure!.Numerator);

    [Fact]
    public void A_ratio_of_two_flows_may_be_over_100()
    {
        Assert.Empty(Check.Of(new() { Measure = "NI68", To = "2010-08-20", Numerator = "110", Denominator = "100" }).Errors);
        Assert.Empty(Check.Of(new() { Measure = "NI68", To = "2010-08-20", Value = "104.5%" }).Errors);
    }

    [Theory]
    [InlineData("locality: Central", ScopeKind.Locality, "Central", null)]
    [InlineData("Team: Central 2 / Central", ScopeKind.Team, "Central 2", "Central")]
    [InlineData("authority", ScopeKind.Authority, "", null)]
    public void A_part_of_the_authority_may_be_named(string scope, ScopeKind kind, string code, string? within) =>
        Assert.Equal(new Scope(kind, code, within), Assert.Single(Check.Of(new() { Measure = "NI59", To = "2010-08-20", Numerator = "1", Denominator = "2", Scope = scope }).Drafts).Scope);

    [Theory]
    [InlineData("measure", "\"NI999\" is no measure of the plan: its codes stand on the template’s second sheet", "NI999", null, "2010-07-31", "1", "2", null)]
    [InlineData("to", "20 September 2010 lies in the future: today is 20 August 2010", "PDR-COMPLETED", null, "20 September 2010", "1", "2", null)]
    [InlineData("to", "August 2010 has not ended: a month is read once it is over", "AUDITS-COMPLETED", null, "2010-08-31", "1", "2", null)]
    [InlineData("to", "Give the last day that is counted, such as 31 July 2010 or 2010-07-31", "NI59", null, "", "1", "2", null)]
    [InlineData("to", "\"40410\" is no day: write it such as 31 July 2010 or 2010-07-31, and give the cell the form of a date", "NI59", null, "40410", "1", "2", null)]
    [InlineData("from", "2 August 2010 lies after the last day, 1 August 2010", "NI59", "2010-08-02", "2010-08-01", "1", "2", null)]
    [InlineData("from", "NI59 is rated on the year so far: begin on 1 April 2010, or give a whole month", "NI59", "2010-05-02", "2010-08-01", "1", "2", null)]
    [InlineData("from", "PDR-COMPLETED is read on one day: leave the first day empty, or give the same day twice", "PDR-COMPLETED", "2010-05-02", "2010-08-01", "1", "2", null)]
    [InlineData("numerator", "3 of 2 is more than all of them", "NI59", null, "2010-08-20", "3", "2", null)]
    [InlineData("numerator", "\"1.5\" is no whole number, 0 or more", "NI59", null, "2010-08-20", "1.5", "2", null)]
    [InlineData("numerator", "Give how many counted: a rate has two counts", "NI59", null, "2010-08-20", null, "2", null)]
    [InlineData("denominator", "\"=2+2\" is no whole number, 0 or more", "NI59", null, "2010-08-20", "1", "=2+2", null)]
    [InlineData("denominator", "1 of 0 cannot be: give of how many", "NI68", null, "2010-08-20", "1", "0", null)]
    [InlineData("denominator", "CAF-COMPLETED is not in percent: give its CAFs as the value", "CAF-COMPLETED", null, "2010-08-20", "1", "2", null)]
    [InlineData("value", "104% is more than all of them: NI59 cannot be over 100%", "NI59", null, "2010-08-20", null, null, "104")]
    [InlineData("value", "\"80%\" is in another unit: CAF-COMPLETED is in whole CAFs", "CAF-COMPLETED", null, "2010-08-20", null, null, "80%")]
    [InlineData("value", "\"£9\" is in another unit: NI59 is in percent", "NI59", null, "2010-08-20", null, null, "£9")]
    [InlineData("value", "\"2.5\" is not whole: CAF-COMPLETED counts CAFs", "CAF-COMPLETED", null, "2010-08-20", null, null, "2.5")]
    [InlineData("value", "\"1.555\" has more than two decimals", "AGENCY-SPEND", null, "2010-08-20", null, null, "1.555")]
    [InlineData("value", "\"many\" is no number: give percent in figures", "NI59", null, "2010-08-20", null, null, "many")]
    [InlineData("value", "The value is 0 or more", "CAF-COMPLETED", null, "2010-08-20", null, null, "-1")]
    [InlineData("value", "Give the counts or the value, not both: the value is worked out from the counts", "NI59", null, "2010-08-20", "1", "2", "50")]
    [InlineData("value", "Give the counts, or the percentage where they are not known", "NI59", null, "2010-08-20", null, null, null)]
    [InlineData("grade", "Give a grade of FOSTERING-JUDGEMENT: inadequate, satisfactory, good, outstanding", "FOSTERING-JUDGEMENT", null, "2010-08-20", null, null, null)]
    [InlineData("value", "FOSTERING-JUDGEMENT is a judgement: give its grade and no figure", "FOSTERING-JUDGEMENT", null, "2010-08-20", null, null, "3", "grade")]
    public void What_is_wrong_is_said_where_it_is(
        string part, string what, string measure, string? from, string to, string? numerator, string? denominator, string? value, string? besides = null)
    {
        var (drafts, errors) = Check.Of(new() { Measure = measure, From = from, To = to, Numerator = numerator, Denominator = denominator, Value = value });

        Assert.Empty(drafts);
        Assert.Contains(new ReadingError(part, what), errors);
        Assert.All(errors, error => Assert.Contains(error.Part, new[] { part, besides }));
    }

    [Theory]
    [InlineData("Central")]
    [InlineData("team: Central 2")]
    [InlineData("school: x")]
    public void An_unknown_part_of_the_authority_is_refused(string scope) =>
        Assert.Equal("scope", Assert.Single(Check.Of(new() { Measure = "NI59", To = "2010-08-20", Value = "50", Scope = scope }).Errors).Part);
}
