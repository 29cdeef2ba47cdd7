using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.SocialCare.DataQuality.QualityCases;

namespace ImprovementSuite.Tests.SocialCare.DataQuality;

/// <summary>Each rule by one case that fails it and one, as near to it as can be, that is sound. Both come by the intake.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    private sealed record Example(string[] Fails, CaseRecord[] Failing, CaseRecord[] Sound);

    private static readonly Dictionary<string, Example> Examples = new()
    {
        ["DQ-01"] = new(["A1"],
            [Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "2010-08-09")],
            [Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "2010-08-10")]),
        // 14 working days are twice the limit of an initial assessment.
        ["DQ-02"] = new(["A1"],
            [Cases.Referral("R1", "2010-07-30"), Cases.Initial("A1", "R1", "")],
            [Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", ""), Cases.Core("K1", "2010-05-14", "")]),
        ["DQ-03"] = new(["R1"],
            [Undecided("R1", "2010-08-12")],
            [Undecided("R1", "2010-08-13")]),
        ["DQ-04"] = new(["A1", "K1", "R1"],
            [Cases.Contact("K1", "2010-08-02").With(r => r.Contact.Allocations.Clear()), Cases.Referral("R1", "2010-08-02").With(r => r.Referral.Allocations.Clear()),
             Cases.Initial("A1", "R1", "").With(r => r.Assessment.Allocations.Clear())],
            // Of last year.
            [Cases.Contact("K1", "2010-03-31").With(r => r.Contact.Allocations.Clear()), Cases.Contact("K2", "2010-04-01")]),
        ["DQ-05"] = new(["A1"],
            [Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "").With(r => r.Assessment.Worker = "")],
            [Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "2010-08-12").With(r => r.Assessment.Worker = "")]),
        ["DQ-06"] = new(["R2"],
            [Cases.Referral("R1", "2010-08-10"), Cases.Referral("R2", "2010-08-10")],
            [Cases.Referral("R1", "2010-08-10"), Cases.Referral("R2", "2010-08-10", child: "C2")]),
        ["DQ-07"] = new(["R2"],
            [Closed("R1", "2010-08-02", "2010-08-10"), Cases.Referral("R2", "2010-08-09")],
            [Closed("R1", "2010-08-02", "2010-08-10"), Cases.Referral("R2", "2010-08-10")]),
        ["DQ-08"] = new(["A1", "A2"],
            [Cases.Initial("A1", "R9", "2010-08-12"), Cases.Initial("A2", "R9", "")],
            [Cases.Initial("A1", "R1", "2010-08-12"), Cases.Referral("R1", "2010-08-10")]),
        ["DQ-09"] = new(["A1"],
            [Cases.Initial("A1", "", "2010-08-12", startedOn: "2010-08-10")],
            [Cases.Core("A1", "2010-08-10", "2010-08-12")]),
        ["DQ-10"] = new(["R1"],
            [Child("C1", "2010-08-11"), Cases.Referral("R1", "2010-08-10")],
            [Child("C1", "2010-08-10"), Child("C2", "2010-11-01", unborn: true), Cases.Referral("R1", "2010-08-10"), Cases.Referral("R2", "2010-08-10", child: "C2")]),
        ["DQ-11"] = new(["V1", "V2"],
            [Conference("V1", "initial", "2010-08-10"), Conference("V2", "initial", "2010-08-10", "S9", "C2")],
            [Conference("V1", "initial", "2010-08-10", "S1"), Enquiry("S1", "2010-08-02")]),
        ["DQ-12"] = new(["P1"],
            [Enquiry("S1", "2010-07-01"), Conference("V1", "initial", "2010-07-10", "S1"), OnPlan("P1", "2010-08-10")],
            [Enquiry("S1", "2010-07-01"), Conference("V1", "initial", "2010-07-11", "S1"), OnPlan("P1", "2010-08-10"), OnPlan("P2", "2009-08-10", child: "C2")]),
        ["DQ-13"] = new(["P2"],
            [OnPlan("P1", "2010-05-03", "2010-06-02"), OnPlan("P2", "2010-06-01")],
            [OnPlan("P1", "2010-05-03", "2010-06-01"), OnPlan("P2", "2010-06-01"), OnPlan("P3", "2010-05-03", child: "C2")]),
        ["DQ-14"] = new(["L2"],
            [LookedAfter("L1", "2010-05-03"), LookedAfter("L2", "2010-06-01")],
            [LookedAfter("L1", "2010-05-03", "2010-06-01"), LookedAfter("L2", "2010-06-01")]),
        ["DQ-15"] = new(["V1", "W1"],
            [OnPlan("P1", "2010-05-03", "2010-06-01"), Conference("V1", "review", "2010-06-02"), LookedAfter("L1", "2010-06-03"), LookedAfterReview("W1", "2010-06-02")],
            [OnPlan("P1", "2010-05-03", "2010-06-01"), Conference("V1", "review", "2010-06-01"), LookedAfter("L1", "2010-06-02"), LookedAfterReview("W1", "2010-06-02")]),
        ["DQ-16"] = new(["E1"],
            [EarlyHelp("E1", "2010-05-10"), Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "", startedOn: "2010-08-10")],
            [EarlyHelp("E1", "2010-05-10"), Cases.Referral("R1", "2010-08-10"), Cases.Initial("A1", "R1", "", startedOn: "2010-08-11")]),
        ["DQ-17"] = new(["C. Okafor"],
            [OnPlan("P1", "2010-06-01"), Supervision("V1", "C. Okafor", "2010-06-19"), Supervision("V2", "A. Rahman", "2010-08-10")],
            [OnPlan("P1", "2010-06-01"), Supervision("V1", "C. Okafor", "2010-06-20")]),
        ["DQ-18"] = new(["R1"],
            [Cases.Referral("R1", "2010-08-02").With(r => r.Referral.RecordedOn = "2010-08-10")],
            [Cases.Referral("R1", "2010-08-02").With(r => r.Referral.RecordedOn = "2010-08-09")]),
    };

    public static TheoryData<string> Rules => new(Examples.Keys);

    [Fact]
    public void Every_rule_has_an_example()
    {
        using var cases = new CaseDatabase(Today);

        Assert.Equal(cases.Database.Read(RuleBook.Read).Rules.Select(rule => rule.Code), Examples.Keys);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_what_fails_it(string rule)
    {
        using var cases = new CaseDatabase(Today);
        cases.Send(Examples[rule].Failing);
        cases.Check();

        Assert.Equal(Examples[rule].Fails.Select(record => $"{rule} {record}"), cases.Failing().Where(failing => failing.StartsWith(rule)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_sound_record_fails_no_rule(string rule)
    {
        using var cases = new CaseDatabase(Today);
        cases.Send(Examples[rule].Sound);
        cases.Check();

        Assert.Empty(cases.Failing());
    }

    private static CaseRecord Undecided(string id, string on) => Cases.Referral(id, on).With(r => r.Referral.Outcome = "");

    private static CaseRecord Closed(string id, string on, string closed) => Cases.Referral(id, on).With(r => r.Referral.ClosedOn = closed);
}
