using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>
/// An invented case system with a fixed order of batches: new records, corrections, withdrawals and their recall, referrals that come after
/// their assessments, records sent twice and in old versions. It knows what must be stored after any number of batches.
/// </summary>
internal sealed class CaseSystem
{
    private const int RecordsInBatch = 120;
    private const int DaysBack = 400;

    private static readonly string[] Teams = ["North 1", "North 2", "Central 1", "Central 2", "South 1", "South 2"];

    private readonly Random _random;
    private readonly DateOnly _today;
    private readonly List<CaseRecord> _newest = [];
    private readonly Dictionary<(CaseRecord.RecordOneofCase, string), int> _places = [];
    private readonly Queue<int> _lateReferrals = new();
    private int _ids;

    public CaseSystem(int seed, DateOnly today, int batches)
    {
        (_random, _today) = (new Random(seed), today);
        Batches = [.. Enumerable.Range(1, batches).Select(sequence => Cases.Batch(sequence, Enumerable.Range(0, RecordsInBatch).Select(_ => Next()).ToList()))];
    }

    /// <summary>Sequence 1 is the first.</summary>
    public IReadOnlyList<CaseBatch> Batches { get; }

    /// <summary>The newest version of each record of the batches up to this one.</summary>
    public IReadOnlyCollection<CaseRecord> After(long sequence)
    {
        var newest = new Dictionary<(CaseRecord.RecordOneofCase, string), CaseRecord>();
        foreach (var record in Batches.Take((int)sequence).SelectMany(batch => batch.Records))
            if (!newest.TryGetValue(KeyOf(record), out var known) || known.Key.Version < record.Key.Version)
                newest[KeyOf(record)] = record;
        return newest.Values;
    }

    private CaseRecord Next()
    {
        var record = (_newest.Count, _random.Next(100)) switch
        {
            ( < 50, _) or (_, < 55) => New(),
            (_, < 75) => Changed(Any(), by: 1),
            (_, < 83) => Withdrawn(Any()),
            (_, < 92) => Any().Clone(),
            _ => Any() is { Key.Version: > 1 } corrected ? Changed(corrected, by: -1) : New(),
        };
        if (!_places.TryGetValue(KeyOf(record), out var place))
        {
            _places[KeyOf(record)] = _newest.Count;
            _newest.Add(record);
        }
        else if (_newest[place].Key.Version < record.Key.Version)
            _newest[place] = record;
        return record;
    }

    private CaseRecord New()
    {
        if (_lateReferrals.Count > 0 && _random.Next(6) == 0)
            return Referral(_lateReferrals.Dequeue(), 1);
        var id = ++_ids;
        switch (_random.Next(10))
        {
            case < 4: return Referral(id, 1);
            case 4: return Cases.Contact($"K{id}", Day(), 1);
            case 5: return Assessment("core", id, "", 1);
            case 6: return Assessment("single", id, AnyReferral(id), 1);
            case 7:
                _lateReferrals.Enqueue(id);
                return Assessment("initial", id, $"R{id}", 1);
            default: return Assessment("initial", id, AnyReferral(id), 1);
        }
    }

    private CaseRecord Changed(CaseRecord record, int by)
    {
        var (id, version) = (int.Parse(record.Key.RecordId[1..]), record.Key.Version + by);
        return record switch
        {
            { Referral: not null } => Referral(id, version),
            { Contact: not null } => Cases.Contact(record.Key.RecordId, Day(), version),
            { Assessment: var assessment } => Assessment(assessment.Kind, id, assessment.ReferralId, version),
        };
    }

    private static CaseRecord Withdrawn(CaseRecord record) => Cases.Withdrawn(record, record.Key.Version + 1);

    private CaseRecord Referral(int id, long version) => Cases.Referral($"R{id}", Day(), Team(), version);

    private CaseRecord Assessment(string kind, int id, string referral, long version)
    {
        var started = _today.AddDays(-_random.Next(DaysBack));
        var completed = started.AddDays(_random.Next(80));
        return Cases.Assessment(kind, $"A{id}", referral, Text(started), completed <= _today ? Text(completed) : "", Team(), version, $"C{id}");
    }

    private string AnyReferral(int before) => $"R{1 + _random.Next(before)}";

    private CaseRecord Any() => _newest[_random.Next(_newest.Count)];

    private string Team() => Teams[_random.Next(Teams.Length)];

    private string Day() => Text(_today.AddDays(-_random.Next(DaysBack)));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static (CaseRecord.RecordOneofCase, string) KeyOf(CaseRecord record) => (record.RecordCase, record.Key.RecordId);
}
