using Google.Protobuf.Reflection;
using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>
/// The record type that a file's headings show, and the column of each field. The headings are the fields of the record in the proto, and its type
/// with "_id". Case, spaces, underscores and hyphens do not matter.
/// </summary>
internal sealed class RecordCsvHeadings
{
    /// <summary>Without these a record of a type says nothing; the suite names the other things that it misses.</summary>
    private static readonly string[] Essential = ["child", "kind", "received_on", "strategy_discussion_on", "birthday_on", "due_on"];

    private readonly Dictionary<string, int> _columns = [];

    public RecordCsvHeadings(FieldDescriptor type, CsvDataReader csv, string file)
    {
        Type = type;
        Count = csv.FieldCount;
        var own = type.MessageType.Fields.InDeclarationOrder().Where(field => field.Name != "allocations").Select(field => field.Name).ToList();
        string[] fields = [IdOf(type), "version", "deleted", .. own, .. IsAllocated ? new[] { "team", "locality", "allocations" } : []];
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
        var missing = new[] { IdOf(type), "version" }.Concat(own.Where(Essential.Contains)).Where(field => !_columns.ContainsKey(field)).ToList();
        if (missing.Count > 0)
            throw new ExtractException($"{file}: a file of {Words}s needs the heading {string.Join(" and ", missing)}.");
    }

    /// <summary>The field of the feed's record that the file's records fill.</summary>
    public FieldDescriptor Type { get; }

    public int Count { get; }

    public IReadOnlyList<string> Unknown { get; }

    public bool IsAllocated => Type.MessageType.FindFieldByName("allocations") is not null;

    private string Words => Type.Name.Replace('_', ' ');

    /// <summary>The column of a field, or -1 where the file has none.</summary>
    public int ColumnOf(string field) => _columns.GetValueOrDefault(field, -1);

    public static string IdOf(FieldDescriptor type) => type.Name + "_id";

    /// <summary>The type of record, of all that can be sent, that a file's headings show.</summary>
    public static FieldDescriptor TypeOf(CsvDataReader csv, string file, IReadOnlyList<FieldDescriptor> types)
    {
        var headings = Enumerable.Range(0, csv.FieldCount).Select(column => Plain(csv.GetName(column))).ToHashSet();
        var shown = types.Where(type => headings.Contains(Plain(IdOf(type)))).ToList();
        // An assessment names its referral too: the type is the one whose identifier is not a field of another.
        return shown.FirstOrDefault(type => shown.All(other => other.MessageType.FindFieldByName(IdOf(type)) is null))
            ?? throw new ExtractException($"{file}: the first row has none of the headings {string.Join(", ", types.Select(IdOf))}, so it does not say what its records are.");
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
