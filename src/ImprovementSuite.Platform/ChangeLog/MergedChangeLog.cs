using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>Which changes are asked for; null asks for all.</summary>
/// <param name="ActorId">Who made them.</param>
/// <param name="Text">What their action or subject contains, in whatever case.</param>
/// <param name="Database">In which database.</param>
/// <param name="From">The first day, in London.</param>
/// <param name="To">The last day, in London.</param>
/// <param name="Kind">Of which kind.</param>
public sealed record ChangeFilter(string? ActorId = null, string? Text = null, string? Database = null, DateOnly? From = null, DateOnly? To = null, ChangeKind? Kind = null)
{
    private readonly DateTime _since = From is { } first ? BusinessClock.Utc(first, TimeOnly.MinValue) : DateTime.MinValue;
    private readonly DateTime _until = To is { } last && last < DateOnly.MaxValue ? BusinessClock.Utc(last.AddDays(1), TimeOnly.MinValue) : DateTime.MaxValue;

    internal bool Takes(string database, ChangeEntry entry) =>
        (Database is null || Database == database)
        && (ActorId is null || ActorId == entry.ActorId)
        && (Kind is null || Kind == entry.Kind)
        && entry.At >= _since && entry.At < _until
        && (Text is null || $"{entry.Action} {entry.Subject}".Contains(Text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A change and the database whose log it stands in.</summary>
public sealed record LoggedChange(string Database, ChangeEntry Entry);

/// <summary>The change logs of all databases as one, newest first, and whether each is whole.</summary>
/// <param name="Changes">The part of the matching changes that was asked for.</param>
/// <param name="Matching">How many match.</param>
/// <param name="Chains">Each database's chain, in the order of registration.</param>
/// <param name="People">Everybody who has changed something, by what they are called now.</param>
public sealed record MergedChangeLog(
    IReadOnlyList<LoggedChange> Changes, long Matching, IReadOnlyList<(string Database, ChangeChain Chain)> Chains, IReadOnlyList<(string Id, string Name)> People)
{
    /// <summary>Changes in all.</summary>
    public long Total => Chains.Sum(c => c.Chain.Count);

    /// <summary>
    /// Reads each log once from its first entry: a chain is only known to hold when all of it has been looked at, so nothing is gained by
    /// letting SQL choose.
    /// </summary>
    public static MergedChangeLog Read(IEnumerable<ModuleDatabase> databases, ChangeFilter filter, int skip, int take)
    {
        var (newest, chains, people, matching) = (new List<LoggedChange>(), new List<(string, ChangeChain)>(), new Dictionary<string, string>(), 0L);
        foreach (var database in databases)
        {
            var (chain, window) = (new ChangeChain(), new Queue<LoggedChange>());
            database.Read(connection =>
            {
                foreach (var entry in ChangeEntry.All(connection))
                {
                    chain.Follow(entry);
                    people[entry.ActorId] = entry.ActorName;
                    if (!filter.Takes(database.Name, entry))
                        continue;
                    matching++;
                    window.Enqueue(new(database.Name, entry));
                    if (window.Count > skip + take)
                        window.Dequeue();
                }
                return true;
            });
            chains.Add((database.Name, chain));
            newest.AddRange(window.Reverse());
        }
        return new(
            [.. newest.OrderByDescending(change => change.Entry.At).Skip(skip).Take(take)], matching, chains,
            [.. people.Select(person => (person.Key, person.Value)).OrderBy(person => person.Value, StringComparer.OrdinalIgnoreCase)]);
    }
}
