using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Measures;
using Kind = ImprovementSuite.Workforce.Feed.V1.WorkforceRecord.RecordOneofCase;

namespace ImprovementSuite.Workforce.Feed;

/// <summary>What a record must be by itself.</summary>
internal static class WorkforceRecordCheck
{
    private const int LongestReference = 64;
    private const int LongestText = 200;
    private const int YearsAhead = 10;
    private const long MostPounds = 100_000_000;
    private const int FirstCensus = 2005;

    private static readonly DateOnly First = new(1900, 1, 1);

    public static void Check(WorkforceRecord record, RecordCheck check)
    {
        switch (record.RecordCase)
        {
            case Kind.Post: Check(record.Post, check); break;
            case Kind.PersonInPost: Check(record.PersonInPost, check); break;
            case Kind.AgencyCover: Check(record.AgencyCover, check); break;
            case Kind.Invoice: Check(record.Invoice, check); break;
            case Kind.Campaign: Check(record.Campaign, check); break;
            case Kind.Candidate: Check(record.Candidate, check); break;
            case Kind.FosterHousehold: Check(record.FosterHousehold, check); break;
            case Kind.Appraisal: Check(record.Appraisal, check); break;
            case Kind.CensusReturn: Check(record.CensusReturn, check); break;
            case Kind.CensusWorker: Check(record.CensusWorker, check); break;
        }
    }

    private static void Check(V1.Post post, RecordCheck check)
    {
        check.Required("post", post.Post_, LongestReference);
        check.Optional("title", post.Title, LongestText);
        check.Known("role", post.Role, PostRoles.Codes);
        Place(post.Team, post.Locality, check);
        check.Optional("grade", post.Grade, LongestReference);
        Fte(post.Fte, check);
        check.Known("contract", post.Contract, WorkforceCodes.Contracts);
        check.InOrder("starts_on", Day("starts_on", post.StartsOn, check, required: true, ahead: true), "ends_on", Day("ends_on", post.EndsOn, check, ahead: true));
    }

    private static void Check(V1.PersonInPost person, RecordCheck check)
    {
        check.Required("post", person.Post, LongestReference);
        check.Required("person", person.Person, LongestReference);
        Fte(person.Fte, check);
        var ends = Day("ends_on", person.EndsOn, check, ahead: true);
        check.InOrder("starts_on", Day("starts_on", person.StartsOn, check, required: true, ahead: true), "ends_on", ends);
        Ending("ended", person.Ended, WorkforceCodes.PostEnds, "ends_on", person.EndsOn, check);
    }

    private static void Check(V1.AgencyCover cover, RecordCheck check)
    {
        check.Optional("post", cover.Post, LongestReference);
        check.Required("worker", cover.Worker, LongestReference);
        check.Required("agency", cover.Agency, LongestText);
        if (cover.Post.Length == 0)
            check.Known("role", cover.Role, PostRoles.Codes);
        else if (cover.Role.Length > 0)
            check.Known("role", cover.Role, PostRoles.Codes);
        Place(cover.Team, cover.Locality, check);
        Fte(cover.Fte, check);
        check.InOrder("starts_on", Day("starts_on", cover.StartsOn, check, required: true, ahead: true), "ends_on", Day("ends_on", cover.EndsOn, check, ahead: true));
        if (cover.HourlyCharge.Length > 0 && Money("hourly_charge", cover.HourlyCharge, check) is <= 0 or > 1_000_00)
            check.Add(RejectionCode.BadNumber, "hourly_charge", $"hourly_charge is {cover.HourlyCharge}: give pounds for an hour, over 0 and up to 1000.");
    }

    private static void Check(V1.Invoice invoice, RecordCheck check)
    {
        check.Required("number", invoice.Number, LongestReference);
        check.Required("agency", invoice.Agency, LongestText);
        check.Optional("contract", invoice.Contract, LongestText);
        check.Known("role", invoice.Role, PostRoles.Codes);
        check.Known("service", invoice.Service, WorkforceCodes.Services);
        Place(invoice.Team, invoice.Locality, check);
        var (from, to) = (check.RequiredDay("worked_from", invoice.WorkedFrom), check.RequiredDay("worked_to", invoice.WorkedTo));
        check.InOrder("worked_from", from, "worked_to", to);
        if (from is { } first && to > first.AddYears(1))
            check.Add(RejectionCode.DateOutOfRange, "worked_to", $"worked_to ({invoice.WorkedTo}) is more than a year after worked_from ({invoice.WorkedFrom}): send an invoice for each year, or correct one of them.");
        check.InOrder("worked_from", from, "received_on", check.RequiredDay("received_on", invoice.ReceivedOn));
        if (invoice.Amount.Length == 0)
            check.Add(RejectionCode.MissingField, "amount", "amount is empty: give pounds such as 1234.50.");
        else
            Money("amount", invoice.Amount, check);
    }

    private static void Check(V1.Campaign campaign, RecordCheck check)
    {
        check.Required("campaign", campaign.Campaign_, LongestReference);
        check.Known("role", campaign.Role, PostRoles.Codes);
        if (NumberText.Hundredths(campaign.Fte) is not (> 0 and <= 500_00))
            check.Add(campaign.Fte.Length == 0 ? RejectionCode.MissingField : RejectionCode.BadNumber, "fte", $"fte is \"{Shorten(campaign.Fte)}\": give the full-time posts that are sought, over 0 and up to 500, such as 12.5.");
        var advertised = check.RequiredDay("advertised_on", campaign.AdvertisedOn, mayLieAhead: true);
        check.InOrder("advertised_on", advertised, "closes_on", check.ExpectedDay("closes_on", campaign.ClosesOn));
    }

    private static void Check(V1.Candidate candidate, RecordCheck check)
    {
        check.Required("campaign", candidate.Campaign, LongestReference);
        check.Required("person", candidate.Person, LongestReference);
        Fte(candidate.Fte, check);
        (string Field, DateOnly? Day)[] way =
        [
            ("applied_on", check.RequiredDay("applied_on", candidate.AppliedOn)), ("shortlisted_on", check.OptionalDay("shortlisted_on", candidate.ShortlistedOn)),
            ("interviewed_on", check.OptionalDay("interviewed_on", candidate.InterviewedOn)), ("offered_on", check.OptionalDay("offered_on", candidate.OfferedOn)),
            ("cleared_on", check.OptionalDay("cleared_on", candidate.ClearedOn)), ("starts_on", check.ExpectedDay("starts_on", candidate.StartsOn)),
        ];
        InOrder(way, check);
        Ended(candidate.Ended, WorkforceCodes.CandidateEnds, check, way[0].Day, candidate.EndedOn);
    }

    private static void Check(V1.FosterHousehold household, RecordCheck check)
    {
        check.Required("household", household.Household, LongestReference);
        if (household.Carers is < 1 or > 4)
            check.Add(RejectionCode.BadNumber, "carers", $"carers is {household.Carers}: give the carers in the household, 1 to 4.");
        Place("", household.Locality, check);
        (string Field, DateOnly? Day)[] way =
        [
            ("enquired_on", check.RequiredDay("enquired_on", household.EnquiredOn)), ("visited_on", check.OptionalDay("visited_on", household.VisitedOn)),
            ("trained_on", check.OptionalDay("trained_on", household.TrainedOn)), ("assessed_on", check.OptionalDay("assessed_on", household.AssessedOn)),
            ("approved_on", check.OptionalDay("approved_on", household.ApprovedOn)),
        ];
        InOrder(way, check);
        Ended(household.Ended, WorkforceCodes.FosterEnds, check, way[^1].Day ?? way[0].Day, household.EndedOn);
        if (WorkforceCodes.FosterEnds.TryGetValue(household.Ended, out var end) && end >= (int)Fostering.FosterEnd.DeRegistered != household.ApprovedOn.Length > 0)
            check.Add(RejectionCode.UnknownCode, "ended", household.ApprovedOn.Length > 0
                ? $"ended is \"{household.Ended}\", and the household was approved on {household.ApprovedOn}: give de-registered or resigned."
                : $"ended is \"{household.Ended}\", and the household was never approved: give withdrew or not-approved, or the day of approval.");
    }

    private static void Check(V1.Appraisal appraisal, RecordCheck check)
    {
        check.Required("person", appraisal.Person, LongestReference);
        Place(appraisal.Team, appraisal.Locality, check);
        check.Known("kind", appraisal.Kind, WorkforceCodes.AppraisalKinds);
        var (from, to) = (check.RequiredDay("cycle_from", appraisal.CycleFrom, mayLieAhead: true), Day("cycle_to", appraisal.CycleTo, check, required: true, ahead: true));
        check.InOrder("cycle_from", from, "cycle_to", to);
        var due = Day("due_on", appraisal.DueOn, check, required: true, ahead: true);
        if (due < from || due > to)
            check.Add(RejectionCode.DateOutOfRange, "due_on", $"due_on is {appraisal.DueOn}, outside its cycle ({appraisal.CycleFrom} to {appraisal.CycleTo}): correct one of them.");
        check.InOrder("cycle_from", from, "done_on", check.OptionalDay("done_on", appraisal.DoneOn));
    }

    private static void Check(V1.CensusReturn census, RecordCheck check)
    {
        Year(census.Year, check);
        if (check.RequiredDay("reference_on", census.ReferenceOn) is { } day && (day.Year != census.Year || day != CensusMeasures.RoundOf(census.Year)))
            check.Add(RejectionCode.DateOutOfRange, "reference_on", $"reference_on is {census.ReferenceOn}: the census of {census.Year} is of 30 September {census.Year}.");
        if (NumberText.RoundedHundredths(census.VacanciesFte) is not >= 0)
            check.Add(RejectionCode.BadNumber, "vacancies_fte", $"vacancies_fte is \"{Shorten(census.VacanciesFte)}\": give full-time equivalents, 0 or more, such as 79.68.");
    }

    private static void Check(V1.CensusWorker worker, RecordCheck check)
    {
        Year(worker.Year, check);
        check.Required("worker", worker.Worker, LongestReference);
        check.Known("org_role", worker.OrgRole, WorkforceCodes.OrgRoles);
        if (NumberText.RoundedHundredths(worker.Fte) is not (>= 0 and <= 100))
            check.Add(RejectionCode.BadNumber, "fte", $"fte is \"{Shorten(worker.Fte)}\": give a full-time equivalent of 0 to 1.");
        check.InOrder("role_starts_on", Day("role_starts_on", worker.RoleStartsOn, check), "role_ends_on", Day("role_ends_on", worker.RoleEndsOn, check));
        if (worker is { HasCases: true, Cases: < 0 or > 500 })
            check.Add(RejectionCode.BadNumber, "cases", $"cases is {worker.Cases}: give the cases held, 0 to 500.");
        if (worker.DaysLost.Length > 0 && NumberText.RoundedHundredths(worker.DaysLost) is not (>= 0 and <= 366_00))
            check.Add(RejectionCode.BadNumber, "days_lost", $"days_lost is \"{Shorten(worker.DaysLost)}\": give working days, 0 to 366.");
    }

    private static void Place(string team, string locality, RecordCheck check)
    {
        check.Optional("team", team, LongestText);
        check.Optional("locality", locality, LongestText);
    }

    private static void Fte(string text, RecordCheck check)
    {
        if (text.Length == 0)
            check.Add(RejectionCode.MissingField, "fte", "fte is empty: give the full-time equivalent, such as 1 or 0.6.");
        else if (NumberText.Hundredths(text) is not { } hundredths)
            check.Add(RejectionCode.BadNumber, "fte", $"fte is \"{Shorten(text)}\", which is no number with up to two decimals: give the full-time equivalent, such as 1 or 0.6.");
        else if (hundredths > 100)
            check.Add(RejectionCode.BadNumber, "fte", $"fte is {text}, which is over 1: a person or a post has one full-time equivalent at the most.");
        else if (hundredths <= 0)
            check.Add(RejectionCode.BadNumber, "fte", $"fte is {text}: give more than 0, up to 1.");
    }

    private static long? Money(string field, string text, RecordCheck check)
    {
        if (NumberText.Hundredths(text) is { } pence && Math.Abs(pence) <= MostPounds * 100)
            return pence;
        var why = text.Any(c => c is '£' or '$' or '€') ? ": write it without its currency sign" : text.Contains(',') ? ": write it without commas" : ", which is no amount in pounds";
        check.Add(RejectionCode.BadNumber, field, $"{field} is \"{Shorten(text)}\"{why}, such as 1234.50.");
        return null;
    }

    /// <summary>A day of a post or a person, which may have begun long before anything is counted, and may lie ahead where it is agreed.</summary>
    private static DateOnly? Day(string field, string text, RecordCheck check, bool required = false, bool ahead = false)
    {
        if (text.Length == 0)
        {
            if (required)
                check.Add(RejectionCode.MissingField, field, $"{field} is empty: give the day as yyyy-mm-dd.");
            return null;
        }
        if (!IsoDay.TryParse(text, out var day))
            check.Add(RejectionCode.BadDate, field, $"{field} is \"{Shorten(text)}\", which is no day of the calendar: write it as yyyy-mm-dd.");
        else if (day < First)
            check.Add(RejectionCode.DateOutOfRange, field, $"{field} is {text}: days before {First:yyyy-MM-dd} are not taken.");
        else if (!ahead && day > check.Today)
            check.Add(RejectionCode.DateOutOfRange, field, $"{field} is {text}, which is after today ({check.Today:yyyy-MM-dd}): correct it.");
        else if (day > check.Today.AddYears(YearsAhead))
            check.Add(RejectionCode.DateOutOfRange, field, $"{field} is {text}, which is more than {YearsAhead} years ahead of today ({check.Today:yyyy-MM-dd}): correct it.");
        else
            return day;
        return null;
    }

    /// <summary>Each day that is given lies on or after those before it.</summary>
    private static void InOrder(IEnumerable<(string Field, DateOnly? Day)> way, RecordCheck check)
    {
        var given = way.Where(step => step.Day is not null).ToList();
        for (var i = 1; i < given.Count; i++)
            check.InOrder(given[i - 1].Field, given[i - 1].Day, given[i].Field, given[i].Day);
    }

    /// <summary>Something has ended with a day and a reason, or with neither.</summary>
    private static void Ended(string ended, IReadOnlyDictionary<string, int> codes, RecordCheck check, DateOnly? start, string endedOn)
    {
        check.InOrder("the last step", start, "ended_on", check.OptionalDay("ended_on", endedOn));
        Ending("ended", ended, codes, "ended_on", endedOn, check);
    }

    private static void Ending(string field, string code, IReadOnlyDictionary<string, int> codes, string dayField, string day, RecordCheck check)
    {
        if (day.Length > 0)
            check.Known(field, code, codes);
        else if (code.Length > 0)
            check.Add(RejectionCode.MissingField, dayField, $"{field} is \"{Shorten(code)}\" and {dayField} is empty: give the day, or leave both empty.");
    }

    private static void Year(int year, RecordCheck check)
    {
        if (year < FirstCensus || year > check.Today.Year)
            check.Add(RejectionCode.DateOutOfRange, "year", $"year is {year}: give the year of the census, {FirstCensus} to {check.Today.Year}.");
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "...";
}
