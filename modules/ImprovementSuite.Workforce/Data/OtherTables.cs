using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;
using V1 = ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Data;

internal sealed class InvoiceTable(SqliteConnection connection, TeamLookup teams) : FactTable<V1.Invoice>(
    connection, Tables.Invoice, ["Number", "Agency", "Contract", "Role", "SocialCare", "TeamId", "WorkedFrom", "WorkedToOn", "ReceivedOn", "SpentOn", "Pence"],
    [("SpentOn", AgencySpend.Code)])
{
    protected override V1.Invoice Nothing { get; } = new() { Role = "other", Service = "other", WorkedFrom = "1990-01-01", WorkedTo = "1990-01-01", ReceivedOn = "1990-01-01", Amount = "0" };

    protected override DateOnly DayOf(RecordKey key, V1.Invoice invoice) => Day(invoice.ReceivedOn)!.Value;

    protected override object?[] Facts(V1.Invoice invoice, IntakeTransaction transaction)
    {
        var (worked, received) = (Day(invoice.WorkedTo)!.Value, Day(invoice.ReceivedOn)!.Value);
        return
        [
            invoice.Number.Trim(), invoice.Agency.Trim(), invoice.Contract.Trim(), PostRoles.Codes[invoice.Role], WorkforceCodes.Services[invoice.Service] == 1,
            teams.Of(invoice.Team, invoice.Locality), Day(invoice.WorkedFrom), worked, received, Agency.Invoice.CountsOn(worked, received), NumberText.Hundredths(invoice.Amount) ?? 0,
        ];
    }
}

internal sealed class CampaignTable(SqliteConnection connection) : FactTable<V1.Campaign>(connection, Tables.Campaign, ["Name", "Role", "Fte", "AdvertisedOn", "ClosesOn"], [])
{
    protected override V1.Campaign Nothing { get; } = new() { Role = "other", Fte = "0", AdvertisedOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.Campaign campaign) => Day(campaign.AdvertisedOn)!.Value;

    protected override object?[] Facts(V1.Campaign campaign, IntakeTransaction transaction) =>
        [campaign.Campaign_.Trim(), PostRoles.Codes[campaign.Role], NumberText.Hundredths(campaign.Fte) ?? 0, Day(campaign.AdvertisedOn), Day(campaign.ClosesOn)];
}

internal sealed class CandidateTable(SqliteConnection connection) : FactTable<V1.Candidate>(
    connection, Tables.Candidate,
    ["Campaign", "Person", "Fte", "AppliedOn", "ShortlistedOn", "InterviewedOn", "OfferedOn", "ClearedOn", "StartsOn", "EndedOn", "Ended"], [])
{
    protected override V1.Candidate Nothing { get; } = new() { Fte = "0", AppliedOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.Candidate candidate) => Day(candidate.AppliedOn)!.Value;

    protected override object?[] Facts(V1.Candidate candidate, IntakeTransaction transaction) =>
    [
        candidate.Campaign.Trim(), candidate.Person.Trim(), NumberText.Hundredths(candidate.Fte) ?? 0, Day(candidate.AppliedOn), Day(candidate.ShortlistedOn), Day(candidate.InterviewedOn),
        Day(candidate.OfferedOn), Day(candidate.ClearedOn), Day(candidate.StartsOn), Day(candidate.EndedOn), WorkforceCodes.CandidateEnds.GetValueOrDefault(candidate.Ended),
    ];
}

internal sealed class FosterHouseholdTable(SqliteConnection connection, TeamLookup teams) : FactTable<V1.FosterHousehold>(
    connection, Tables.FosterHousehold,
    ["Household", "Carers", "TeamId", "Connected", "EnquiredOn", "VisitedOn", "TrainedOn", "AssessedOn", "ApprovedOn", "EndedOn", "Ended"],
    [("ApprovedOn", FosterCarers.Code), ("ApprovedOn", FosterCarersRecruited.Code)])
{
    protected override V1.FosterHousehold Nothing { get; } = new() { EnquiredOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.FosterHousehold household) => Day(household.EnquiredOn)!.Value;

    protected override object?[] Facts(V1.FosterHousehold household, IntakeTransaction transaction) =>
    [
        household.Household.Trim(), household.Carers, teams.Of("", household.Locality), household.Connected, Day(household.EnquiredOn), Day(household.VisitedOn), Day(household.TrainedOn),
        Day(household.AssessedOn), Day(household.ApprovedOn), Day(household.EndedOn), WorkforceCodes.FosterEnds.GetValueOrDefault(household.Ended),
    ];
}

internal sealed class AppraisalTable(SqliteConnection connection, TeamLookup teams) : FactTable<V1.Appraisal>(
    connection, Tables.Appraisal, ["Person", "TeamId", "Kind", "CycleFrom", "CycleToOn", "DueOn", "DoneOn"], [("CycleFrom", AppraisalsCompleted.Code)])
{
    protected override V1.Appraisal Nothing { get; } = new() { Kind = "pdr", CycleFrom = "1990-01-01", CycleTo = "1990-01-01", DueOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.Appraisal appraisal) => Day(appraisal.CycleFrom)!.Value;

    protected override string RecordTypeOf(V1.Appraisal appraisal) => WorkforceTypes.NameOf((Appraisals.AppraisalKind)WorkforceCodes.AppraisalKinds[appraisal.Kind]);

    protected override object?[] Facts(V1.Appraisal appraisal, IntakeTransaction transaction) =>
    [
        appraisal.Person.Trim(), teams.Of(appraisal.Team, appraisal.Locality), WorkforceCodes.AppraisalKinds[appraisal.Kind], Day(appraisal.CycleFrom), Day(appraisal.CycleTo),
        Day(appraisal.DueOn), Day(appraisal.DoneOn),
    ];
}

internal sealed class CensusReturnTable(SqliteConnection connection) : FactTable<V1.CensusReturn>(
    connection, Tables.CensusReturn, ["Year", "ReferenceOn", "VacanciesFte"], CensusMeasures.All.Select(measure => ("ReferenceOn", measure)))
{
    protected override V1.CensusReturn Nothing { get; } = new() { Year = 2010, ReferenceOn = "1990-01-01" };

    protected override DateOnly DayOf(RecordKey key, V1.CensusReturn census) => Day(census.ReferenceOn)!.Value;

    protected override object?[] Facts(V1.CensusReturn census, IntakeTransaction transaction) =>
        [census.Year, Day(census.ReferenceOn), NumberText.RoundedHundredths(census.VacanciesFte) ?? 0];
}

internal sealed class CensusWorkerTable(SqliteConnection connection) : FactTable<V1.CensusWorker>(
    connection, Tables.CensusWorker,
    ["Year", "RoundOn", "Worker", "Agency", "OrgRole", "Fte", "RoleStartsOn", "RoleEndsOn", "Cases", "DaysLost", "CoversVacancy"],
    CensusMeasures.All.Select(measure => ("RoundOn", measure)))
{
    protected override V1.CensusWorker Nothing { get; } = new() { Year = 2010 };

    protected override DateOnly DayOf(RecordKey key, V1.CensusWorker worker) => CensusMeasures.RoundOf(worker.Year);

    protected override object?[] Facts(V1.CensusWorker worker, IntakeTransaction transaction) =>
    [
        worker.Year, CensusMeasures.RoundOf(worker.Year), worker.Worker.Trim(), worker.Agency, WorkforceCodes.OrgRoles[worker.OrgRole], NumberText.RoundedHundredths(worker.Fte) ?? 0,
        Day(worker.RoleStartsOn), Day(worker.RoleEndsOn), worker.HasCases ? worker.Cases : null, NumberText.RoundedHundredths(worker.DaysLost) ?? 0, worker.CoversVacancy,
    ];
}
