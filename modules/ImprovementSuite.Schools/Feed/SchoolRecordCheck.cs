using System.Globalization;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Feed;

/// <summary>What makes a record of schools one that cannot be kept.</summary>
internal static class SchoolRecordCheck
{
    private const int LongestText = 200;
    private const int LongestCode = 64;
    private const int LongestName = 100;
    private const int MostPupils = 100_000;

    public static void Check(SchoolRecord record, RecordCheck check)
    {
        switch (record.RecordCase)
        {
            case SchoolRecord.RecordOneofCase.School: Check(record.School, check); break;
            case SchoolRecord.RecordOneofCase.Result: Check(record.Result, check); break;
            case SchoolRecord.RecordOneofCase.AreaResult: Check(record.AreaResult, check); break;
            case SchoolRecord.RecordOneofCase.Forecast: Check(record.Forecast, check); break;
            case SchoolRecord.RecordOneofCase.Headline: Check(record.Headline, check); break;
        }
    }

    /// <summary>Six digits, as a number; null where the text is none.</summary>
    public static int? Urn(string text) =>
        text.Length == 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var urn) && urn >= 100_000 ? urn : null;

    private static void Check(V1.School school, RecordCheck check)
    {
        RequiredUrn(school.Urn, check);
        check.Required("name", school.Name, LongestText);
        RequiredAuthority("local_authority", school.LocalAuthority, check);
        check.Optional("establishment_number", school.EstablishmentNumber, 10);
        foreach (var (field, text) in new[]
                 {
                     ("type", school.Type), ("type_group", school.TypeGroup), ("closed_why", school.ClosedWhy), ("phase", school.Phase), ("trust", school.Trust), ("district", school.District),
                     ("inspection_grade", school.InspectionGrade),
                 })
            check.Optional(field, text, LongestText);
        check.Required("status", school.Status, LongestText);
        check.Optional("postcode", school.Postcode, 10);
        check.Optional("head_mark", school.HeadMark, LongestCode);
        var opened = OldDay("opened_on", school.OpenedOn, check);
        check.InOrder("opened_on", opened, "closed_on", OldDay("closed_on", school.ClosedOn, check));
        OldDay("inspected_on", school.InspectedOn, check);
        Pupils("capacity", school.HasCapacity ? school.Capacity : null, check);
        Pupils("pupils", school.HasPupils ? school.Pupils : null, check);
        Figure("free_school_meals", school.FreeSchoolMeals, isScore: false, check);
        foreach (var successor in school.Successors)
            if (Urn(successor) is null)
                check.Add(RejectionCode.UnknownCode, "successors", $"successors has \"{successor}\", which is no URN of six digits: correct it.");
    }

    private static void Check(Result result, RecordCheck check)
    {
        RequiredUrn(result.Urn, check);
        Year(result.Year, check);
        check.Known("status", result.Status, SchoolCodes.Statuses);
        check.Optional("name", result.Name, LongestText);
        if (result.LocalAuthority.Length > 0)
            RequiredAuthority("local_authority", result.LocalAuthority, check);
        Pupils("cohort", result.HasCohort ? result.Cohort : null, check);
        Pupils("reached", result.HasReached ? result.Reached : null, check);
        if (result is { HasReached: true, HasCohort: true } && result.Reached > result.Cohort)
            check.Add(RejectionCode.UnknownCode, "reached", $"reached is {result.Reached} of a cohort of {result.Cohort}: correct one of them.");
        if (result is { HasReached: true, HasCohort: false })
            check.Add(RejectionCode.MissingField, "cohort", "reached is given without the cohort: give both.");
        Figures(result.Figures, check);
    }

    private static void Check(V1.AreaResult result, RecordCheck check)
    {
        if (result.Area is not (Results.AreaResult.England or Results.AreaResult.EnglandState))
            RequiredAuthority("area", result.Area, check);
        Year(result.Year, check);
        check.Known("status", result.Status, SchoolCodes.Statuses);
        if (result is { HasCohort: true, Cohort: < 0 })
            check.Add(RejectionCode.UnknownCode, "cohort", $"cohort is {result.Cohort}: it cannot be under 0.");
        Figures(result.Figures, check);
    }

    private static void Check(V1.Forecast forecast, RecordCheck check)
    {
        RequiredUrn(forecast.Urn, check);
        if (forecast.Year < ResultSet.FirstYear || forecast.Year > check.Today.Year + 5)
            check.Add(RejectionCode.DateOutOfRange, "year", $"year is {forecast.Year}: give the year of the tests, {ResultSet.FirstYear} to {check.Today.Year + 5}.");
        check.Known("kind", forecast.Kind, SchoolCodes.ForecastKinds);
        if (forecast.Percent.Length == 0)
            check.Add(RejectionCode.MissingField, "percent", "percent is empty: give the percentage that is expected.");
        Figure("percent", forecast.Percent, isScore: false, check);
        if (FigureText.Codes.ContainsKey(forecast.Percent))
            check.Add(RejectionCode.UnknownCode, "percent", $"percent is {forecast.Percent}: give the percentage that is expected.");
        check.RequiredDay("made_on", forecast.MadeOn);
        check.Required("by", forecast.By, LongestName);
    }

    private static void Check(V1.Headline headline, RecordCheck check)
    {
        if (headline.Urn.Length > 0)
            RequiredUrn(headline.Urn, check);
        Year(headline.Year, check);
        check.Known("stage", headline.Stage, SchoolCodes.Stages);
        check.Known("status", headline.Status, SchoolCodes.Statuses);
        Pupils("reached", headline.Reached, check);
        Pupils("cohort", headline.Cohort, check);
        if (headline.Reached > headline.Cohort)
            check.Add(RejectionCode.UnknownCode, "reached", $"reached is {headline.Reached} of a cohort of {headline.Cohort}: correct one of them.");
    }

    private static void Figures(Figures? figures, RecordCheck check)
    {
        foreach (var (i, (field, text)) in FedFigures.Of(figures).Index())
            Figure(field, text, Ks2FigureWords.All[i].IsScore(), check);
    }

    private static void Figure(string field, string text, bool isScore, RecordCheck check)
    {
        if (FigureText.Read(text, isScore, out _, out _) is { } wrong)
            check.Add(RejectionCode.UnknownCode, field, $"{field} is \"{(text.Length > 40 ? text[..40] + "..." : text)}\", which {wrong}.");
    }

    /// <summary>A school may have opened long before the years of which anything is counted.</summary>
    private static DateOnly? OldDay(string field, string text, RecordCheck check)
    {
        if (text.Length == 0)
            return null;
        if (IsoDay.TryParse(text, out var day) && day.Year >= 1000)
            return day;
        check.Add(RejectionCode.BadDate, field, $"{field} is \"{text}\", which is no day of the calendar: write it as yyyy-mm-dd.");
        return null;
    }

    private static void Year(int year, RecordCheck check)
    {
        if (year < ResultSet.FirstYear || year > check.Today.Year)
            check.Add(RejectionCode.DateOutOfRange, "year", $"year is {year}: give the year of the tests, {ResultSet.FirstYear} to {check.Today.Year}.");
    }

    private static void Pupils(string field, int? pupils, RecordCheck check)
    {
        if (pupils is < 0 or > MostPupils)
            check.Add(RejectionCode.UnknownCode, field, $"{field} is {pupils}: give a number of pupils from 0 to {MostPupils:N0}.");
    }

    private static void RequiredUrn(string urn, RecordCheck check)
    {
        if (urn.Length == 0)
            check.Add(RejectionCode.MissingField, "urn", "urn is empty: give the school's unique reference number.");
        else if (Urn(urn) is null)
            check.Add(RejectionCode.UnknownCode, "urn", $"urn is \"{(urn.Length > 40 ? urn[..40] + "..." : urn)}\", which is no unique reference number of six digits: correct it.");
    }

    private static void RequiredAuthority(string field, string code, RecordCheck check)
    {
        if (code.Length != 3 || !code.All(char.IsAsciiDigit))
            check.Add(code.Length == 0 ? RejectionCode.MissingField : RejectionCode.UnknownCode, field, $"{field} is \"{(code.Length > 40 ? code[..40] + "..." : code)}\": give the authority's three digits, such as 372.");
    }
}
