using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.PersonalData;

/// <summary>
/// A suite with a case that ended in 2003, one of 2003 that came again in 2010, and one that is open since 2003. The references are long, so that they can be
/// looked for in a file.
/// </summary>
public abstract class CasesOfLongAgo : IAsyncLifetime
{
    protected const string Ended = "child-ended-in-2003";
    protected const string Again = "child-that-came-again";
    protected const string Open = "child-of-an-open-plan";

    protected RunningSuite Suite { get; private set; } = null!;

    private protected Visitor Lead { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Suite = await RunningSuite.Start();
        await Send(
            new CaseRecord { Key = Cases.Key(Ended, 1), Child = new Child { BornOn = "2000-02-29" } },
            Cases.Referral("R-ended-in-2003", "2003-05-06", "Central 2", child: Ended), Cases.Initial("A-ended-in-2003", "R-ended-in-2003", "2003-05-09", team: "Central 2", child: Ended),
            Cases.Referral("R-first", "2003-05-07", child: Again), Cases.Initial("A-first", "R-first", "2003-05-30", child: Again), Cases.Referral("R-second", "2010-08-02", child: Again),
            Cases.Referral("R-open", "2003-05-08", child: Open),
            new CaseRecord { Key = Cases.Key("P-open", 1), ProtectionPlan = new ProtectionPlan { Child = Open, StartedOn = "2003-06-01", Category = "NEG", Allocations = { Cases.In("North 1") } } });
        await Suite.Quiet();
        Lead = await Visitor.SignIn(Suite, "demo-information-governance-lead");
    }

    public async Task DisposeAsync()
    {
        Lead.Dispose();
        await Suite.DisposeAsync();
    }

    private protected ModuleDatabase<SocialCareDb> Database => Suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();

    private protected Pseudonyms Pseudonyms => Suite.Services.GetRequiredService<Pseudonyms>();

    private protected Recalculator Recalculator => Suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare");

    private protected async Task Send(params CaseRecord[] records)
    {
        var receipt = await Suite.CaseFeed.SubmitBatchAsync(Cases.Batch(++_sequence, records), await Suite.Key("case-system"));
        Assert.Empty(receipt.Rejections);
    }

    private protected IReadOnlyList<string> References(string table) => Database.Read(connection => connection.Query($"SELECT RecordId FROM {table} ORDER BY RecordId", row => row.GetString(0)));

    /// <summary>The authority's value of a month.</summary>
    private protected (long Numerator, long Denominator) Value(string measure, DateOnly month) => Database.Read(connection => connection.Query(
        """SELECT Numerator, Denominator FROM measure_value WHERE Measure = $1 AND PeriodKind = $2 AND "From" = $3 AND ScopeKind = $4""",
        row => (row.GetInt64(0), row.GetInt64(1)), measure, (int)PeriodKind.Month, month, (int)ScopeKind.Authority)).Single();

    private protected async Task<IReadOnlyList<ChangeEntry>> ChangeLog<TDb>() where TDb : ModuleDb
    {
        await using var scope = Suite.Services.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetRequiredService<TDb>().ChangeLog.OrderBy(entry => entry.Sequence)];
    }

    private long _sequence;
}
