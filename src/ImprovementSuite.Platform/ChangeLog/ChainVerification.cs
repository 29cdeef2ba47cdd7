using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>What was found of one log or one anchor.</summary>
public sealed record Verified(string Sentence, bool Holds);

/// <summary>
/// Walks every change log of the data folder from its first entry, and compares it with whatever was kept elsewhere of its end: backups and
/// what modules keep. Nothing is migrated or changed.
/// </summary>
public sealed class ChainVerification(DataFolder folder, IEnumerable<ModuleDatabase> databases, IEnumerable<ChainAnchors> kept)
{
    /// <param name="given">A backup besides those in the data folder.</param>
    public IReadOnlyList<Verified> Run(BackupFolder? given = null)
    {
        if (!databases.Any(database => File.Exists(database.Path)))
            return [new($"{folder.Path} holds no databases. Name the data folder with --data.", false)];
        var anchors = BackupFolder.ManifestsIn(folder.Backups).Select(Anchor).Concat(kept.SelectMany(Kept));
        if (given is not null)
            anchors = anchors.Append(given.Anchor);
        var all = anchors.OrderByDescending(anchor => anchor.At).ToList();
        return
        [
            .. all.Where(anchor => anchor.Fault is not null).Select(anchor => new Verified(anchor.Fault!, false)),
            .. databases.OrderBy(database => database.Name, StringComparer.Ordinal).Select(database => Verify(database, all)),
        ];
    }

    private static IEnumerable<ChainAnchor> Kept(ChainAnchors module)
    {
        try
        {
            return [.. module.Read()];
        }
        catch (SqliteException failure)
        {
            return [new("", DateTime.MinValue, []) { Fault = $"What a module keeps of the ends of the change logs cannot be read. {failure.Message}" }];
        }
    }

    private static ChainAnchor Anchor(string backup)
    {
        try
        {
            return BackupFolder.Open(backup).Anchor;
        }
        catch (CannotStartException reason)
        {
            return new(backup, DateTime.MinValue, []) { Fault = reason.Message };
        }
    }

    private static Verified Verify(ModuleDatabase database, List<ChainAnchor> anchors)
    {
        var known = anchors.SelectMany(anchor => anchor.Heads.Where(head => head.Database == database.Name).Select(head => (anchor.Where, Head: head))).ToList();
        if (!File.Exists(database.Path))
            return known.Find(anchor => anchor.Head.Sequence > 0) is { Where: not null } knew
                ? new($"{database.Name}: {database.Path} is gone, and {knew.Where} knew entry {knew.Head.Sequence} of its change log.", false)
                : new($"{database.Name}: there is no database yet.", true);
        try
        {
            return database.Read(connection => Verify(database, connection, known));
        }
        catch (SqliteException failure)
        {
            return new($"{database.Name}: its change log cannot be read. {failure.Message}", false);
        }
    }

    private static Verified Verify(ModuleDatabase database, SqliteConnection connection, List<(string Where, ChainHead Head)> known)
    {
        var chain = ChangeChain.Of(connection);
        if (chain.Fault is { } fault)
            return new($"{database.Name}: the change log is not as it was written. {fault.Sentence}", false);
        foreach (var (where, head) in known)
        {
            if (head.Sequence > chain.Count)
                return new($"{database.Name}: the change log ends with entry {chain.Count}, but {where} knew entry {head.Sequence}. {CutOff(chain.Count + 1, head.Sequence)}", false);
            if (!head.StillStands(connection))
                return new($"{database.Name}: entry {head.Sequence} is another than {where} knew. The change log was written anew.", false);
        }
        var entries = chain.Count == 0 ? "no entries yet" : $"{Say.Count("entry", chain.Count, "entries")}, each as it was written";
        return known is [var newest, ..]
            ? new($"{database.Name}: {entries}. {Capital(newest.Where)} knew {(newest.Head.Sequence == 0 ? "none" : $"entry {newest.Head.Sequence}")}; nothing is cut off.", true)
            : new($"{database.Name}: {entries}. No backup and no frozen panel says how far the log must reach.", true);
    }

    private static string CutOff(long first, long last) => first == last ? $"Entry {first} was cut off." : $"Entries {first} to {last} were cut off.";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
