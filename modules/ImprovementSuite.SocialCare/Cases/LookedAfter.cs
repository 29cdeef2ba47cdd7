namespace ImprovementSuite.SocialCare.Cases;

/// <summary>A period in which a child is looked after.</summary>
internal sealed class LookedAfterPeriod : CaseRecordRow
{
    public DateOnly? StartedOn { get; init; }

    public DateOnly? CeasedOn { get; init; }
}

/// <summary>A review that was held; it belongs to the child's period of that day.</summary>
internal sealed class LookedAfterReview : CaseRecordRow
{
    public DateOnly? HeldOn { get; init; }
}

/// <summary>A former relevant care leaver at the 19th, 20th or 21st birthday.</summary>
internal sealed class CareLeaver : CaseRecordRow
{
    public DateOnly? BirthdayOn { get; init; }

    /// <summary>In education, employment or training.</summary>
    public bool InEducationOrWork { get; init; }

    /// <summary>Not part of the figure: died, home to parents, respite care.</summary>
    public bool LeftOut { get; init; }
}
