using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>
/// Goes along a change log from its first entry and remembers where it first does not hold. Whether the newest entries were cut off cannot be
/// seen in a log alone: for that its <see cref="Head"/> is kept elsewhere too.
/// </summary>
public sealed class ChangeChain
{
    /// <summary>Entries so far.</summary>
    public long Count { get; private set; }

    /// <summary>The newest entry; null where there is none.</summary>
    public ChangeEntry? Head { get; private set; }

    /// <summary>The first fault, or null where every entry is as it was written.</summary>
    public ChainFault? Fault { get; private set; }

    /// <summary>The whole log on this connection.</summary>
    internal static ChangeChain Of(SqliteConnection connection)
    {
        var chain = new ChangeChain();
        foreach (var entry in ChangeEntry.All(connection))
            chain.Follow(entry);
        return chain;
    }

    internal ChainHead HeadOf(string database) => new(database, Head?.Sequence ?? 0, Head?.Hash ?? "");

    /// <summary>Looks at the next entry in sequence.</summary>
    public void Follow(ChangeEntry entry)
    {
        Fault ??= FaultOf(entry, (Head?.Sequence ?? 0) + 1);
        (Head, Count) = (entry, Count + 1);
    }

    private ChainFault? FaultOf(ChangeEntry entry, long expected) =>
        entry.Sequence != expected ? new(ChainFaultKind.Missing, entry, expected)
        : entry.Hash != entry.ComputeHash() ? new(ChainFaultKind.Changed, entry, expected)
        : entry.PreviousHash != (Head?.Hash ?? "") ? new(ChainFaultKind.DoesNotFollow, entry, expected)
        : null;
}

/// <summary>What is wrong with a chain.</summary>
public enum ChainFaultKind
{
    /// <summary>One or more entries before this one are gone.</summary>
    Missing,

    /// <summary>What the entry says is not what it said when it was written.</summary>
    Changed,

    /// <summary>The entry is whole, but was written after another one than the one before it.</summary>
    DoesNotFollow,
}

/// <summary>Where a chain first does not hold.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Entry">The entry at which it shows.</param>
/// <param name="Expected">The number that this entry would have in a whole chain.</param>
public sealed record ChainFault(ChainFaultKind Kind, ChangeEntry Entry, long Expected)
{
    /// <summary>What is wrong, as a sentence.</summary>
    public string Sentence => Kind switch
    {
        ChainFaultKind.Missing when Entry.Sequence - 1 > Expected => $"Entries {Expected} to {Entry.Sequence - 1} are missing.",
        ChainFaultKind.Missing => $"Entry {Expected} is missing.",
        ChainFaultKind.Changed => $"Entry {Entry.Sequence} was changed after it was written.",
        _ => $"Entry {Entry.Sequence} does not follow entry {Entry.Sequence - 1}: one of the two was changed after it was written.",
    };
}
