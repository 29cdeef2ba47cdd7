using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.Platform.Importing;

/// <summary>A record that was read, as it will be kept.</summary>
/// <param name="Type">The type of record, as the feed calls it.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Record">The feed's message, without its key.</param>
/// <param name="Deleted">Whether the line takes it out.</param>
public sealed record DraftRecord(string Type, string Id, int Line, IMessage Record, bool Deleted);

/// <summary>Something that is wrong with a line.</summary>
public sealed record DraftFault(int Line, string Heading, string Sentence);

/// <summary>What a file or a form came to: records that can be taken, and what is wrong with the lines that make none.</summary>
/// <param name="today">The business day.</param>
public abstract class ImportDraft(DateOnly today)
{
    private const int MostFaults = 5_000;
    private const int LongestId = 64;

    private readonly Dictionary<(string Type, string Id), int> _lines = [];

    /// <summary>The records that can be taken.</summary>
    public List<DraftRecord> Records { get; } = [];

    /// <summary>What is wrong with the other lines.</summary>
    public List<DraftFault> Faults { get; } = [];

    /// <summary>Lines of the file, its headings not counted.</summary>
    public int Rows { get; set; }

    /// <summary>Headings that say nothing of the records.</summary>
    public IReadOnlyList<string> PassedOver { get; set; } = [];

    /// <summary>Makes of a record what would stand of it, so that what is the same is seen to be.</summary>
    protected abstract void Settle(IMessage record);

    /// <summary>Adds what is wrong with a record by itself, as the intake does.</summary>
    protected abstract void Check(IMessage record, RecordCheck check);

    /// <summary>The identifier under which a record stands already; null where none of its key does.</summary>
    protected virtual string? Standing(RecordForm form, IMessage record) => null;

    /// <summary>Something is wrong with a line.</summary>
    /// <exception cref="FileRefusedException">So much is wrong that it is another file.</exception>
    public void Fault(int line, string heading, string sentence)
    {
        if (Faults.Count == MostFaults)
            throw new FileRefusedException($"More than {MostFaults:N0} things are wrong with the file. The first is in line {Faults[0].Line:N0}, {Faults[0].Heading}: {Faults[0].Sentence}");
        Faults.Add(new(line, heading, sentence));
    }

    /// <summary>Keeps the record of a line, or what is wrong with it in the words of the form.</summary>
    /// <returns>What is wrong with the record by itself.</returns>
    public IReadOnlyList<Problem> Add(RecordForm form, int line, IMessage record, bool deleted)
    {
        Settle(record);
        var check = new RecordCheck(today);
        if (deleted)
            CheckKey(form, record, check);
        else
            Check(record, check);
        foreach (var problem in check.Problems)
            Fault(line, form.HeadingOf(problem.Field), form.InWords(problem));
        if (check.Problems.Count > 0)
            return check.Problems;
        var draft = new DraftRecord(form.Code, Standing(form, record) ?? Identifier(form.KeyOf(record)), line, record, deleted);
        if (_lines.TryAdd((draft.Type, draft.Id), line))
            Records.Add(draft);
        else
            Fault(line, "", $"{form.Named(record)} stands in line {_lines[(draft.Type, draft.Id)]:N0} already, and that line is read. Delete the wrong one of the two, or correct what tells them apart.");
        return [];
    }

    /// <summary>The parts as they are; where they are too long, what begins them and a sum of them all.</summary>
    public static string Identifier(IReadOnlyList<string> key)
    {
        var whole = string.Join('|', key);
        return whole.Length <= LongestId ? whole : $"{whole[..31]}~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32]}";
    }

    /// <summary>A line that takes a record out must say which.</summary>
    private static void CheckKey(RecordForm form, IMessage record, RecordCheck check)
    {
        foreach (var field in form.Key.Where(field => form.Column(field)!.Needed && form.Text(record, field).Length == 0))
            check.Add(RejectionCode.MissingField, field, $"{field} is empty, so nothing says which {form.One} is to be taken out: give it.");
    }
}
