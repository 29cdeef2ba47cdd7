using Google.Protobuf;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.Platform.Importing;

/// <summary>What a record of an import would change.</summary>
public enum ImportEffect
{
    /// <summary>It was not there.</summary>
    New = 1,

    /// <summary>It was there and is otherwise.</summary>
    Changed,

    /// <summary>It is there already as the import has it.</summary>
    Same,

    /// <summary>It is taken out.</summary>
    Out,
}

/// <summary>A record of an import beside what it was before.</summary>
/// <param name="Type">The type of record, as the feed calls it.</param>
/// <param name="RecordId">Its identifier.</param>
/// <param name="Place">Its place in the order in which they are sent.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Deleted">Whether the line takes it out.</param>
/// <param name="Record">The feed's message, without its key.</param>
/// <param name="Before">As <paramref name="Record"/>; null where there was none.</param>
public sealed record ImportLine(string Type, string RecordId, int Place, int Line, bool Deleted, IMessage Record, IMessage? Before)
{
    /// <summary>What it would change.</summary>
    public ImportEffect Effect => (Deleted, Before) switch
    {
        (true, null) => ImportEffect.Same,
        (true, _) => ImportEffect.Out,
        (_, null) => ImportEffect.New,
        _ => Record.Equals(Before) ? ImportEffect.Same : ImportEffect.Changed,
    };

    /// <summary>As the intake takes it.</summary>
    public IMessage Keyed(long version) => Keyed(Record, version, Deleted);

    /// <summary>As the intake takes it back: what was before it, or nothing.</summary>
    public IMessage TakenBack(long version) => Keyed(Before ?? Record, version, Before is null);

    // Every feed's record has its key under this name.
    private IMessage Keyed(IMessage record, long version, bool deleted)
    {
        var keyed = record.Descriptor.Parser.ParseFrom(record.ToByteString());
        record.Descriptor.FindFieldByName("key").Accessor.SetValue(keyed, new RecordKey { RecordId = RecordId, Version = version, Deleted = deleted });
        return keyed;
    }
}

/// <summary>What an import would change now, and which of its records are at odds with what is stored.</summary>
public sealed record ImportPreview(IReadOnlyList<ImportLine> Lines, IReadOnlyList<DraftFault> Conflicts)
{
    private readonly HashSet<int> _atOdds = [.. Conflicts.Select(conflict => conflict.Line)];

    /// <summary>The records of one effect that are at odds with none.</summary>
    public IEnumerable<ImportLine> Of(ImportEffect effect) => Lines.Where(line => line.Effect == effect && !_atOdds.Contains(line.Line));

    /// <summary>How many these are.</summary>
    public int Count(ImportEffect effect) => Of(effect).Count();

    /// <summary>Stands for what a person was shown.</summary>
    public string Seen => $"{Count(ImportEffect.New)}-{Count(ImportEffect.Changed)}-{Count(ImportEffect.Same)}-{Count(ImportEffect.Out)}-{Conflicts.Count}";
}

/// <summary>The way back from an import that was taken.</summary>
/// <param name="Lines">The records that stand as it brought them, in the order in which they are taken back.</param>
/// <param name="LeftAlone">How many records something later brought as well.</param>
public sealed record WayBack(IReadOnlyList<ImportLine> Lines, int LeftAlone)
{
    /// <summary>How many are again what they were.</summary>
    public int Again => Lines.Count(line => line.Before is not null);

    /// <summary>How many were not there, and go.</summary>
    public int Gone => Lines.Count - Again;
}

/// <summary>What undoing an import would do, and what stands in its way: records that came later and cannot be without these.</summary>
public sealed record UndoPreview(WayBack Way, IReadOnlyList<DraftFault> InTheWay);
