using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.Schools.Feed.V1.SchoolRecord.RecordOneofCase;

namespace ImprovementSuite.Schools.Data;

/// <summary>The writer's prepared statements: one table class for each type of record.</summary>
internal sealed class SchoolStore(SqliteConnection connection) : IRecordStore<SchoolRecord>
{
    private readonly SchoolTable _schools = new(connection);
    private readonly ResultTable _results = new(connection);
    private readonly AreaResultTable _areas = new(connection);
    private readonly ForecastTable _forecasts = new(connection);
    private readonly HeadlineTable _headlines = new(connection);

    public Outcome Apply(SchoolRecord record, IntakeTransaction transaction)
    {
        (FactTable table, IMessage message) = record.RecordCase switch
        {
            Kind.School => ((FactTable)_schools, (IMessage)record.School),
            Kind.Result => (_results, record.Result),
            Kind.AreaResult => (_areas, record.AreaResult),
            Kind.Forecast => (_forecasts, record.Forecast),
            Kind.Headline => (_headlines, record.Headline),
            _ => throw new InvalidOperationException($"A record of {record.RecordCase} has no table."),
        };
        return table.Apply(record.Key, message, transaction);
    }

    public void Forget()
    {
    }

    public void Dispose()
    {
        foreach (var table in new FactTable[] { _schools, _results, _areas, _forecasts, _headlines })
            table.Dispose();
    }
}

internal sealed class SchoolTable(SqliteConnection connection) : FactTable<Feed.V1.School>(connection, Tables.School, SchoolColumns.All, [])
{
    // The register is of no day: one source at a time has it.
    protected override DateOnly DayOf(RecordKey key, Feed.V1.School school) => DateOnly.MaxValue;

    protected override object?[] Facts(Feed.V1.School school, IntakeTransaction transaction)
    {
        FigureText.Read(school.FreeSchoolMeals, isScore: false, out var freeMeals, out _);
        return
        [
            SchoolRecordCheck.Urn(school.Urn) ?? 0, school.Name.Trim(), school.LocalAuthority, school.EstablishmentNumber, school.Type, school.TypeGroup, school.Status,
            Day(school.OpenedOn), Day(school.ClosedOn), school.ClosedWhy, school.Phase, school.HasLowestAge ? school.LowestAge : null, school.HasHighestAge ? school.HighestAge : null,
            school.HasCapacity ? school.Capacity : null, school.HasPupils ? school.Pupils : null, freeMeals, school.Trust, school.Postcode, school.District, school.InspectionGrade,
            Day(school.InspectedOn), string.Join(' ', school.Successors), school.HeadMark,
        ];
    }

    /// <summary>Its authority, phase or district may be another one, and it may have closed: every round in which it counts is counted again.</summary>
    protected override void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts) => Rounds.TouchAll(transaction);
}

internal sealed class ResultTable(SqliteConnection connection) : FactTable<Result>(
    connection, Tables.Result, ["Urn", "Year", "Status", "RoundOn", "Cohort", "Reached", "Name", "Authority", "Special", "Withheld", .. Ks2FigureWords.Columns],
    Rounds.OfResults.Select(measure => ("RoundOn", measure)))
{
    protected override Result Nothing { get; } = new() { Year = ResultSet.FirstYear, Status = ResultStatus.Provisional.Words() };

    // Provisional ones may come from the schools and final ones from the department.
    protected override string RecordTypeOf(Result result) => SchoolTypes.NameOf(result.Status, Tables.Result);

    protected override DateOnly DayOf(RecordKey key, Result result) => ResultSet.RoundDay(result.Year);

    protected override object?[] Facts(Result result, IntakeTransaction transaction)
    {
        var (figures, withheld) = FedFigures.Read(result.Figures);
        return
        [
            SchoolRecordCheck.Urn(result.Urn) ?? 0, result.Year, SchoolCodes.Statuses[result.Status], ResultSet.RoundDay(result.Year), result.HasCohort ? result.Cohort : null,
            result.HasReached ? result.Reached : null, result.Name.Trim(), result.LocalAuthority, result.Special, withheld, .. figures,
        ];
    }
}

internal sealed class AreaResultTable(SqliteConnection connection) : FactTable<Feed.V1.AreaResult>(
    connection, Tables.AreaResult, ["Area", "Year", "Status", "Cohort", "Withheld", .. Ks2FigureWords.Columns], [])
{
    protected override Feed.V1.AreaResult Nothing { get; } = new() { Year = ResultSet.FirstYear, Status = ResultStatus.Provisional.Words() };

    protected override string RecordTypeOf(Feed.V1.AreaResult result) => SchoolTypes.NameOf(result.Status, Tables.AreaResult);

    // Statistics of areas come from one source at a time.
    protected override DateOnly DayOf(RecordKey key, Feed.V1.AreaResult result) => DateOnly.MaxValue;

    protected override object?[] Facts(Feed.V1.AreaResult result, IntakeTransaction transaction)
    {
        var (figures, withheld) = FedFigures.Read(result.Figures);
        return [result.Area, result.Year, SchoolCodes.Statuses[result.Status], result.HasCohort ? result.Cohort : null, withheld, .. figures];
    }
}

internal sealed class ForecastTable(SqliteConnection connection) : FactTable<Feed.V1.Forecast>(connection, Tables.Forecast, ["Urn", "Year", "Kind", "Percent", "MadeOn", "MadeBy"], [])
{
    protected override Feed.V1.Forecast Nothing { get; } = new() { Year = ResultSet.FirstYear, Kind = "forecast", Percent = "0", MadeOn = "1990-01-01" };

    // What two people expect is not the same thing twice.
    protected override bool HasOneSource => false;

    protected override DateOnly DayOf(RecordKey key, Feed.V1.Forecast forecast) => Day(forecast.MadeOn)!.Value;

    protected override object?[] Facts(Feed.V1.Forecast forecast, IntakeTransaction transaction)
    {
        FigureText.Read(forecast.Percent, isScore: false, out var percent, out _);
        return [SchoolRecordCheck.Urn(forecast.Urn) ?? 0, forecast.Year, SchoolCodes.ForecastKinds[forecast.Kind], percent ?? 0, Day(forecast.MadeOn), forecast.By.Trim()];
    }
}

internal sealed class HeadlineTable(SqliteConnection connection) : FactTable<Feed.V1.Headline>(
    connection, Tables.Headline, ["Urn", "Year", "Stage", "Status", "RoundOn", "Reached", "Cohort"], Rounds.OfHeadlines.Select(measure => ("RoundOn", measure)))
{
    protected override Feed.V1.Headline Nothing { get; } = new() { Year = ResultSet.FirstYear, Stage = "foundation", Status = "provisional" };

    protected override string RecordTypeOf(Feed.V1.Headline headline) => SchoolTypes.NameOf(headline.Status, Tables.Headline);

    protected override DateOnly DayOf(RecordKey key, Feed.V1.Headline headline) => ResultSet.RoundDay(headline.Year);

    protected override object?[] Facts(Feed.V1.Headline headline, IntakeTransaction transaction) =>
    [
        SchoolRecordCheck.Urn(headline.Urn) ?? 0, headline.Year, SchoolCodes.Stages[headline.Stage], SchoolCodes.Statuses[headline.Status], ResultSet.RoundDay(headline.Year), headline.Reached,
        headline.Cohort,
    ];
}
