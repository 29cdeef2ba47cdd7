using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.Inspections.Importing.Reading;

/// <summary>A record that was read, as it will be kept.</summary>
internal sealed record DraftRecord(int Line, string Id, InspectionRecord Record, bool Deleted);

/// <summary>Something that is wrong with a line.</summary>
internal sealed record DraftFault(int Line, string Heading, string Sentence);

/// <summary>What a file or a form came to: records that can be taken, and what is wrong with the lines that make none.</summary>
/// <param name="form">What they are.</param>
/// <param name="identifier">The identifier under which a record of this key stands; null where none does.</param>
internal sealed class ImportDraft(RecordForm form, Func<IReadOnlyList<string>, string?> identifier, DateOnly today)
{
    private const int MostFaults = 5_000;
    private const int LongestId = 64;

    private readonly Dictionary<string, int> _lines = [];

    public List<DraftRecord> Records { get; } = [];

    public List<DraftFault> Faults { get; } = [];

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Headings that say nothing of the records.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    public void Fault(int line, string heading, string sentence)
    {
        if (Faults.Count == MostFaults)
            throw new FileRefusedException($"More than {MostFaults:N0} things are wrong with the file. The first is in line {Faults[0].Line:N0}, {Faults[0].Heading}: {Faults[0].Sentence}");
        Faults.Add(new(line, heading, sentence));
    }

    /// <summary>Keeps the record of a line, or what is wrong with it in the words of the form.</summary>
    public void Add(int line, InspectionRecord record, bool deleted)
    {
        var problems = deleted ? WithoutKey(record) : Problems(record, today);
        foreach (var problem in problems)
            Fault(line, CellText.HeadingOf(form, problem.Field), CellText.InWords(problem, form));
        if (problems.Count > 0)
            return;
        var key = form.KeyOf(record);
        var draft = new DraftRecord(line, identifier(key) ?? Identifier(key), record, deleted);
        if (!_lines.TryAdd(draft.Id, line))
            Fault(line, "", $"{form.Named(record)} stands in line {_lines[draft.Id]:N0} already, and that line is read. Delete the wrong one of the two, or correct what tells them apart.");
        else
            Records.Add(draft);
    }

    /// <summary>What is wrong with a record by itself.</summary>
    public static IReadOnlyList<Problem> Problems(InspectionRecord record, DateOnly today)
    {
        var check = new RecordCheck(today);
        InspectionRecordCheck.Check(record, check);
        return check.Problems;
    }

    /// <summary>The parts as they are; where they are too long, what begins them and a sum of them all.</summary>
    public static string Identifier(IReadOnlyList<string> key)
    {
        var whole = string.Join('|', key);
        return whole.Length <= LongestId ? whole : $"{whole[..31]}~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32]}";
    }

    /// <summary>A line that takes a record out must say which.</summary>
    private List<Problem> WithoutKey(InspectionRecord record) =>
        [.. form.Key.Where(field => form.Text(record, field).Length == 0).Select(field => new Problem(Platform.Feeds.V1.RejectionCode.MissingField, field, $"{field} is empty, so nothing says which {form.One} is to be taken out: give it."))];
}
