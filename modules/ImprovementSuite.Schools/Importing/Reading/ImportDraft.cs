using System.Text.RegularExpressions;
using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>A record that was read, as it will be kept.</summary>
internal sealed record DraftRecord(string Type, string RecordId, int Line, int Urn, SchoolRecord Record)
{
    public byte[] Body { get; } = Record.ToByteArray();
}

/// <summary>Something that is wrong with a line.</summary>
internal sealed record DraftFault(int Line, string Heading, string School, string Sentence);

/// <summary>What a file came to: records that can be taken, and what is wrong with the lines that make none.</summary>
internal sealed partial class ImportDraft(DateOnly today)
{
    private const int MostRows = 200_000;
    private const int MostFaults = 10_000;

    private readonly Dictionary<(string Type, string Id), int> _lines = [];

    public List<DraftRecord> Records { get; } = [];

    public List<DraftFault> Faults { get; } = [];

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; private set; }

    public int PassedOver { get; private set; }

    /// <summary>The next line begins.</summary>
    public void Begin(CsvFile file)
    {
        if (++Rows > MostRows)
            throw new ImportFileException($"The file has more than {MostRows:N0} lines, which is more than all schools of England. Take out what is not needed.");
    }

    public void PassOver() => PassedOver++;

    public void Fault(DraftLine line, string heading, string sentence)
    {
        line.IsFaulty = true;
        if (Faults.Count == MostFaults)
            throw new ImportFileException($"More than {MostFaults:N0} things are wrong with the file. The first is in line {Faults[0].Line:N0}, {Faults[0].Heading}: {Faults[0].Sentence}");
        Faults.Add(new(line.Number, heading, line.School, sentence));
    }

    /// <summary>Keeps the record of a line, or what is wrong with it in the words of the file.</summary>
    /// <param name="id">Empty where the line does not say what it is of.</param>
    /// <param name="headings">The file's heading of each field of the record.</param>
    public void Add(DraftLine line, SchoolRecord record, string id, int urn, IReadOnlyDictionary<string, string> headings)
    {
        var type = SchoolRecordIntake.TypeOf(record);
        if (id.Length > 0 && !_lines.TryAdd((type, id), line.Number))
        {
            var of = urn > 0 ? headings["urn"] : headings["area"];
            Fault(line, of, $"{(urn > 0 ? urn : id[..id.IndexOf('-')])} stands in line {_lines[(type, id)]:N0} already, and that line is taken. Delete the wrong one of the two.");
            return;
        }
        var check = new RecordCheck(today);
        SchoolRecordCheck.Check(record, check);
        foreach (var problem in check.Problems)
            Fault(line, headings.GetValueOrDefault(problem.Field, problem.Field), InWordsOfTheFile(problem, headings));
        if (!line.IsFaulty)
            Records.Add(new(type, id, line.Number, urn, record));
    }

    /// <summary>A sentence of the check begins with its field, and may name another one.</summary>
    private static string InWordsOfTheFile(Problem problem, IReadOnlyDictionary<string, string> headings)
    {
        var sentence = problem.Sentence.StartsWith(problem.Field, StringComparison.Ordinal) && headings.TryGetValue(problem.Field, out var heading)
            ? heading + problem.Sentence[problem.Field.Length..]
            : problem.Sentence;
        return NamedField().Replace(sentence, field => headings.GetValueOrDefault(field.Value, field.Value));
    }

    /// <summary>Fields that no sentence uses as a word of its own.</summary>
    [GeneratedRegex(@"\b(cohort|reached|[a-z]+_[a-z_]+)\b")]
    private static partial Regex NamedField();
}

/// <summary>A line that is being read.</summary>
internal sealed class DraftLine(int number, string school)
{
    private const int LongestSchool = 200;

    public int Number => number;

    /// <summary>The school as the line names it.</summary>
    public string School { get; } = school.Length > LongestSchool ? school[..LongestSchool] : school;

    public bool IsFaulty { get; set; }
}
