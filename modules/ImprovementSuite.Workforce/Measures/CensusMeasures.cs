using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>The rates of the children's social work workforce census, by the formulas of the Department for Education.</summary>
internal static class CensusMeasures
{
    public const string Vacancy = "CSWW-VACANCY";
    public const string Agency = "CSWW-AGENCY";
    public const string Turnover = "CSWW-TURNOVER";
    public const string Caseload = "CSWW-CASELOAD";
    public const string Absence = "CSWW-ABSENCE";

    public static readonly IReadOnlyList<string> All = [Vacancy, Agency, Turnover, Caseload, Absence];

    /// <summary>The day that stands for the census of a year.</summary>
    public static DateOnly RoundOf(int year) => new(Math.Clamp(year, 1, 9999), 9, 30);
}

/// <summary>What a return says of an authority, in hundredths of full-time posts, whole cases and hundredths of working days.</summary>
internal readonly record struct CensusCounts(long Vacancies, long InPost, long Agency, long Leavers, long Cases, long Holders, long DaysLost, long Covering)
{
    /// <summary>Working days in a year, by which the department's absence rates come out.</summary>
    public const int WorkingDays = 253;

    /// <summary>Vacancies / (vacancies + in post).</summary>
    public Figure VacancyRate => Figure.RateOfPosts(Vacancies, Vacancies + InPost);

    /// <summary>Agency / (agency + in post).</summary>
    public Figure AgencyRate => Figure.RateOfPosts(Agency, Agency + InPost);

    /// <summary>Leavers in the year / in post on 30 September.</summary>
    public Figure Turnover => Figure.RateOfPosts(Leavers, InPost);

    /// <summary>Cases held / full-time equivalents of those who hold one or more, agency included.</summary>
    public Figure Caseload => Figure.PerPost(Cases, Holders);

    /// <summary>Working days lost / (in post x working days of a year), in whole days.</summary>
    public Figure Absence => Figure.Rate((DaysLost + 50) / 100, (InPost * WorkingDays + 50) / 100);

    /// <summary>Agency workers who cover a vacancy / all agency workers.</summary>
    public Figure AgencyCovering => Figure.RateOfPosts(Covering, Agency);

    /// <summary>Agency workers who cover a vacancy / vacancies.</summary>
    public Figure VacanciesCovered => Figure.RateOfPosts(Covering, Vacancies);

    public Figure Of(string measure) => measure switch
    {
        CensusMeasures.Vacancy => VacancyRate,
        CensusMeasures.Agency => AgencyRate,
        CensusMeasures.Turnover => Turnover,
        CensusMeasures.Caseload => Caseload,
        _ => Absence,
    };
}

/// <summary>One rate of the census, in each year of which a return is here.</summary>
internal sealed class CensusRate(string code, string title, MeasureWords words, Unit unit) : IMeasure
{
    public static IReadOnlyList<CensusRate> All { get; } =
    [
        new(CensusMeasures.Vacancy, "Vacancy rate, workforce census", Words("vacancies and full-time equivalents in post", "the vacancies", "posts were vacant", "Vacant", "Posts"), Unit.PercentOfPosts),
        new(CensusMeasures.Agency, "Agency rate, workforce census", Words("full-time equivalents of agency workers and in post", "those of agency workers", "were agency workers", "Agency", "All"), Unit.PercentOfPosts),
        new(CensusMeasures.Turnover, "Turnover, workforce census", Words("full-time equivalents in post", "those of people who left in the year before", "left in the year", "Left", "In post"), Unit.PercentOfPosts),
        new(CensusMeasures.Caseload, "Caseload, workforce census", Words("full-time equivalents of workers who hold a case or more, agency included", "the cases that they hold", "cases were held", "Cases", "Holders"), Unit.PerPost),
        new(CensusMeasures.Absence, "Sickness absence, workforce census", Words($"working days of those in post, {CensusCounts.WorkingDays} a year each", "those lost to sickness", "working days were lost", "Days lost", "Working days"), Unit.Percent),
    ];

    public MeasureDefinition Definition { get; } = new(
        code, title, words, unit, MeasureKind.Round, Polarity.LowIsGood, Frequency.Yearly, RatedOn.Round, "Department for Education, children's social work workforce census", "/workforce/census", 1,
        OpenRecords: true);

    public Additivity Additivity => Additivity.ByRound;

    public bool StaleOnwards => true;

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) =>
    [
        .. Read(connection).Select(one => (one.Round, Figure: one.Counts.Of(code))).Where(one => from <= one.Round && one.Round <= to)
            .Select(one => new Tally(one.Round, 0, one.Figure.Numerator!.Value, one.Figure.Denominator!.Value)),
    ];

    /// <summary>The counts of every year of which a return is here.</summary>
    public static List<(DateOnly Round, CensusCounts Counts)> Read(SqliteConnection connection) => connection.Query(
        """
        SELECT r.ReferenceOn, r.VacanciesFte,
          TOTAL(CASE WHEN NOT w.Agency AND w.There THEN w.Fte END), TOTAL(CASE WHEN w.Agency AND w.There THEN w.Fte END),
          TOTAL(CASE WHEN NOT w.Agency AND w.LeftInYear THEN w.Fte END),
          TOTAL(CASE WHEN w.There AND w.Cases > 0 THEN w.Cases END), TOTAL(CASE WHEN w.There AND w.Cases > 0 THEN w.Fte END),
          TOTAL(CASE WHEN NOT w.Agency THEN w.DaysLost END), TOTAL(CASE WHEN w.Agency AND w.CoversVacancy AND w.There THEN w.Fte END)
        FROM census_return r LEFT JOIN (
          SELECT *, RoleEndsOn IS NULL OR RoleEndsOn > RoundOn AS There, RoleEndsOn > RoundOn - 365 - (Year % 4 = 0) AND RoleEndsOn <= RoundOn AS LeftInYear FROM census_worker WHERE Counts = 1) w ON w.Year = r.Year
        WHERE r.Counts = 1 GROUP BY r.Id ORDER BY r.ReferenceOn
        """,
        row => (row.GetDay(0), new CensusCounts(
            row.GetInt64(1), (long)row.GetDouble(2), (long)row.GetDouble(3), (long)row.GetDouble(4), (long)row.GetDouble(5), (long)row.GetDouble(6), (long)row.GetDouble(7),
            (long)row.GetDouble(8))));

    private static MeasureWords Words(string of, string counted, string finished, string numerator, string denominator) => new(
        Of: of, Counted: counted, Clock: "none; the census is of 30 September", Limit: null, Finished: finished, More: counted, NumeratorHeading: numerator, DenominatorHeading: denominator,
        Cohort: "the census of the year");
}
