using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.SocialCare;

/// <summary>
/// Random feeds with late records, corrections, deletions, restructures and frozen days: after each step the stored values equal a naive recount of the
/// records as last sent, whether the suite counted the stale days or everything.
/// </summary>
public sealed class RecalculationEqualsRecount : IAsyncLifetime
{
    private const int Ids = 12;
    private const int OtherTypes = 8;

    private static readonly string[] Teams = ["North 1", "North 2", "Central 1", ""];

    /// <summary>Around a year's end and today, so that weeks, months and years are crossed.</summary>
    private static readonly Gen<string> Day = Gen.OneOf(Gen.Int[-170, 0], Gen.Int[-20, 0]).Select(days => RunningSuite.Today.AddDays(days).ToString("yyyy-MM-dd"));

    /// <summary>Long enough for plans of two years, referrals of a year ago and several reviews.</summary>
    private static readonly Gen<string> LongAgo = Gen.Int[-900, -150].Select(days => RunningSuite.Today.AddDays(days).ToString("yyyy-MM-dd"));

    private static readonly Gen<string> Child = OneOf("C1", "C2");

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (5, Gen.Select(Gen.Int[1, Ids], Gen.OneOf(Day, LongAgo), OneOf(Teams), Gen.Int[1, 6], Child)
            .Select(r => (Step)new Send(Referral(r.Item1, r.Item2, r.Item3, r.Item4, r.Item5)))),
        (7, Gen.Select(Gen.Select(Gen.Int[1, Ids], Gen.Int[0, Ids], OneOf("initial", "core", "single")), Gen.Select(Day, Day, Gen.Bool), OneOf(Teams), Gen.Int[1, 6])
            .Select(a => (Step)new Send(Assessment(a.Item1.Item1, a.Item1.Item2, a.Item1.Item3, a.Item2.Item1, a.Item2.Item2, a.Item2.Item3, a.Item3, a.Item4)))),
        (2, Gen.Select(Gen.Bool, Gen.Int[1, Ids], Gen.Int[1, 7]).Select(w => (Step)new Send(Cases.Withdrawn(
            w.Item1 ? Referral(w.Item2, "2010-08-02", "", 1) : Assessment(w.Item2, 0, "initial", "2010-08-02", "2010-08-03", true, "", 1), w.Item3)))),
        (1, Gen.Select(OneOf("North 1", "North 2"), OneOf("Central 1", "South 1")).Select(r => (Step)new Restructure(r.Item1, r.Item2))),
        (1, Day.Select(day => (Step)new Publish(DateOnly.Parse(day)))),
        (1, Gen.Const((Step)new ChangeLimit())));

    /// <summary>Contacts, enquiries, conferences, plans, looked-after children, early help, checks: few of each, so that they hang on each other.</summary>
    private static readonly Gen<Step> OtherSteps = Gen.Frequency(
        (9, Gen.Select(Gen.Int[0, OtherTypes], Gen.Int[1, 5], Gen.Select(Gen.OneOf(Day, Day, LongAgo), Day, Gen.Bool, Gen.Bool), OneOf(Teams), Gen.Int[1, 9], Child)
            .Select(r => (Step)new Send(OtherRecord(r.Item1, r.Item2, r.Item3, r.Item4, r.Item5, r.Item6)))),
        (2, Gen.Select(Gen.Int[0, OtherTypes], Gen.Int[1, 5], Gen.Int[1, 9])
            .Select(w => (Step)new Send(Cases.Withdrawn(OtherRecord(w.Item1, w.Item2, ("2010-08-02", "2010-08-03", true, true), "", 1, "C1"), w.Item3)))),
        (1, Gen.Select(OneOf("North 1", "North 2"), OneOf("Central 1", "South 1")).Select(r => (Step)new Restructure(r.Item1, r.Item2))),
        (1, Day.Select(day => (Step)new Publish(DateOnly.Parse(day)))));

    private RunningSuite _suite = null!;
    private int _stream;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public void Stale_days_and_everything_give_the_same_as_a_naive_recount() => Holds(Steps, steps: 40, samples: 60);

    [Fact]
    public void Records_that_hang_on_each_other_give_the_same_as_a_naive_recount() => Holds(OtherSteps, steps: 12, samples: 80);

    private void Holds(Gen<Step> gen, int steps, int samples) =>
        gen.List[1, steps].List[1, 5].Sample(rounds =>
        {
            using var folder = new TemporaryFolder();
            var run = new Run(folder, _suite.Services, $"s{Interlocked.Increment(ref _stream)}");
            foreach (var round in rounds)
            {
                run.Take(round);
                run.Recalculator.Run();
                Assert.Equal(run.Expected(), run.Stored());
            }
            var before = run.Stored();
            run.Recalculator.Run(everything: true);
            Assert.Equal(before, run.Stored());
        }, iter: samples, threads: 1);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static CaseRecord Referral(int id, string day, string team, long version, string child = "C1")
    {
        var referral = Cases.Referral($"R{id}", day, team, version, child);
        referral.Referral.Outcome = id % 3 == 0 ? "nfa" : "initial_assessment";
        return referral;
    }

    /// <summary>A record of one of the other types; two days in order, and two things that may be so.</summary>
    private static CaseRecord OtherRecord(int type, int id, (string One, string Other, bool Ended, bool Flag) facts, string team, long version, string child)
    {
        var (began, ended) = string.CompareOrdinal(facts.One, facts.Other) <= 0 ? (facts.One, facts.Other) : (facts.Other, facts.One);
        var (until, held) = (facts.Ended ? ended : "", Cases.In(team));
        var record = new CaseRecord { Key = Cases.Key($"O{id}", version) };
        switch (type)
        {
            case 0: record.Contact = new Contact { Child = child, ReceivedOn = ended, Outcome = facts.Flag ? "nfa" : "advice", Allocations = { held } }; break;
            case 1: record.Section47Enquiry = new Section47Enquiry { Child = child, StrategyDiscussionOn = ended, Allocations = { held } }; break;
            case 2: record.Conference = new Conference { Child = child, Kind = "initial", HeldOn = ended, EnquiryId = $"O{id % 4 + 1}", Allocations = { held } }; break;
            case 3: record.Conference = new Conference { Child = child, Kind = "review", HeldOn = facts.One, Allocations = { held } }; break;
            case 4:
                record.ProtectionPlan = new ProtectionPlan
                {
                    Child = child, StartedOn = began, EndedOn = until, ConferenceOn = facts.Flag ? began : "", PreviousPlans = id % 5 == 0 ? 1 : 0, Allocations = { held },
                };
                break;
            case 5: record.LookedAfterPeriod = new LookedAfterPeriod { Child = child, StartedOn = began, CeasedOn = until, Allocations = { held } }; break;
            case 6: record.LookedAfterReview = new LookedAfterReview { Child = child, HeldOn = facts.One, Allocations = { held } }; break;
            case 7:
                record.EarlyHelpAssessment = new EarlyHelpAssessment { Child = child, StartedOn = began, CompletedOn = until, InsteadOfAssessment = facts.Flag, Allocations = { held } };
                break;
            default:
                if (facts.Flag)
                    record.Supervision = new Supervision { Worker = "W", DueOn = began, HeldOn = until, Allocations = { held } };
                else
                    record.CareLeaver = new CareLeaver { Child = child, BirthdayOn = ended, Activity = facts.Ended ? "F2" : "G5", LeftOut = id % 4 == 0, Allocations = { held } };
                break;
        }
        return record;
    }

    private static CaseRecord Assessment(int id, int referral, string kind, string one, string other, bool completed, string team, long version)
    {
        var (started, ended) = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
        return Cases.Assessment(kind, $"A{id}", referral == 0 ? "" : $"R{referral}", started, completed ? ended : "", team, version, "C1");
    }

    private abstract record Step;

    private sealed record Send(CaseRecord Record) : Step;

    private sealed record Restructure(string Old, string New) : Step;

    private sealed record Publish(DateOnly Day) : Step;

    private sealed record ChangeLimit : Step;

    /// <summary>One suite's database beside a plain list of what was sent.</summary>
    private sealed class Run
    {
        private readonly ModuleDatabase<SocialCareDb> _database;
        private readonly CaseRecordIntake _intake;
        private readonly Dictionary<(string Type, string Id), CaseRecord> _sent = [];
        private readonly Dictionary<string, string> _successors = [];
        private readonly HashSet<DateOnly> _published = [];
        private readonly FeedClient _client = new("test", "socialcare", ["case-system"]);
        private readonly BusinessClock _clock;
        private readonly string _stream;
        private int _sequence;
        private bool _tenDays;

        public Run(TemporaryFolder folder, IServiceProvider services, string stream)
        {
            _clock = services.GetRequiredService<BusinessClock>();
            _stream = stream;
            _database = new ModuleDatabase<SocialCareDb>("socialcare", Path.Combine(folder.Path, "socialcare.db"));
            using (var db = Db())
                db.Database.Migrate();
            _intake = new CaseRecordIntake(_database, _clock, services.GetRequiredService<Doorbell>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<CaseRecordIntake>.Instance);
            Recalculator = new Recalculator(_database, SocialCareCounting.Read, WorkingDayCalendar.EnglandAndWales, _clock);
        }

        public Recalculator Recalculator { get; }

        public void Take(IEnumerable<Step> steps)
        {
            foreach (var step in steps)
            {
                switch (step)
                {
                    case Send { Record: var record }:
                        var receipt = _intake.Submit(_client, new BatchHeader { Stream = _stream, Sequence = ++_sequence, SchemaVersion = 1 }, [record], default).GetAwaiter().GetResult();
                        Assert.Equal(0, receipt.Rejected);
                        var key = (record.RecordCase.ToString(), record.Key.RecordId);
                        if (!_sent.TryGetValue(key, out var before) || before.Key.Version < record.Key.Version)
                            _sent[key] = record;
                        break;
                    case Restructure { Old: var old, New: var @new }: Succeed(old, @new); break;
                    case Publish { Day: var day }:
                        _database.Write(connection => PublishedDay.Add(connection, day));
                        _published.Add(day);
                        break;
                    case ChangeLimit: AllowTenDays(); break;
                }
            }
        }

        public SortedDictionary<string, string> Stored()
        {
            using var connection = _database.Open();
            return NaiveRecount.Stored(connection, "measure_value", "ScopeCode");
        }

        public SortedDictionary<string, string> Expected() => NaiveRecount.Of(
            _sent.Values, RunningSuite.Today,
            (kind, clock) => kind switch { "initial" => _tenDays && clock >= new DateOnly(2010, 7, 1) ? 10 : 7, "core" => 35, _ => 45 },
            TeamNow, _published);

        private string TeamNow(string team)
        {
            while (_successors.TryGetValue(team, out var next))
                team = next;
            return team;
        }

        private void Succeed(string old, string @new)
        {
            using var db = Db();
            var teams = db.Teams.ToList();
            if (teams.FirstOrDefault(t => t.Code == old) is not { } from || teams.FirstOrDefault(t => t.Code == @new) is not { } to)
                return;
            if (from.SucceedBy(to, RunningSuite.Today, teams) is null)
                _successors[old] = @new;
            db.SaveChanges();
        }

        private void AllowTenDays()
        {
            if (_tenDays)
                return;
            using var db = Db();
            db.TimeLimits.Add(new TimeLimit { Measure = "NI59", From = new DateOnly(2010, 7, 1), WorkingDays = 10 });
            db.SaveChanges();
            _tenDays = true;
        }

        private SocialCareDb Db() => new(new DbContextOptionsBuilder<SocialCareDb>().UseSqlite(_database.ConnectionString).Options, _clock);
    }
}
