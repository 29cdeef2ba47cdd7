using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>
/// Keeps a module's values equal to a recount of its records. <see cref="Run"/> counts the stale days again, sums the days to weeks, months
/// and years to date (<see cref="MeasurePeriods"/>) for teams, localities and the authority, and publishes what changed. What a changed definition, calendar, team
/// structure, published day, grade of trust or day makes necessary is found by comparing with the marks of the last run, so nothing needs to remember to ask for it.
/// </summary>
/// <remarks>
/// Counting reads one snapshot and holds no lock; the writing is one short transaction. A record that comes between the two raises the
/// version of its stale day, which is then not cleared and counted again by the next run.
/// </remarks>
public sealed class Recalculator(
    ModuleDatabase database, Func<SqliteConnection, Counting> counting, WorkingDayCalendar calendar, BusinessClock clock, Action<SqliteConnection>? publishOthers = null)
{
    internal const int ValuesPerMessage = 1000;

    private const long Epoch = 1_000_000;

    /// <summary>Stale days this close are counted in one query: reading a few unchanged days costs less than another query.</summary>
    private const int DaysWorthJoining = 7;

    private static readonly (DateOnly From, DateOnly To) Always = (WorkingDayCalendar.First, WorkingDayCalendar.Last);

    private readonly Lock _run = new();

    /// <summary>What came until then is counted. What a run before this one left waits since the start.</summary>
    private DateTime _countedAt = clock.Now;

    /// <summary>The module, as in messages.</summary>
    public string Module => database.Name;

    /// <summary>Brings every value up to date. With <paramref name="everything"/> all days are counted, on the same path.</summary>
    /// <returns>How many values changed.</returns>
    public int Run(bool everything = false)
    {
        lock (_run)
        {
            var began = clock.Now;
            using var connection = database.Open();
            var store = new RecalculationStore(connection);
            if (store.Mark("calendar") != calendar.Version)
            {
                database.Write(connection, () => store.WriteCalendar(calendar));
                everything = true;
            }

            while (ModuleDatabase.Read(connection, () => Read(connection, store, everything)) is { } work)
            {
                // A maintenance command may have counted meanwhile, in a process of its own: then this count is of the past.
                var current = false;
                database.Write(connection, () =>
                {
                    if (current = store.NextRevision() == work.Revision)
                        Write(connection, store, work);
                });
                if (current)
                {
                    _countedAt = began;
                    return work.Values.Count;
                }
            }
            _countedAt = began;
            return 0;
        }
    }

    /// <summary>For how long what came has waited to be counted: since the first batch after the last count. Zero where nothing waits.</summary>
    public TimeSpan Lag()
    {
        using var connection = database.Open();
        if (connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM stale_day)") == 0)
            return TimeSpan.Zero;
        var first = connection.Scalar<long>("SELECT MIN(ReceivedAt) FROM feed_receipt WHERE ReceivedAt > $1", SqliteCommands.ToMilliseconds(_countedAt));
        var since = first > 0 ? SqliteCommands.FromMilliseconds(first) : _countedAt;
        return clock.Now - since is var lag && lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
    }

    /// <summary>How many days wait to be counted and how many messages to be delivered: while there are some, figures elsewhere are of the past.</summary>
    public long Waiting()
    {
        using var connection = database.Open();
        return connection.Scalar<long>("SELECT (SELECT COUNT(*) FROM stale_day) + (SELECT COUNT(*) FROM outgoing_message)");
    }

    /// <summary>Publishes every definition and value again under a new revision: the way in for a subscriber that joins later or lost its copy.</summary>
    /// <returns>How many values went out.</returns>
    public int PublishAll()
    {
        lock (_run)
        {
            using var connection = database.Open();
            var store = new RecalculationStore(connection);
            var published = 0;
            database.Write(connection, () =>
            {
                var now = counting(connection);
                var definitions = now.Measures.Select(m => m.Definition).ToList();
                var revision = store.NextRevision();
                var rated = Rated(definitions);
                var values = store.All(definitions, store.DataAsAt() ?? clock.Now, revision).ConvertAll(value => Trusted(value, now, rated));
                store.Write(values);
                store.SetMark("revision", revision.ToString());
                Publish(connection, definitions, values, revision);
                // What the module publishes besides its values, where it does.
                publishOthers?.Invoke(connection);
                published = values.Count;
            });
            return published;
        }
    }

    /// <summary>
    /// For a restored database: counts everything anew and publishes it under revisions that win over whatever was published after the cut, by
    /// the suite that was lost or by an earlier restore of the same backup.
    /// </summary>
    /// <remarks>
    /// Revisions go on from the second of the restore, in seconds since 1970, times a million: a module publishes far fewer than a million times
    /// in a second, so no revision of before that instant is as high. Where the machine's clock was set back, from the next million.
    /// </remarks>
    /// <returns>How many values went out.</returns>
    public int PublishAllAnew(TimeProvider system)
    {
        lock (_run)
            database.Write(connection =>
            {
                var store = new RecalculationStore(connection);
                var next = Math.Max(system.GetUtcNow().ToUnixTimeSeconds(), store.NextRevision() / Epoch + 1);
                store.SetMark("revision", (next * Epoch).ToString());
            });
        Run(everything: true);
        return PublishAll();
    }

    private Work? Read(SqliteConnection connection, RecalculationStore store, bool everything)
    {
        var today = clock.Today;
        var now = counting(connection);
        var definitions = Fingerprint(now);
        var redefined = store.Mark("definitions") != definitions;
        var lastRun = store.Mark("day") is { } day ? DateOnly.FromDayNumber(int.Parse(day)) : today;
        var turned = store.Mark("day") is null || lastRun != today;
        var published = store.PublishedDays();
        var publishedMore = (store.Mark("published") ?? "") != Mark(published);
        var stale = store.StaleDays();
        var regraded = now.Measures.Select(m => m.Definition).Where(definition => store.Trust(definition.Code) != Mark(now.TrustOf(definition.Code))).ToList();
        if (!everything && !redefined && !turned && !publishedMore && regraded.Count == 0 && stale.Count == 0)
            return null;

        everything |= redefined;
        var work = new Work(today, published, definitions, redefined ? now.Measures.Select(m => m.Definition).ToList() : null, stale, store.NextRevision());
        work.Spans.AddRange(now.Measures.Where(measure => measure.SpanFrom is not null).Select(measure => (measure.Definition.Code, measure.SpanFrom!.Value)));
        work.Trust.AddRange(regraded.Select(definition => (definition.Code, Mark(now.TrustOf(definition.Code)))));
        var dataAsAt = store.DataAsAt() ?? clock.Now;
        foreach (var measure in now.Measures)
        {
            var code = measure.Definition.Code;
            var first = now.CountsFrom(code);
            var recount = Recount(connection, store, measure, From(first, everything ? [Always] : Runs(measure, stale)));
            work.Recounts.AddRange(recount);

            var kept = new MeasurePeriods(measure, today, published);
            var periods = kept.ChangedBy(everything
                ? store.Tallies(code, Always.From, first.AddDays(-1)).Concat(recount.SelectMany(r => r.Before.Concat(r.After))).Select(t => t.Day).ToHashSet()
                : recount.SelectMany(r => r.ChangedDays()).ToHashSet());
            if (turned)
                periods.UnionWith(kept.TurnedSince(lastRun));
            if (publishedMore)
                periods.UnionWith(kept.OfPublished());
            if (periods.Count == 0)
                continue;

            var sums = new PeriodSums(kept, periods, now.Places);
            sums.Add(store.Tallies(code, kept.Additivity == Additivity.AsAt ? Always.From : periods.Min(p => p.From), periods.Max(p => p.To)), except: recount);
            var stored = store.Values(code, periods);
            foreach (var (key, counts) in sums.Against(stored))
                work.Values.Add(new MeasureValue(code, key.Scope, key.Period, measure.Definition.Figure(counts.Numerator, counts.Denominator), dataAsAt, work.Revision));
        }
        // The same figure under another grade is published again.
        foreach (var definition in regraded)
            if (RatedPeriod.Of(definition.RatedOn, today) is var period && !work.Values.Exists(value => Is(value, definition.Code, period))
                && store.Values(definition.Code, [period]).TryGetValue((period, Scope.Authority), out var stands))
                work.Values.Add(new MeasureValue(definition.Code, Scope.Authority, period, definition.Figure(stands.Numerator, stands.Denominator), dataAsAt, work.Revision));
        var rated = Rated(now.Measures.Select(measure => measure.Definition));
        for (var i = 0; i < work.Values.Count; i++)
            work.Values[i] = Trusted(work.Values[i], now, rated);
        return work;
    }

    private Dictionary<string, Period> Rated(IEnumerable<MeasureDefinition> definitions) =>
        definitions.ToDictionary(definition => definition.Code, definition => RatedPeriod.Of(definition.RatedOn, clock.Today));

    /// <summary>The authority's value of the rated period carries the measure's grade.</summary>
    private static MeasureValue Trusted(MeasureValue value, Counting now, IReadOnlyDictionary<string, Period> rated) =>
        Is(value, value.Measure, rated[value.Measure]) && now.TrustOf(value.Measure) is { } graded ? value with { Trust = graded.Trust, TrustWhy = graded.Why } : value;

    private static bool Is(MeasureValue value, string measure, Period period) => value.Measure == measure && value.Period == period && value.Scope == Scope.Authority;

    private void Write(SqliteConnection connection, RecalculationStore store, Work work)
    {
        foreach (var recount in work.Recounts)
            store.Replace(recount);
        store.Write(work.Values);
        store.DropPassingDays(work.Today, work.Published);
        foreach (var (measure, from) in work.Spans)
            store.DropOtherSpans(measure, from);
        store.SetMark("revision", work.Revision.ToString());
        store.SetMark("definitions", work.Definitions);
        store.SetMark("day", work.Today.DayNumber.ToString());
        store.SetMark("published", Mark(work.Published));
        foreach (var (measure, grade) in work.Trust)
            store.SetTrust(measure, grade);
        store.Clear(work.Stale);
        Publish(connection, work.Redefined, work.Values, work.Revision);
    }

    private void Publish(SqliteConnection connection, List<MeasureDefinition>? definitions, List<MeasureValue> values, long revision)
    {
        if (definitions is not null)
            OutgoingMessage.Write(connection, new MeasuresDefined(Module, definitions, revision), clock.Now);
        foreach (var chunk in values.Chunk(ValuesPerMessage))
            OutgoingMessage.Write(connection, new MeasuresRecalculated(Module, chunk), clock.Now);
    }

    private static List<Recounted> Recount(SqliteConnection connection, RecalculationStore store, IMeasure measure, IEnumerable<(DateOnly From, DateOnly To)> runs) =>
        [.. runs.Select(run => new Recounted(
            measure.Definition.Code, run.From, run.To, store.Tallies(measure.Definition.Code, run.From, run.To), measure.Count(connection, run.From, run.To)))];

    private static IEnumerable<(DateOnly From, DateOnly To)> Runs(IMeasure measure, IEnumerable<StaleDay> stale)
    {
        var days = stale.Where(s => s.Measure == measure.Definition.Code).Select(s => s.Day).ToList();
        return days.Count == 0 ? [] : measure.StaleOnwards ? [Always with { From = days.Min() }] : Joined(days);
    }

    /// <summary>What is left of the runs from a day on. Before it the records are gone, and the tallies that they made stand.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To)> From(DateOnly first, IEnumerable<(DateOnly From, DateOnly To)> runs) =>
        runs.Where(run => run.To >= first).Select(run => run.From < first ? run with { From = first } : run);

    private static IEnumerable<(DateOnly From, DateOnly To)> Joined(IEnumerable<DateOnly> days)
    {
        (DateOnly From, DateOnly To)? run = null;
        foreach (var day in days.Order())
        {
            if (run is { } open && day.DayNumber - open.To.DayNumber > DaysWorthJoining)
            {
                yield return open;
                run = null;
            }
            run = (run?.From ?? day, day);
        }
        if (run is { } last)
            yield return last;
    }

    /// <summary>Differs whenever a definition, a limit, the calendar or the team structure does.</summary>
    private string Fingerprint(Counting now) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            calendar.Version,
            Definitions = now.Measures.Select(m => m.Definition),
            Places = now.Places.OrderBy(p => p.Key).Where(p => p.Key > 0).Select(p => new { p.Key, p.Value.Team, p.Value.Locality }),
        })));

    private static string Mark(Graded? graded) => graded?.ToString() ?? "";

    private static string Mark(IEnumerable<DateOnly> published) => string.Join(' ', published.Select(day => day.DayNumber));

    private sealed record Work(DateOnly Today, IReadOnlyList<DateOnly> Published, string Definitions, List<MeasureDefinition>? Redefined, List<StaleDay> Stale, long Revision)
    {
        public List<Recounted> Recounts { get; } = [];

        public List<MeasureValue> Values { get; } = [];

        /// <summary>The measures that are of a span of their own, and its first day.</summary>
        public List<(string Measure, DateOnly From)> Spans { get; } = [];

        /// <summary>The grades that are other than before.</summary>
        public List<(string Measure, string Grade)> Trust { get; } = [];
    }
}

/// <summary>A run of days of one measure, as stored and as counted now.</summary>
internal sealed record Recounted(string Measure, DateOnly From, DateOnly To, List<Tally> Before, List<Tally> After)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;

    public IEnumerable<DateOnly> ChangedDays() => Before.Except(After).Concat(After.Except(Before)).Select(tally => tally.Day);
}
