namespace ImprovementSuite.SocialCare.Data;

/// <summary>A type of record of the feed.</summary>
/// <param name="Name">Its field in CaseRecord, and its table.</param>
/// <param name="Day">The day that decides which source is the source of record, as SQL; one that is not known yet is after all others.</param>
internal sealed record RecordType(string Name, string Day)
{
    private static readonly string NotYet = DateOnly.MaxValue.DayNumber.ToString();

    public static readonly RecordType Contact = new("contact", "ReceivedOn");
    public static readonly RecordType Referral = new("referral", "ReceivedOn");
    public static readonly RecordType Assessment = new("assessment", $"COALESCE(CompletedOn, StartedOn, {NotYet})");
    public static readonly RecordType Child = new("child", NotYet);
    public static readonly RecordType Enquiry = new("section_47_enquiry", "StrategyDiscussionOn");
    public static readonly RecordType Conference = new("conference", "HeldOn");
    public static readonly RecordType Plan = new("protection_plan", "StartedOn");
    public static readonly RecordType LookedAfter = new("looked_after_period", "StartedOn");
    public static readonly RecordType LookedAfterReview = new("looked_after_review", "HeldOn");
    public static readonly RecordType EarlyHelp = new("early_help_assessment", "COALESCE(CompletedOn, StartedOn)");
    public static readonly RecordType CareLeaver = new("care_leaver", "BirthdayOn");
    public static readonly RecordType Supervision = new("supervision", "DueOn");
    public static readonly RecordType DataQualityCheck = new("data_quality_check", "DueOn");

    /// <summary>In the order in which they come about.</summary>
    public static readonly IReadOnlyList<RecordType> All =
    [
        Child, Contact, Referral, Assessment, Enquiry, Conference, Plan, LookedAfter, LookedAfterReview, EarlyHelp, CareLeaver, Supervision, DataQualityCheck,
    ];

    /// <summary>As people read it: "section 47 enquiry".</summary>
    public string Words => Name.Replace('_', ' ');

    /// <summary>Whether a row names a child.</summary>
    public bool OfChild => this != Child && this != Supervision && this != DataQualityCheck;

    /// <summary>Whether a team and a worker hold it.</summary>
    public bool IsHeld => this != Child;
}
