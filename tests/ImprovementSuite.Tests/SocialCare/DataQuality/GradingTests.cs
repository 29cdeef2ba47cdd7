using ImprovementSuite.Contracts;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare.DataQuality;

/// <summary>Grades at their borders, and as they come about from records and go out with the values.</summary>
public sealed class GradingTests : IDisposable
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    private readonly CaseDatabase _cases = new(Today);

    public void Dispose() => _cases.Dispose();

    [Theory]
    [InlineData(10_000, 0, 0, Trust.A)]
    [InlineData(10_000, 99, 0, Trust.A)]
    [InlineData(10_000, 100, 0, Trust.B)]
    [InlineData(10_000, 99, 1, Trust.B)]
    [InlineData(10_000, 499, 499, Trust.B)]
    [InlineData(10_000, 500, 0, Trust.C)]
    [InlineData(10_000, 500, 1, Trust.C)]
    public void A_grade_goes_by_the_share_that_fails_and_by_what_is_unlinked(long records, long failing, long unlinked, Trust grade) =>
        Assert.Equal(grade, Grading.Grade(new QualitySettings(), Frequency.Daily, records, failing, unlinked, Today, Today));

    [Theory]
    [InlineData(Frequency.Daily, 2, Trust.A)]
    [InlineData(Frequency.Daily, 3, Trust.C)]
    [InlineData(Frequency.Monthly, 35, Trust.A)]
    [InlineData(Frequency.Monthly, 36, Trust.C)]
    public void Stale_data_are_of_grade_C(Frequency frequency, int daysOld, Trust grade) =>
        Assert.Equal(grade, Grading.Grade(new QualitySettings(), frequency, 100, 0, 0, Today.AddDays(-daysOld), Today));

    [Fact]
    public void A_measure_is_graded_by_the_records_that_it_counts_and_by_those_that_it_ought_to()
    {
        _cases.Send(Cases.Referral("R1", "2010-06-01"), Cases.Referral("R2", "2010-06-01", child: "C2"));
        // One counts and lacks its referral, one counts and is sound, one should have ended long ago; the core assessment is of another measure.
        _cases.Send(
            Cases.Initial("A1", "R9", "2010-06-04"), Cases.Initial("A2", "R1", "2010-06-04"), Cases.Initial("A3", "R2", "", child: "C2"),
            Cases.Core("A4", "2010-06-04", "2010-07-02").With(r => r.Assessment.RecordedOn = "2010-08-02"));
        _cases.Check();

        Assert.Equal(
            ["NI59 C 3 2 1 66.7% of its records fail a rule", "NI60 C 1 1 0 100.0% of its records fail a rule"],
            _cases.Rows("SELECT Measure, substr('ABC', Trust + 1, 1), Records, Failing, Unlinked, Why FROM dq_grade WHERE Measure IN ('NI59', 'NI60') ORDER BY Measure"));
        Assert.Empty(_cases.Rows("SELECT Measure FROM dq_grade WHERE Measure = 'ASSESSMENT-45'"));
    }

    [Fact]
    public void A_review_that_belongs_to_no_plan_counts_against_the_reviews_and_a_record_of_another_period_does_not()
    {
        _cases.Send(
            QualityCases.OnPlan("P1", "2010-05-03"), QualityCases.Conference("V1", "review", "2010-08-02"), QualityCases.Conference("V2", "review", "2010-08-02", child: "C2"),
            Cases.Contact("K1", "2010-08-02"), Cases.Contact("K2", "2010-03-02").With(r => r.Contact.RecordedOn = "2010-08-02"));
        _cases.Check();

        Assert.Equal(
            ["CP-REVIEWS 2 1 1", "NFA-CONTACTS 1 0 0"],
            _cases.Rows("SELECT Measure, Records, Failing, Unlinked FROM dq_grade WHERE Measure IN ('CP-REVIEWS', 'NFA-CONTACTS') ORDER BY Measure"));
    }

    [Fact]
    public void A_grade_that_changes_is_published_with_the_same_figure_under_a_higher_revision_and_the_same_grade_is_not()
    {
        _cases.Send(Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"));
        _cases.Check();
        _cases.Recalculator.Run();
        Assert.Equal(["1 of 1 0 none of its records fails a rule"], Published());
        Assert.Equal(0, _cases.Recalculator.Run());

        // Days later nothing has come. The year to date of the new day is published with the grade that stood, then again with the new one.
        _cases.Time.Today = Today.AddDays(3);
        _cases.Check();
        Assert.Equal(["1 of 1 0 none of its records fails a rule"], Published());
        Assert.True(_cases.Recalculator.Run() > 0);
        Assert.Equal(["1 of 1 2 no records since 20 August 2010"], Published());
        Assert.Equal(0, _cases.Recalculator.Run());
    }

    /// <summary>The authority's year to date of NI 59 that went out last, with its grade.</summary>
    private List<string> Published() => _cases.Rows(
        $"""
         SELECT value ->> '$.Figure.N' || ' of ' || (value ->> '$.Figure.D'), value ->> '$.Trust', value ->> '$.TrustWhy'
         FROM outgoing_message, json_each(Body, '$.Values')
         WHERE value ->> '$.Measure' = 'NI59' AND value ->> '$.Scope.Kind' = {(int)ScopeKind.Authority} AND value ->> '$.Period.Kind' = {(int)PeriodKind.YearToDate}
           AND value ->> '$.Period.To' = '{_cases.Time.Today:yyyy-MM-dd}'
         ORDER BY value ->> '$.Revision' DESC LIMIT 1
         """);
}
