using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare.DataQuality;

/// <summary>More records as a case system would send them, and what the rules say of those that were sent.</summary>
internal static class QualityCases
{
    public static void Check(this CaseDatabase cases)
    {
        cases.Recalculator.Run();
        new QualityRun(cases.Database, new BusinessClock(cases.Time)).Run();
    }

    /// <summary>"DQ-06 R2" for each record that fails now.</summary>
    public static List<string> Failing(this CaseDatabase cases) => cases.Rows("SELECT Rule, RecordId FROM dq_failure WHERE ResolvedOn IS NULL ORDER BY Rule, RecordId");

    public static CaseRecord With(this CaseRecord record, Action<CaseRecord> change)
    {
        change(record);
        return record;
    }

    public static CaseRecord Child(string id, string bornOn, bool unborn = false, bool restricted = false) =>
        new() { Key = Cases.Key(id, 1), Child = new Child { BornOn = bornOn, Unborn = unborn, Restricted = restricted } };

    public static CaseRecord Enquiry(string id, string on, string child = "C1") =>
        new() { Key = Cases.Key(id, 1), Section47Enquiry = new Section47Enquiry { Child = child, StrategyDiscussionOn = on, Allocations = { Cases.In("North 1") } } };

    public static CaseRecord Conference(string id, string kind, string on, string enquiry = "", string child = "C1") =>
        new() { Key = Cases.Key(id, 1), Conference = new Conference { Child = child, Kind = kind, HeldOn = on, EnquiryId = enquiry, Allocations = { Cases.In("North 1") } } };

    public static CaseRecord OnPlan(string id, string started, string ended = "", string child = "C1") => new()
    {
        Key = Cases.Key(id, 1), ProtectionPlan = new ProtectionPlan { Child = child, StartedOn = started, EndedOn = ended, Worker = "C. Okafor", Allocations = { Cases.In("North 1") } },
    };

    public static CaseRecord LookedAfter(string id, string started, string ceased = "") => new()
    {
        Key = Cases.Key(id, 1), LookedAfterPeriod = new LookedAfterPeriod { Child = "C1", StartedOn = started, CeasedOn = ceased, Worker = "C. Okafor", Allocations = { Cases.In("North 1") } },
    };

    public static CaseRecord LookedAfterReview(string id, string on) =>
        new() { Key = Cases.Key(id, 1), LookedAfterReview = new LookedAfterReview { Child = "C1", HeldOn = on, Allocations = { Cases.In("North 1") } } };

    public static CaseRecord EarlyHelp(string id, string completed) => new()
    {
        Key = Cases.Key(id, 1),
        EarlyHelpAssessment = new EarlyHelpAssessment { Child = "C1", StartedOn = completed, CompletedOn = completed, InsteadOfAssessment = true, Allocations = { Cases.In("North 1") } },
    };

    public static CaseRecord Supervision(string id, string worker, string held) =>
        new() { Key = Cases.Key(id, 1), Supervision = new Supervision { Worker = worker, DueOn = held, HeldOn = held, Allocations = { Cases.In("North 1") } } };
}
