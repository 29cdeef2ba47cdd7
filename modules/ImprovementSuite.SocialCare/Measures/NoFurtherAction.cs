using ImprovementSuite.Contracts;
using ImprovementSuite.SocialCare.Cases;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Contacts or referrals received in the period of which nothing came: no further action. Advice and signposting are something. One that is not
/// decided yet counts below the line only. A fall is not good in itself: decisions not to act may be right, which only an audit shows.
/// </summary>
internal abstract class NoFurtherAction(string things, int outcome) : CaseMeasure
{
    public override RecordHeadings Headings => new(things[..^1], "Received", "All received", "No further action", "Something came of it");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, TeamId, NULL AS Began, ReceivedOn AS Day, NULL AS Days, Outcome = {outcome} AS Counted
         FROM {things[..^1]} WHERE Counts = 1 AND ReceivedOn BETWEEN $1 AND $2
         """;

    protected MeasureDefinition Define(string code) => Rate(
        code, $"{char.ToUpperInvariant(things[0])}{things[1..]} ending in no further action",
        new MeasureWords(
            Of: $"{things} received in the period",
            Counted: "those decided as no further action; advice and signposting are not no further action",
            Clock: "none. A fall is not good in itself: read it with the share of audited decisions that were found right",
            Limit: null,
            Finished: $"{things} ended in no further action",
            More: $"more {things} with no further action",
            NumeratorHeading: "No further action", DenominatorHeading: "Received",
            Cohort: "the day on which it was received"),
        Polarity.LowIsGood, "Local measure of the 2010 plan; of referrals as the Department for Education publishes it");
}

/// <summary>Contacts that ended in no further action.</summary>
internal sealed class ContactsWithoutAction() : NoFurtherAction("contacts", CaseCodes.ContactOutcomes[CaseCodes.NoFurtherAction])
{
    public const string Code = "NFA-CONTACTS";

    public override MeasureDefinition Definition => Define(Code);
}

/// <summary>Referrals that ended in no further action.</summary>
internal sealed class ReferralsWithoutAction() : NoFurtherAction("referrals", CaseCodes.ReferralOutcomes[CaseCodes.NoFurtherAction])
{
    public const string Code = "NFA-REFERRALS";

    public override MeasureDefinition Definition => Define(Code);
}
