using System.Globalization;
using ImprovementSuite.Host.Demo.SampleExtract;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Tests.Demo;

/// <summary>The sample extract as its files hold it, read with nothing but string splitting and counted one record at a time.</summary>
public sealed class WrittenExtract : IDisposable
{
    public const string LastDay = "2010-08-20";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-");

    public WrittenExtract()
    {
        SampleCases.WriteTo(_folder.FullName);
        Contacts = Rows("contacts.csv");
        Referrals = Rows("referrals.csv");
        Assessments = Rows("assessments.csv");
        ReferralById = Referrals.ToDictionary(referral => referral["referral_id"]);
    }

    public string Folder => _folder.FullName;
    public List<Dictionary<string, string>> Contacts { get; }
    public List<Dictionary<string, string>> Referrals { get; }
    public List<Dictionary<string, string>> Assessments { get; }
    public Dictionary<string, Dictionary<string, string>> ReferralById { get; }

    public IEnumerable<Dictionary<string, string>> Initial => Assessments.Where(one => one["kind"] == "initial");
    public IEnumerable<Dictionary<string, string>> Core => Assessments.Where(one => one["kind"] == "core");

    /// <summary>NI 68: initial assessments completed of referrals received.</summary>
    public (int, int) Ni68(string from, string to) =>
        (Initial.Count(one => In(one["completed_on"], from, to)), Referrals.Count(one => In(one["received_on"], from, to)));

    /// <summary>NI 59: within 7 working days of the referral, of initial assessments completed.</summary>
    public (int, int) Ni59(string from, string to, string? team = null)
    {
        var completed = Initial.Where(one => In(one["completed_on"], from, to) && (team is null || TeamAtTheEnd(one) == team)).ToList();
        return (completed.Count(one => WorkingDays(ReferralById[one["referral_id"]]["received_on"], one["completed_on"]) <= 7), completed.Count);
    }

    /// <summary>NI 60: within 35 working days of their start, of core assessments completed.</summary>
    public (int, int) Ni60(string from, string to)
    {
        var completed = Core.Where(one => In(one["completed_on"], from, to)).ToList();
        return (completed.Count(one => WorkingDays(one["started_on"], one["completed_on"]) <= 35), completed.Count);
    }

    public static string TeamAtTheEnd(Dictionary<string, string> record) =>
        record.GetValueOrDefault("allocations") is { Length: > 0 } later ? later.Split(';')[^1].Split('@')[0] : record["team"];

    public static bool In(string day, string from, string to) =>
        day != "" && string.CompareOrdinal(day, from) >= 0 && string.CompareOrdinal(day, to) <= 0;

    public static int WorkingDays(string from, string to) => WorkingDayCalendar.EnglandAndWales.Between(Day(from), Day(to));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Delete(recursive: true);

    private List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var headings = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => headings.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }
}
