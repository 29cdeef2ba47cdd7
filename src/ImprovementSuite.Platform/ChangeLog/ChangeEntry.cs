using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>One change: who, when, what before and after, why. Each entry's hash covers the one before it, so that none can be altered or taken out unseen.</summary>
public sealed class ChangeEntry
{
    /// <summary>1, 2, 3... without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>When, UTC, in business time.</summary>
    public DateTime At { get; init; }

    /// <summary>The account, feed client or job.</summary>
    public required string ActorId { get; init; }

    /// <summary>What people called the actor then.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done, such as "changed the time limit".</summary>
    public required string Action { get; init; }

    /// <summary>What kind of thing was done, by the first word of <see cref="Action"/>.</summary>
    public ChangeKind Kind => Action.Split(' ')[0] switch
    {
        "viewed" or "exported" or "downloaded" => ChangeKind.Look,
        "signed" or "was" => ChangeKind.SignIn,
        _ => ChangeKind.Change,
    };

    /// <summary>To what, such as "NI59".</summary>
    public required string Subject { get; init; }

    /// <summary>How it stood before.</summary>
    public string? Before { get; init; }

    /// <summary>How it stands now.</summary>
    public string? After { get; init; }

    /// <summary>The reason that was given.</summary>
    public string? Why { get; init; }

    /// <summary>The hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over every part of this entry and the hash before it, in lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>An entry as it is stored, whether or not its hash is right.</summary>
    internal static ChangeEntry Stored(
        long sequence, DateTime at, string actorId, string actorName, string action, string subject, string? before, string? after, string? why, string previousHash, string hash) =>
        new()
        {
            Sequence = sequence, At = at, ActorId = actorId, ActorName = actorName, Action = action, Subject = subject, Before = before, After = after, Why = why,
            PreviousHash = previousHash, Hash = hash,
        };

    /// <summary>Every entry of a log, from the first.</summary>
    internal static IEnumerable<ChangeEntry> All(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sequence, At, ActorId, ActorName, Action, Subject, Before, After, Why, PreviousHash, Hash FROM change_log ORDER BY Sequence";
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return Stored(
                row.GetInt64(0), SqliteCommands.FromMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
                Text(row, 6), Text(row, 7), Text(row, 8), row.GetString(9), row.GetString(10));
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Puts this entry after <paramref name="last"/>.</summary>
    internal ChangeEntry Following(ChangeEntry? last)
    {
        Sequence = (last?.Sequence ?? 0) + 1;
        PreviousHash = last?.Hash ?? "";
        Hash = ComputeHash();
        return this;
    }

    /// <summary>What the hash must be; it differs from <see cref="Hash"/> where the entry was altered.</summary>
    public string ComputeHash()
    {
        // Each part with its length, so that moving text from one part to the next gives another hash; null differs from empty.
        var text = new StringBuilder();
        foreach (var part in new[] { Sequence.ToString(), SqliteCommands.ToMilliseconds(At).ToString(), ActorId, ActorName, Action, Subject, Before, After, Why, PreviousHash })
            text.Append(part is null ? "-" : $"{part.Length}:{part}").Append(';');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The first entry that was altered or that does not follow the one before it, or null where the chain holds. <paramref name="entries"/> come in sequence.</summary>
    public static ChangeEntry? FirstBroken(IEnumerable<ChangeEntry> entries)
    {
        var chain = new ChangeChain();
        foreach (var entry in entries)
            chain.Follow(entry);
        return chain.Fault?.Entry;
    }
}

/// <summary>What an entry of the log is about.</summary>
public enum ChangeKind
{
    /// <summary>Something is other than before.</summary>
    Change,

    /// <summary>Somebody looked at records of single people, or took them away in a file.</summary>
    Look,

    /// <summary>Somebody signed in or out, or was refused.</summary>
    SignIn,
}
