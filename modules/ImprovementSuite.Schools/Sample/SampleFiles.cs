using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ImprovementSuite.Schools.Sample;

/// <summary>The sample in the shapes in which a council has it: a register, files of results, and batches of a feed.</summary>
internal static class SampleFiles
{
    private const int Infants = 8;
    private const int Secondaries = 6;

    /// <summary>A register in the shape of Get Information about Schools: schools with year 6, infant and secondary schools, and one that carried on as another.</summary>
    public static Stream Register()
    {
        var text = new StringBuilder(
            "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,ReasonEstablishmentClosed (name),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,SchoolCapacity,NumberOfPupils,PercentageFSM,OfstedLastInsp,OfstedRating (name),Postcode,DistrictAdministrative (name)\r\n");
        foreach (var (i, school) in SampleSchools.All.Index())
        {
            var junior = school.Name.EndsWith("Junior School", StringComparison.Ordinal);
            var roll = school.Cohorts[^1] * (junior ? 4 : 7);
            Row(school.Urn, 2001 + i, school.Name, school.Name.Contains("Church") ? "Voluntary controlled school" : "Community school", "Open", "", "", "", "Primary", junior ? 7 : 4, 11, roll + (i % 30), roll,
                FreeMeals(school), Inspected(i), Grade(i));
        }
        for (var i = 0; i < Infants; i++)
            Row(990_201 + i, 2201 + i, $"Willow {"ABCDEFGH"[i]} Infant School", "Community school", "Open", "", "", "", "Primary", 4, 7, 180, 165 + i, "24.1", Inspected(i), "Good");
        for (var i = 0; i < Secondaries; i++)
            Row(990_301 + i, 4001 + i, $"{new[] { "Northfield", "Eastmoor", "Southgate", "Westbrook", "Central", "Riverside" }[i]} High School", "Community school", "Open", "", "", "", "Secondary", 11, 16, 1200, 1080 + (17 * i), "18.4", Inspected(i), "Satisfactory");
        // The number before it became a voluntary controlled school.
        Row(990_401, 2001, "Ashgrove Infant and Junior School", "Community school", "Closed", "01-09-1968", "31-08-2007", "Result of Amalgamation/Merger", "Primary", 4, 11, 0, 0, "", "", "");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));

        void Row(params object[] cells) => text.AppendJoin(',', cells.Take(1).Append(SampleSchools.Authority).Append(SampleSchools.AuthorityName).Concat(cells.Skip(1)).Take(6).Select(Cell))
            .Append(',').Append(Cell("Local authority maintained schools")).Append(',').AppendJoin(',', cells.Skip(4).Append("S60 1AA").Append(SampleSchools.AuthorityName).Select(Cell)).Append("\r\n");

        static string Cell(object cell) => string.Format(CultureInfo.InvariantCulture, "{0}", cell) is var words && words.Contains(',') ? $"\"{words}\"" : words;
    }

    /// <summary>Final results of a year, in the suite's own form for the level-based years.</summary>
    public static Stream LevelResults(int year)
    {
        var text = new StringBuilder("YEAR,STATUS,URN,SCHOOL,COHORT,L4_ENGLISH_MATHS_PUPILS\r\n");
        foreach (var school in SampleSchools.All)
            text.Append(CultureInfo.InvariantCulture, $"{year},final,{school.Urn},{school.Name},{school.Cohorts[year - SampleSchool.FirstYear]},{school.Reached[year - SampleSchool.FirstYear]}\r\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>What a school information system sends of 2010: provisional results, forecasts and targets, and headline values of other stages.</summary>
    public static string Feed()
    {
        var records = new List<object>();
        foreach (var school in SampleSchools.All)
        {
            records.Add(new
            {
                key = new { recordId = $"{school.Urn}-2010-provisional", version = "1" },
                result = new { urn = $"{school.Urn}", year = 2010, status = "provisional", cohort = school.Cohorts[^1], reached = school.Reached[^1], name = school.Name, localAuthority = SampleSchools.Authority },
            });
            records.Add(Expected(school, 2010, "forecast", Forecast(school), "2009-11-20", school.Adviser));
            records.Add(Expected(school, 2010, "target", Math.Clamp(Forecast(school) + 4, 60, 100), "2009-12-11", school.Name));
            if (school.Move != SampleMove.StaysAbove)
                records.Add(Expected(school, 2011, "target", 65, "2010-07-16", school.Name));
        }
        records.Add(Headline("", 2009, "foundation", "final", 1_480, 2_946));
        records.Add(Headline("", 2010, "foundation", "provisional", 1_611, 2_988));
        for (var i = 0; i < Secondaries; i++)
            records.Add(Headline($"{990_301 + i}", 2009, "gcse", "final", 86 + (7 * i), 208 + (3 * i)));
        return JsonSerializer.Serialize(new { header = new { stream = "sample-schools-2010", sequence = "1", schemaVersion = 1 }, records });
    }

    private static object Expected(SampleSchool school, int year, string kind, int percent, string on, string by) => new
    {
        key = new { recordId = $"{school.Urn}-{year}-{kind}-{on.Replace("-", "")}", version = "1" },
        forecast = new { urn = $"{school.Urn}", year, kind, percent = $"{percent}", madeOn = on, by },
    };

    private static object Headline(string urn, int year, string stage, string status, int reached, int cohort) => new
    {
        key = new { recordId = $"{(urn.Length > 0 ? urn : "authority")}-{year}-{stage}-{status}", version = "1" },
        headline = new { urn, year, stage, status, reached, cohort },
    };

    /// <summary>What the adviser expected in the autumn: nearer for some than for others.</summary>
    private static int Forecast(SampleSchool school)
    {
        var spread = school.Adviser[0] switch { 'P' => 3, 'S' => 6, 'R' => 9, _ => 5 };
        return Math.Clamp((int)Math.Round(school.Percent(2010)) + (school.Urn * 7 % (2 * spread + 1)) - spread + 1, 30, 98);
    }

    private static string FreeMeals(SampleSchool school) => (school.Move == SampleMove.StaysAbove ? 8 + (school.Urn % 22) : 24 + (school.Urn % 17)).ToString(CultureInfo.InvariantCulture);

    private static string Inspected(int i) => new DateOnly(2006, 9, 12).AddDays(i * 53 % 1300).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Grade(int i) => (i % 9) switch { 0 => "Outstanding", 3 or 7 => "Satisfactory", _ => "Good" };
}
