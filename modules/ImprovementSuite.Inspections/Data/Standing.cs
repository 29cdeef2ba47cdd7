using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using V1 = ImprovementSuite.Inspections.Feed.V1;
using Judgement = ImprovementSuite.Inspections.Judgements.Judgement;

namespace ImprovementSuite.Inspections.Data;

/// <summary>The council's own records of one type as they stand, made again from what is stored: what a file or a form is compared with.</summary>
internal sealed class Standing
{
    private readonly Dictionary<string, InspectionRecord> _records = [];
    private readonly Dictionary<string, string> _identifiers = [];
    private readonly Dictionary<string, Framework> _scales;

    private Standing(RecordForm form, IEnumerable<(string Id, InspectionRecord Record)> records, Dictionary<string, Framework> scales)
    {
        _scales = scales;
        foreach (var (id, record) in records)
        {
            _records[id] = record;
            _identifiers[Joined(form.KeyOf(record))] = id;
        }
    }

    public static Standing Of(SqliteConnection connection, RecordForm form) => new(form, Records(connection, form.Code), form.Code == Tables.Judgement ? Scales(connection) : []);

    /// <summary>Without its key; null where it does not stand.</summary>
    public InspectionRecord? Find(string recordId) => _records.GetValueOrDefault(recordId);

    /// <summary>The identifier under which the record of a key stands; null where none does.</summary>
    public string? IdentifierOf(IReadOnlyList<string> key) => _identifiers.GetValueOrDefault(Joined(key));

    /// <summary>Makes of a record what would stand of it, so that what is the same is seen to be: a report of one day ends on it, and a grade is written as its framework's scale has it.</summary>
    public void Settle(InspectionRecord record)
    {
        if (record.Inspection is { EndedOn: "" } report)
            report.EndedOn = report.BeganOn;
        if (record.Judgement is { } judgement && _scales.TryGetValue(judgement.Inspection, out var framework))
        {
            judgement.Grade = framework.Grades.Find(grade => Same(grade, judgement.Grade)) ?? judgement.Grade;
            judgement.Area = framework.Areas.Prepend(Judgement.Overall).FirstOrDefault(area => Same(area, judgement.Area)) ?? judgement.Area;
        }
    }

    /// <summary>"Help and protection" is help-and-protection.</summary>
    private static bool Same(string one, string other) => string.Equals(one.Replace('-', ' '), other.Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    private static string Joined(IReadOnlyList<string> key) => string.Join('\n', key);

    private static Dictionary<string, Framework> Scales(SqliteConnection connection)
    {
        var frameworks = FrameworkReading.All(connection);
        return connection.Query("SELECT Reference, Framework FROM inspection WHERE Counts = 1", row => (Report: row.GetString(0), Code: row.GetString(1)))
            .Where(report => frameworks.ContainsKey(report.Code)).ToDictionary(report => report.Report, report => frameworks[report.Code]);
    }

    private static List<(string Id, InspectionRecord Record)> Records(SqliteConnection connection, string type)
    {
        var (columns, read) = Reader(type);
        return connection.Query(
            $"SELECT f.RecordId, {string.Join(", ", columns.Select(column => $"f.{column}"))} FROM {type} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 WHERE f.Counts = 1",
            row => (row.GetString(0), read(new(row))), Imports.Source);
    }

    private static (IReadOnlyList<string> Columns, Func<Cells, InspectionRecord> Read) Reader(string type) => type switch
    {
        Tables.Provider => (["Reference", "Name", "Kind", "Service", "Urn", "OpenedOn", "ClosedOn"], row => new()
        {
            Provider = new V1.Provider { Provider_ = row.Text, Name = row.Text, Kind = row.Code(InspectionCodes.Providers), Service = row.Text, Urn = row.Text, OpenedOn = row.Day, ClosedOn = row.Day },
        }),
        Tables.Inspection => (["Reference", "Kind", "ProviderRef", "Title", "Framework", "BeganOn", "EndedOn", "PublishedOn", "Report"], row => new()
        {
            Inspection = new V1.Inspection
            {
                Inspection_ = row.Text, Kind = row.Code(InspectionCodes.Inspections), Provider = row.Text, Title = row.Text, Framework = row.Text, BeganOn = row.Day, EndedOn = row.Day,
                PublishedOn = row.Day, Report = row.Text,
            },
        }),
        Tables.Judgement => (["InspectionRef", "Area", "Grade"], row => new() { Judgement = new V1.Judgement { Inspection = row.Text, Area = row.Text, Grade = row.Text } }),
        Tables.Recommendation => (
            ["InspectionRef", "Number", "Kind", "Text", "Owner", "Service", "OriginallyDueOn", "CompletedOn", "Evidence", "ValidatedOn", "ValidatedBy", "ValidatedHow"], row => new()
            {
                Recommendation = new V1.Recommendation
                {
                    Inspection = row.Text, Number = row.Text, Kind = row.Code(InspectionCodes.Recommendations), Text = row.Text, Owner = row.Text, Service = row.Text, DueOn = row.Day,
                    CompletedOn = row.Day, Evidence = row.Text, ValidatedOn = row.Day, ValidatedBy = row.Text, ValidatedHow = row.Code(InspectionCodes.Validations),
                },
            }),
        Tables.HomeVisit => (["ProviderRef", "VisitedOn", "Visitor", "Finding", "ReportedOn"], row => new()
        {
            HomeVisit = new V1.HomeVisit { Provider = row.Text, VisitedOn = row.Day, Visitor = row.Text, Finding = row.Text, ReportedOn = row.Day },
        }),
        _ => throw new ArgumentException($"There is no form of {type}.", nameof(type)),
    };

    /// <summary>The cells of a row one after the other, as the feed writes them.</summary>
    private sealed class Cells(SqliteDataReader row)
    {
        private int _at;

        public string Text => row.GetString(++_at);

        public string Day => row.IsDBNull(++_at) ? "" : row.GetDay(_at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        public string Code(IReadOnlyDictionary<string, int> codes) => row.IsDBNull(++_at) ? "" : codes.First(code => code.Value == row.GetInt32(_at)).Key;
    }
}
