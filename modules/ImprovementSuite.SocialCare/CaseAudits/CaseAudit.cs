using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>What an audit is done for.</summary>
internal enum AuditPurpose
{
    /// <summary>One of those that a post is expected to do in its month.</summary>
    Quota = 1,

    /// <summary>The review of no further action decisions, by somebody from outside the team.</summary>
    NfaReview = 2,

    /// <summary>A second mark of a file that another has marked.</summary>
    SecondMark = 3,

    /// <summary>Whether what an earlier audit asked for has been put right.</summary>
    ReAudit = 4,
}

/// <summary>
/// One file given to one auditor: drawn, written as a draft, sent in. An audit cannot be sent in unfinished, so what is received is complete.
/// </summary>
internal sealed class CaseAudit
{
    public int Id { get; private set; }

    public AuditPurpose Purpose { get; private init; }

    public AuditKind Kind { get; private init; }

    /// <summary>The first day of the month that it belongs to.</summary>
    public DateOnly Month { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>The draw that gave it; null for a second mark and a re-audit.</summary>
    public int? DrawId { get; private init; }

    /// <summary>The post that is expected to do it; null where no quota asks for it.</summary>
    public int? ForId { get; private init; }

    public ManagerInPost? For { get; private set; }

    /// <summary>The post that does it: another than <see cref="ForId"/> where it is done for somebody.</summary>
    public int AuditorId { get; private set; }

    public ManagerInPost Auditor { get; private set; } = null!;

    /// <summary>The audit that this marks a second time, or whose actions it looks at again.</summary>
    public int? EarlierId { get; private init; }

    public CaseAudit? Earlier { get; private set; }

    public FileType FileType { get; private init; }

    public long FileRow { get; private init; }

    /// <summary>The reference of the file in the source system.</summary>
    public required string FileReference { get; init; }

    /// <summary>What the change log calls it.</summary>
    public string InLog(Pseudonyms pseudonyms) => $"{FileType} {pseudonyms.Of(FileReference)}, audit {Id}";

    /// <summary>The team that held the file when it was given out.</summary>
    public int TeamId { get; private init; }

    /// <summary>When it was sent in, UTC; null until then.</summary>
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>The day on which it was sent in.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The overall grade: 1 is the best, 4 the worst.</summary>
    public int? Grade { get; private set; }

    /// <summary>Of a no further action audit: whether the decision was right.</summary>
    public bool? DecisionRight { get; private set; }

    public string Note { get; private set; } = "";

    public List<SectionGrade> Sections { get; } = [];

    public List<AuditFinding> Findings { get; } = [];

    public List<RequiredAction> Actions { get; } = [];

    public List<SafeguardingAlert> Alerts { get; } = [];

    /// <summary>Whether it fell to it to be marked a second time; decided by its number in the draw when it is sent in.</summary>
    public bool NeedsSecond { get; private set; }

    /// <summary>The grade that a moderator settled where two auditors differed.</summary>
    public int? SettledGrade { get; private set; }

    public string? SettledWhy { get; private set; }

    public string? SettledBy { get; private set; }

    /// <summary>Why the file need not be audited after all; null while it stands.</summary>
    public string? WithdrawnWhy { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => ReceivedAt is null && WithdrawnWhy is null;

    /// <summary>A file given to an auditor by a draw.</summary>
    public static CaseAudit OfDraw(AuditDraw draw, PoolFile file, ManagerInPost auditor) => new()
    {
        Purpose = draw.Purpose, Kind = draw.Kind, Month = draw.Month, DueOn = draw.Month.AddMonths(1).AddDays(-1), DrawId = draw.Id,
        ForId = draw.Purpose == AuditPurpose.Quota ? auditor.Id : null, AuditorId = auditor.Id,
        FileType = file.Type, FileRow = file.Row, FileReference = file.RecordId, TeamId = file.Holder,
    };

    /// <summary>A second mark or a re-audit of this file.</summary>
    /// <returns>A sentence that says why not, or the audit.</returns>
    public (CaseAudit? Audit, string? Refused) Again(AuditPurpose purpose, PoolFile file, ManagerInPost auditor, Independence independence, DateOnly today) =>
        ReceivedAt is null ? (null, "The audit is not in yet: wait until it is sent in")
        : purpose == AuditPurpose.SecondMark && auditor.IsSamePersonAs(Auditor) ? (null, $"{auditor.Name} has marked it first. Choose another auditor")
        : independence.Refusal(file) is { } refused ? (null, refused)
        : (new CaseAudit
        {
            Purpose = purpose, Kind = Kind, Month = AuditProgramme.Month(today), DueOn = today.AddDays(14), AuditorId = auditor.Id, EarlierId = Id,
            FileType = FileType, FileRow = FileRow, FileReference = FileReference, TeamId = file.Holder,
        }, null);

    /// <summary>Another auditor does it, for the post that is expected to.</summary>
    /// <returns>A sentence that says why not, or null where it is done.</returns>
    public string? HandTo(ManagerInPost auditor, PoolFile file, Independence independence)
    {
        if (!IsOpen)
            return "This audit is closed: it cannot be handed over any more";
        if (Purpose == AuditPurpose.SecondMark && Earlier is { } first && auditor.IsSamePersonAs(first.Auditor))
            return $"{auditor.Name} has marked it first. Choose another auditor";
        if (independence.Refusal(file) is { } refused)
            return refused;
        (AuditorId, Auditor) = (auditor.Id, auditor);
        return null;
    }

    /// <summary>The file need not be audited: such as a record that was entered by mistake. Another can then be drawn.</summary>
    public string? Withdraw(string why)
    {
        if (!IsOpen)
            return "This audit is closed: it cannot be withdrawn any more";
        WithdrawnWhy = why;
        return null;
    }

    /// <summary>Keeps what has been written so far.</summary>
    public void Write(AuditForm form)
    {
        (Grade, DecisionRight, Note) = (form.Grade, Kind == AuditKind.NoFurtherAction ? form.DecisionRight : null, form.Note);
        Sections.RemoveAll(section => !form.Sections.ContainsKey(section.SectionId));
        foreach (var (section, grade) in form.Sections)
            if (Sections.FirstOrDefault(s => s.SectionId == section) is { } known)
                known.Grade = grade;
            else
                Sections.Add(new SectionGrade { SectionId = section, Grade = grade });
        Findings.RemoveAll(finding => !form.Found.ContainsKey(finding.ItemId));
        foreach (var (item, note) in form.Found)
            if (Findings.FirstOrDefault(f => f.ItemId == item) is { } known)
                known.Note = note;
            else
                Findings.Add(new AuditFinding { ItemId = item, Note = note });
        Actions.RemoveAll(action => form.Actions.All(a => a.Id != action.Id));
        foreach (var typed in form.Actions)
            if (Actions.FirstOrDefault(action => action.Id == typed.Id && typed.Id != 0) is { } known)
                (known.What, known.Owner, known.DueOn) = (typed.What, typed.Owner, typed.DueOn);
            else
                Actions.Add(new RequiredAction { What = typed.What, Owner = typed.Owner, DueOn = typed.DueOn });
    }

    /// <summary>A child may not be safe: this is told at once, whatever else is unfinished.</summary>
    /// <returns>The alert; null where one is unanswered already.</returns>
    public SafeguardingAlert? Alert(string what, Actor by, DateTime at)
    {
        if (Alerts.FirstOrDefault(alert => alert.AnsweredAt is null) is { } open)
        {
            if (what.Length > 0)
                open.What = what;
            return null;
        }
        var alert = new SafeguardingAlert { What = what, RaisedBy = by.Name, RaisedAt = at, RaisedOn = DateOnly.FromDateTime(BusinessClock.Local(at)) };
        Alerts.Add(alert);
        return alert;
    }

    /// <summary>The audit is finished and goes in.</summary>
    /// <param name="secondShare">How many of a hundred are marked a second time.</param>
    /// <param name="seed">The seed of its draw.</param>
    /// <returns>A sentence that says why not, or null where it is done.</returns>
    public string? SendIn(PoolFile file, Independence independence, DateTime at, int secondShare, string? seed)
    {
        if (!IsOpen)
            return "This audit is closed: it cannot be sent in again";
        if (independence.Refusal(file) is { } refused)
            return refused;
        (ReceivedAt, ReceivedOn) = (at, DateOnly.FromDateTime(BusinessClock.Local(at)));
        NeedsSecond = Purpose is AuditPurpose.Quota or AuditPurpose.NfaReview && seed is not null && FileDraw.IsAmongLowest(FileDraw.Number($"{seed} second mark", file.Key), secondShare);
        return null;
    }

    /// <summary>Two auditors gave different grades: this is the one that stands.</summary>
    public string? Settle(CaseAudit second, int grade, string why, Actor by)
    {
        if (second.EarlierId != Id || second.Purpose != AuditPurpose.SecondMark || ReceivedAt is null || second.ReceivedAt is null)
            return "Both audits must be in before the grade is settled";
        if (Grade == second.Grade)
            return "Both auditors gave the same grade: there is nothing to settle";
        (SettledGrade, SettledWhy, SettledBy) = (grade, why, by.Name);
        return null;
    }
}

/// <summary>What an auditor has written, as far as it goes.</summary>
internal sealed record AuditForm(
    int? Grade, bool? DecisionRight, string Note, IReadOnlyDictionary<int, int> Sections, IReadOnlyDictionary<int, string> Found, IReadOnlyList<WrittenAction> Actions);

internal sealed record WrittenAction(int Id, string What, string Owner, DateOnly? DueOn);

internal sealed class SectionGrade
{
    public int AuditId { get; private set; }

    public int SectionId { get; init; }

    public int Grade { get; set; }
}

/// <summary>A strength or practice issue of the managed list that the file shows, with what the auditor says of it.</summary>
internal sealed class AuditFinding
{
    public int AuditId { get; private set; }

    public int ItemId { get; init; }

    public ListedItem Item { get; private set; } = null!;

    public required string Note { get; set; }
}

/// <summary>Something that has to be done on a file. Done is what its owner says; closed is what a later audit of the file, or a moderator, says.</summary>
internal sealed class RequiredAction
{
    public int Id { get; private set; }

    public int AuditId { get; private set; }

    public CaseAudit Audit { get; private set; } = null!;

    public required string What { get; set; }

    public required string Owner { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; private set; }

    public string? Evidence { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The later audit that found it put right.</summary>
    public int? ClosedById { get; private set; }

    /// <summary>Why a moderator closed it without another audit.</summary>
    public string? ClosedWhy { get; private set; }

    public int Version { get; private set; }

    public string? Done(DateOnly on, string evidence)
    {
        if (ClosedOn is not null)
            return "This action is closed already";
        (DoneOn, Evidence) = (on, evidence);
        return null;
    }

    /// <summary>A later audit of the same file found it put right.</summary>
    public string? CloseBy(CaseAudit later)
    {
        if (later.EarlierId != AuditId || later.Purpose != AuditPurpose.ReAudit || later.ReceivedOn is null)
            return "Only a later audit of the same file that has been sent in closes an action";
        (ClosedOn, ClosedById) = (later.ReceivedOn, later.Id);
        return null;
    }

    /// <summary>A moderator closes it, and says why.</summary>
    public string? Close(DateOnly on, string why)
    {
        if (ClosedOn is not null)
            return "This action is closed already";
        (ClosedOn, ClosedWhy) = (on, why);
        return null;
    }
}

/// <summary>A child may not be safe: it stands on the audits page until somebody says what was done.</summary>
internal sealed class SafeguardingAlert
{
    public int Id { get; private set; }

    public int AuditId { get; private set; }

    public CaseAudit Audit { get; private set; } = null!;

    public required string What { get; set; }

    public required string RaisedBy { get; init; }

    public DateTime RaisedAt { get; init; }

    public DateOnly RaisedOn { get; init; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? Answer { get; private set; }

    public int Version { get; private set; }

    public void Settle(string answer, Actor by, DateTime at) => (Answer, AnsweredBy, AnsweredAt) = (answer, by.Name, at);
}
