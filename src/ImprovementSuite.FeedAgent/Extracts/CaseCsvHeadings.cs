using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>The record type that a file's headings show, and the column of each field. Case, spaces, underscores and hyphens do not matter.</summary>
internal sealed class CaseCsvHeadings
{
    private static readonly string[] OfEveryType =
        ["version", "deleted", "child", "outcome", "team", "locality", "allocations", "worker", "recorded_on"];

    private static readonly string[] OfContacts = ["contact_id", "received_on", "source", .. OfEveryType];
    private static readonly string[] OfReferrals = ["referral_id", "received_on", "source", "closed_on", .. OfEveryType];
    private static readonly string[] OfAssessments = ["assessment_id", "kind", "referral_id", "started_on", "completed_on", .. OfEveryType];

    private readonly Dictionary<string, int> _columns = [];

    private CaseCsvHeadings(string recordType, string[] fields, CsvDataReader csv, string file)
    {
        RecordType = recordType;
        Count = csv.FieldCount;
        var known = fields.ToDictionary(Plain);
        var unknown = new List<string>();
        for (var column = 0; column < csv.FieldCount; column++)
        {
            var heading = csv.GetName(column);
            if (!known.TryGetValue(Plain(heading), out var field))
                unknown.Add(heading);
            else if (!_columns.TryAdd(field, column))
                throw new ExtractException($"{file}: the heading {field} stands there twice.");
        }
        Unknown = unknown;
        string[] needed = [fields[0], "version", "child", .. recordType == "assessment" ? new[] { "kind" } : ["received_on"]];
        var missing = needed.Where(field => !_columns.ContainsKey(field)).ToList();
        if (missing.Count > 0)
            throw new ExtractException($"{file}: a file of {recordType}s needs the heading {string.Join(" and ", missing)}.");
    }

    /// <summary>contact, referral or assessment.</summary>
    public string RecordType { get; }

    public int Count { get; }

    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The column of a field, or -1 where the file has none.</summary>
    public int ColumnOf(string field) => _columns.GetValueOrDefault(field, -1);

    public static CaseCsvHeadings Read(CsvDataReader csv, string file)
    {
        var headings = Enumerable.Range(0, csv.FieldCount).Select(column => Plain(csv.GetName(column))).ToHashSet();
        // An assessment names its referral too, so its own id is looked for first.
        return headings.Contains(Plain("assessment_id")) ? new("assessment", OfAssessments, csv, file)
            : headings.Contains(Plain("contact_id")) ? new("contact", OfContacts, csv, file)
            : headings.Contains(Plain("referral_id")) ? new("referral", OfReferrals, csv, file)
            : throw new ExtractException(
                $"{file}: the first row has none of the headings contact_id, referral_id and assessment_id, so it does not say what its records are.");
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
