using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>A type of record of the feed.</summary>
/// <param name="Name">Its field in CaseRecord, and its table.</param>
/// <param name="Plural">Several of them, as people read it: "section 47 enquiries".</param>
/// <param name="Day">The day that decides which source is the source of record, as SQL; one that is not known yet is after all others.</param>
internal sealed record RecordType(string Name, string Plural, string Day)
{
    private static readonly string NotYet = DateOnly.MaxValue.DayNumber.ToString();

    public static readonly RecordType Contact = new("contact", "contacts", "ReceivedOn");
    public static readonly RecordType Referral = new("referral", "referrals", "ReceivedOn");
    public static readonly RecordType Assessment = new("assessment", "assessments", $"COALESCE(CompletedOn, StartedOn, {NotYet})");
    public static readonly RecordType Child = new("child", "children", NotYet);
    public static readonly RecordType Enquiry = new("section_47_enquiry", "section 47 enquiries", "StrategyDiscussionOn");
    public static readonly RecordType Conference = new("conference", "conferences", "HeldOn");
    public static readonly RecordType Plan = new("protection_plan", "protection plans", "StartedOn");
    public static readonly RecordType LookedAfter = new("looked_after_period", "periods of being looked after", "StartedOn");
    public static readonly RecordType LookedAfterReview = new("looked_after_review", "looked-after reviews", "HeldOn");
    public static readonly RecordType EarlyHelp = new("early_help_assessment", "early help assessments", "COALESCE(CompletedOn, StartedOn)");
    public static readonly RecordType CareLeaver = new("care_leaver", "care leavers", "BirthdayOn");
    public static readonly RecordType Supervision = new("supervision", "supervisions", "DueOn");
    public static readonly RecordType DataQualityCheck = new("data_quality_check", "data quality checks", "DueOn");

    /// <summary>In the order in which they come about.</summary>
    public static readonly IReadOnlyList<RecordType> All =
    [
        Child, Contact, Referral, Assessment, Enquiry, Conference, Plan, LookedAfter, LookedAfterReview, EarlyHelp, CareLeaver, Supervision, DataQualityCheck,
    ];

    /// <summary>All of them, as a source of record has them.</summary>
    public static readonly IReadOnlyList<SourcedType> Sourced = [.. All.Select(type => new SourcedType(type.Name, type.Plural, type.Name, type.Day, [.. CountedOn.Of(type.Name)]))];

    /// <summary>As people read it: "section 47 enquiry".</summary>
    public string Words => Name.Replace('_', ' ');

    /// <summary>Several of them, as a heading.</summary>
    public string Heading => char.ToUpperInvariant(Plural[0]) + Plural[1..];

    /// <summary>The type of this name.</summary>
    public static RecordType Named(string name) => All.First(type => type.Name == name);

    /// <summary>Whether a row names a child.</summary>
    public bool OfChild => this != Child && this != Supervision && this != DataQualityCheck;

    /// <summary>Whether a team and a worker hold it.</summary>
    public bool IsHeld => this != Child;
}
