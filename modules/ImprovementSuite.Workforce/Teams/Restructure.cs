using System.Text.Json;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ImprovementSuite.Workforce.Teams;

/// <summary>Teams that were created, merged, renamed or moved on one day, as other modules are told of it.</summary>
internal sealed class Restructure
{
    public int Id { get; private set; }

    /// <summary>Its identifier in messages.</summary>
    public string Key { get; private init; } = Guid.NewGuid().ToString("N");

    public required DateOnly On { get; init; }

    public required IReadOnlyList<TeamMove> Moves { get; init; }

    public required string Why { get; init; }

    /// <summary>Who said so.</summary>
    public required string By { get; init; }

    /// <summary>Why it was undone; null while it stands.</summary>
    public string? UndoneWhy { get; private set; }

    /// <summary>Who undid it; null while it stands, and of those undone before it was kept.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>Of the last message about it.</summary>
    public long Revision { get; private set; }

    public int Version { get; private set; }

    /// <summary>"North 1, North and North 2, North became North, North".</summary>
    public string Words => $"{Say.List([.. Moves.Select(move => Team.Named(move.FromTeam, move.FromLocality))])} became {Team.Named(Moves[0].ToTeam, Moves[0].ToLocality)}";

    /// <summary>"undone by Ann Lee: the decision was called in"; null while it stands.</summary>
    public string? UndoneWords => UndoneBy is null ? UndoneWhy : $"undone by {UndoneBy}: {UndoneWhy}";

    public void Undo(string by, string why) => (UndoneBy, UndoneWhy) = (by, why);

    /// <summary>What others are told of it now, under its next revision.</summary>
    public TeamsRestructured Tell(long above)
    {
        Revision = Math.Max(Revision, above) + 1;
        return new(Key, On, Moves, Why, UndoneWhy is not null, Revision);
    }
}

internal static class RestructureTables
{
    public static void AddRestructures(this ModelBuilder model) => model.Entity<Restructure>(e =>
    {
        e.ToTable("restructure");
        e.HasIndex(r => r.Key).IsUnique();
        e.Property(r => r.Version).IsConcurrencyToken();
        e.Property(r => r.Moves).HasConversion(
            moves => JsonSerializer.Serialize(moves, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<TeamMove>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<TeamMove>>((one, other) => one!.SequenceEqual(other!), moves => moves.Count, moves => moves));
    });
}
