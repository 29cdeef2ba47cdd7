using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Importing.Reading;

/// <summary>A record that was read, as it will be kept.</summary>
internal sealed record DraftRecord(int Line, string Id, WorkforceRecord Record, bool Deleted)
{
    public string Type { get; } = WorkforceRecordIntake.TypeOf(Record);
}

/// <summary>Something that is wrong with a line.</summary>
internal sealed record DraftFault(int Line, string Heading, string Sentence);

/// <summary>What a file came to: records that can be taken, and what is wrong with the lines that make none.</summary>
internal sealed partial class ImportDraft(DateOnly today)
{
    private const int MostFaults = 5_000;
    private const int LongestId = 64;

    private readonly Dictionary<(string Type, string Id), int> _lines = [];

    public List<DraftRecord> Records { get; } = [];

    public List<DraftFault> Faults { get; } = [];

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; set; }

    /// <summary>Headings that say nothing of the records.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    public void Fault(int line, string heading, string sentence)
    {
        if (Faults.Count == MostFaults)
            throw new FileRefusedException($"More than {MostFaults:N0} things are wrong with the file. The first is in line {Faults[0].Line:N0}, {Faults[0].Heading}: {Faults[0].Sentence}");
        Faults.Add(new(line, heading, sentence));
    }

    /// <summary>Keeps the record of a line, or what is wrong with it in the words of the file.</summary>
    /// <param name="key">What makes it the same thing in every file.</param>
    /// <param name="heading">The file's heading of a field of the record.</param>
    public void Add(int line, WorkforceRecord record, IReadOnlyList<string> key, bool deleted, Func<string, string> heading)
    {
        var check = new RecordCheck(today);
        if (!deleted)
            WorkforceRecordCheck.Check(record, check);
        foreach (var problem in check.Problems)
            Fault(line, heading(problem.Field), InWordsOfTheFile(problem, heading));
        if (check.Problems.Count > 0)
            return;
        var draft = new DraftRecord(line, Identifier(key), record, deleted);
        if (!_lines.TryAdd((draft.Type, draft.Id), line))
            Fault(line, "", $"The same stands in line {_lines[(draft.Type, draft.Id)]:N0} already, and that line is read. Delete the wrong one of the two.");
        else
            Records.Add(draft);
    }

    /// <summary>A sentence of the check begins with its field, and may name another one.</summary>
    public static string InWordsOfTheFile(Problem problem, Func<string, string> heading)
    {
        var sentence = problem.Sentence.StartsWith(problem.Field, StringComparison.Ordinal) ? heading(problem.Field) + problem.Sentence[problem.Field.Length..] : problem.Sentence;
        return NamedField().Replace(sentence, field => heading(field.Value));
    }

    [GeneratedRegex(@"\b[a-z]+_[a-z_]+\b")]
    private static partial Regex NamedField();

    /// <summary>The parts as they are; where they are too long, what begins them and a sum of them all.</summary>
    public static string Identifier(IReadOnlyList<string> parts)
    {
        var whole = string.Join('|', parts.Select(part => part.Trim()));
        return whole.Length <= LongestId ? whole : $"{whole[..31]}~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32]}";
    }
}
