namespace ImprovementSuite.Plan.Notice;

/// <summary>What the council is under.</summary>
internal enum NoticeKind
{
    ImprovementNotice,
    StatutoryDirection,
    WarningNotice,

    /// <summary>Improvement that was agreed with the government without a notice.</summary>
    AgreedImprovement,
}

/// <summary>The notice that the council is under: who issued it, until when, and what must be shown before it is lifted. There is one.</summary>
internal sealed class CurrentNotice
{
    public int Id { get; init; }
    public NoticeKind Kind { get; private set; }
    public string? IssuedBy { get; private set; }
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The next day on which whoever issued it looks at it again.</summary>
    public DateOnly? ReviewOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>What must be known of it, such as that its own text is not at hand.</summary>
    public string? Note { get; private set; }

    /// <summary>In the notice's order.</summary>
    public List<Condition> Conditions { get; init; } = [];

    public int Version { get; private set; }

    public void Change(NoticeWords words) => (Kind, IssuedBy, IssuedOn, ReviewOn, EndsOn, Note) = words;

    public static CurrentNotice Of(NoticeWords words, IEnumerable<Condition>? conditions = null)
    {
        var notice = new CurrentNotice { Conditions = [.. conditions ?? []] };
        notice.Change(words);
        return notice;
    }

    /// <summary>As the change log keeps it.</summary>
    public NoticeWords Words => new(Kind, IssuedBy, IssuedOn, ReviewOn, EndsOn, Note);
}

/// <summary>What is said of a notice beside its conditions.</summary>
internal sealed record NoticeWords(NoticeKind Kind, string? IssuedBy, DateOnly? IssuedOn, DateOnly? ReviewOn, DateOnly? EndsOn, string? Note);
