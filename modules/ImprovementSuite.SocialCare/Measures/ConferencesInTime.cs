using ImprovementSuite.Contracts;
using ImprovementSuite.SocialCare.Cases;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Initial child protection conferences held within the limit from the strategy discussion that began the section 47 enquiry. One whose enquiry is
/// not named or has not come is not shown to be in time: it counts below the line and not above.
/// </summary>
internal sealed class ConferencesInTime(IReadOnlyList<TimeLimit> limits) : CaseMeasure
{
    public const string Code = "ICPC-15";

    private readonly TimeLimits _limits = new(limits);

    public override MeasureDefinition Definition => Rate(
        Code, "Initial child protection conferences held in time",
        new MeasureWords(
            Of: "initial child protection conferences held in the period, each child's counted",
            Counted: "those held within the limit",
            Clock: "from the strategy discussion that began the section 47 enquiry, which is day 0; weekends and bank holidays left out",
            Limit: _limits.InWords(),
            Finished: "initial child protection conferences were held in time",
            More: "more conferences on time",
            NumeratorHeading: "In time", DenominatorHeading: "Held",
            Cohort: "the day of the conference"),
        Polarity.HighIsGood, "Working Together; as the Department for Education publishes it", version: _limits.Version);

    public override RecordHeadings Headings => new("conference", "Held", "All held", "In time", "Not in time", "Strategy discussion", "Working days", "Enquiry not in yet");

    /// <summary>The clock starts on the enquiry.</summary>
    public override IEnumerable<string> CountedFrom => base.CountedFrom.Append(Data.RecordType.Enquiry.Name);

    public override string Records =>
        $"""
         SELECT c.Id, c.RecordId, c.Child, c.WorkerId, c.TeamId, e.StrategyDiscussionOn AS Began, c.HeldOn AS Day, ended.Ordinal - began.Ordinal AS Days,
                c.HeldOn >= e.StrategyDiscussionOn AND ended.Ordinal - began.Ordinal <= {_limits.Sql("e.StrategyDiscussionOn", "c.HeldOn")} AS Counted
         FROM conference c
         JOIN working_day ended ON ended.Day = c.HeldOn
         LEFT JOIN section_47_enquiry e ON e.SourceId = c.SourceId AND e.RecordId = c.EnquiryId AND e.Deleted = 0
         LEFT JOIN working_day began ON began.Day = e.StrategyDiscussionOn
         WHERE c.Counts = 1 AND c.Kind = {(int)ConferenceKind.Initial} AND c.HeldOn BETWEEN $1 AND $2
         """;
}
