using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>
/// The audit form, for the auditor alone until it is in. A moderator reads it then, except whoever marks the same file a second time and has
/// not sent that in. Whatever is typed is kept as a draft, also where something is wrong with it.
/// </summary>
[Authorize(Tasks.AuditFiles)]
internal sealed class FileModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, Doorbell doorbell, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    private const int LongestText = 2000;
    private const int NewActions = 3;

    public CaseAudit Audit { get; private set; } = null!;

    public AuditDraw? Draw { get; private set; }

    public GradeScale Scale { get; private set; } = null!;

    public IReadOnlyList<ListedItem> Sections { get; private set; } = [];

    public IReadOnlyList<ListedItem> Strengths { get; private set; } = [];

    public IReadOnlyList<ListedItem> Issues { get; private set; } = [];

    public bool IsAuditor { get; private set; }

    public bool Moderates { get; private set; }

    /// <summary>The case has been restricted and this person is not named for it: nothing of it is shown.</summary>
    public bool IsClosed { get; private set; }

    public bool Writes => IsAuditor && Audit.IsOpen;

    /// <summary>A moderator sees what was written once it is in.</summary>
    public bool ShowsAnswers => IsAuditor || Audit.ReceivedAt is not null;

    /// <summary>Of a second mark, once both are in: what the first auditor gave.</summary>
    public CaseAudit? First { get; private set; }

    /// <summary>Of a re-audit: what the earlier audit asked for and is not closed.</summary>
    public IReadOnlyList<RequiredAction> ToLookAt { get; private set; } = [];

    public string Team { get; private set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int? Grade { get; set; }

    [BindProperty]
    public bool? DecisionRight { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public List<TypedAction> Actions { get; set; } = [];

    [BindProperty]
    public bool Alert { get; set; }

    [BindProperty]
    public string? AlertWhat { get; set; }

    [BindProperty]
    public List<int> PutRight { get; set; } = [];

    public Dictionary<int, int> SectionGrades { get; private set; } = [];

    public Dictionary<int, string> Found { get; private set; } = [];

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        if (IsClosed)
            return Page();
        Fill();
        db.Record(Actor.Of(User), "viewed an audit file", Audit.InLog(pseudonyms));
        await db.SaveChangesAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync(int id, CancellationToken cancel) => Save(id, sendIn: false, cancel);

    public Task<IActionResult> OnPostSendAsync(int id, CancellationToken cancel) => Save(id, sendIn: true, cancel);

    private async Task<IActionResult> Save(int id, bool sendIn, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        if (!Writes)
            return Forbid();
        // What was being written while the case was restricted is kept as a draft.
        sendIn &= !IsClosed;
        ReadForm();
        Check(sendIn);
        var actor = Actor.Of(User);
        var before = Written(Audit);
        var form = new AuditForm(
            Grade is >= 1 and <= GradeScale.Grades ? Grade : null, DecisionRight, Cut(Note), SectionGrades, Found,
            [.. Actions.Where(a => !a.IsEmpty).Select(a => new WrittenAction(a.Id, Cut(a.What), Cut(a.Owner), EnglishDay.Read(a.Due)))]);
        Audit.Write(form);
        db.Entry(Audit).State = EntityState.Modified;
        db.Expect(Audit, Version);
        // An alert does not wait for the rest of the form to be right.
        if (Alert && Audit.Alert(Cut(AlertWhat), actor, clock.Now) is not null)
            db.Record(actor, "raised a safeguarding alert", Audit.InLog(pseudonyms), after: pseudonyms.Mark(Cut(AlertWhat)));

        List<(string, DateOnly)> stale = [];
        var sent = false;
        if (sendIn && ModelState.IsValid)
        {
            var file = await AuditedFile.Of(db, database, Audit.FileType, Audit.FileRow, [Audit.Auditor], clock.Today, cancel);
            var settings = await db.Programme(cancel);
            var why = file.File is null ? "The record of this file has been withdrawn from the case system: tell the practice improvement manager, who can have another drawn"
                : Audit.SendIn(file.File, file.Independence[Audit.AuditorId], clock.Now, settings.SecondShare, Draw?.Seed);
            if (why is not null)
                ModelState.AddModelError("", why);
            else
            {
                sent = true;
                foreach (var action in ToLookAt.Where(action => PutRight.Contains(action.Id)))
                    action.CloseBy(Audit);
                stale.Add(Audit.Purpose == AuditPurpose.NfaReview ? (NfaAudited.Code, Audit.ReceivedOn!.Value) : (AuditsCompleted.Code, Audit.Month));
            }
        }
        var after = Written(Audit);
        db.Record(actor, sent ? "sent in an audit" : "saved a draft of an audit", Audit.InLog(pseudonyms), before, after);
        try
        {
            await db.SaveCounted(doorbell, stale, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowMeanwhile(id, after, cancel);
        }
        if (sent)
            return Redirect("/social-care/audits/mine");
        if (!ModelState.IsValid)
        {
            // What was saved stands under a new version; what was typed stays in the form.
            Version = Audit.Version;
            ModelState.Remove(nameof(Version));
            ShowActions();
            return Page();
        }
        TempData["Saved"] = true;
        return Redirect($"/social-care/audits/file/{id}");
    }

    /// <summary>The auditor has it open twice: both are shown, and nothing is lost.</summary>
    private async Task<IActionResult> ShowMeanwhile(int id, string yours, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await Refused(id, cancel);
        // What another saved is no reason for an alert to wait.
        if (Alert && Audit.Alert(Cut(AlertWhat), Actor.Of(User), clock.Now) is not null)
        {
            db.Record(Actor.Of(User), "raised a safeguarding alert", Audit.InLog(pseudonyms), after: pseudonyms.Mark(Cut(AlertWhat)));
            await db.SaveChangesAsync(cancel);
        }
        Meanwhile = SavedField.Of(("The audit", Written(Audit), yours));
        ModelState.Clear();
        ModelState.AddModelError("", SavedField.Sentence());
        Version = Audit.Version;
        ShowActions();
        return Page();
    }

    private void Check(bool sendIn)
    {
        foreach (var (text, field) in new[] { (Note, nameof(Note)), (AlertWhat, nameof(AlertWhat)) })
            if (text?.Length > LongestText)
                ModelState.AddModelError(field, $"This has {Say.Number(LongestText)} characters at most, and there are {Say.Number(text.Length)}");
        if (Alert && string.IsNullOrWhiteSpace(AlertWhat))
            ModelState.AddModelError(nameof(AlertWhat), "Say why the child may not be safe. The alert has been raised already");
        for (var i = 0; i < Actions.Count; i++)
        {
            if (Actions[i].IsEmpty)
                continue;
            if (!string.IsNullOrWhiteSpace(Actions[i].Due) && EnglishDay.Read(Actions[i].Due) is null)
                ModelState.AddModelError($"Actions[{i}].Due", $"\"{Actions[i].Due}\" is not a day: write it as 1 October 2010");
            if (!sendIn)
                continue;
            if (string.IsNullOrWhiteSpace(Actions[i].What))
                ModelState.AddModelError($"Actions[{i}].What", "Say what has to be done");
            if (string.IsNullOrWhiteSpace(Actions[i].Owner))
                ModelState.AddModelError($"Actions[{i}].Owner", "Say who does it");
            if (string.IsNullOrWhiteSpace(Actions[i].Due))
                ModelState.AddModelError($"Actions[{i}].Due", "Say by when, such as 1 October 2010");
        }
        if (!sendIn)
            return;
        foreach (var section in Sections.Where(section => !SectionGrades.ContainsKey(section.Id)))
            ModelState.AddModelError($"grade-{section.Id}", $"Grade \"{section.Title}\"");
        if (Grade is not (>= 1 and <= GradeScale.Grades))
            ModelState.AddModelError(nameof(Grade), "Give the overall grade");
        if (Audit.Kind == AuditKind.NoFurtherAction && DecisionRight is null)
            ModelState.AddModelError(nameof(DecisionRight), "Say whether no further action was the right decision");
        if (DecisionRight == false && Actions.All(a => a.IsEmpty))
            ModelState.AddModelError("Actions[0].What", "A wrong decision needs an action: say what has to be done, by whom and when");
    }

    private void ReadForm()
    {
        SectionGrades = Sections.Select(section => (section.Id, Grade: int.TryParse(Request.Form[$"grade-{section.Id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var grade) ? grade : 0))
            .Where(s => s.Grade is >= 1 and <= GradeScale.Grades).ToDictionary(s => s.Id, s => s.Grade);
        Found = Strengths.Concat(Issues).Where(item => Request.Form[$"found-{item.Id}"] == "true" || !string.IsNullOrWhiteSpace(Request.Form[$"note-{item.Id}"]))
            .ToDictionary(item => item.Id, item => Cut(Request.Form[$"note-{item.Id}"]));
    }

    private void Fill()
    {
        (Version, Grade, DecisionRight, Note) = (Audit.Version, Audit.Grade, Audit.DecisionRight, Audit.Note);
        SectionGrades = Audit.Sections.ToDictionary(s => s.SectionId, s => s.Grade);
        Found = Audit.Findings.ToDictionary(f => f.ItemId, f => f.Note);
        Actions = [.. Audit.Actions.OrderBy(a => a.Id).Select(a => new TypedAction { Id = a.Id, What = a.What, Owner = a.Owner, Due = EnglishDay.Write(a.DueOn) })];
        ShowActions();
    }

    /// <summary>The actions as they were typed, each with the number under which it is saved now, and room for more.</summary>
    private void ShowActions()
    {
        Actions = [.. Actions.Where(a => !a.IsEmpty)];
        foreach (var typed in Actions)
            typed.Id = Audit.Actions.FirstOrDefault(a => a.Id == typed.Id || a.What == Cut(typed.What) && a.Owner == Cut(typed.Owner))?.Id ?? 0;
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Actions[", StringComparison.Ordinal) && key.EndsWith(".Id", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        Actions.AddRange(Enumerable.Range(0, NewActions).Select(_ => new TypedAction()));
    }

    private async Task<IActionResult?> Refused(int id, CancellationToken cancel)
    {
        if (await db.Audits.Include(a => a.Auditor).Include(a => a.For).Include(a => a.Sections).Include(a => a.Findings).Include(a => a.Actions).Include(a => a.Alerts)
            .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } audit)
            return NotFound();
        Audit = audit;
        var me = Actor.Of(User).Id;
        IsAuditor = audit.Auditor.SignIn == me;
        Moderates = (await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded;
        if (!IsAuditor && (!Moderates || await Blind.Is(db, id, me, cancel)))
            return Forbid();

        IsClosed = database.Read(connection => ClosedAudits.To(connection, me)).Has(id);
        Draw = audit.DrawId is null ? null : await db.Set<AuditDraw>().AsNoTracking().Include(d => d.Strata).Include(d => d.Shares).SingleAsync(d => d.Id == audit.DrawId, cancel);
        Scale = GradeScale.At(await db.Set<GradeScale>().AsNoTracking().ToListAsync(cancel), audit.Month);
        var used = audit.Sections.Select(s => s.SectionId).Concat(audit.Findings.Select(f => f.ItemId)).ToHashSet();
        var items = (await db.Set<ListedItem>().AsNoTracking().OrderBy(item => item.Id).ToListAsync(cancel)).Where(item => item.RetiredOn is null || used.Contains(item.Id)).ToLookup(item => item.List);
        (Sections, Strengths, Issues) = ([.. items[audit.Kind == AuditKind.CaseFile ? AuditList.FileSection : AuditList.NfaSection]], [.. items[AuditList.Strength]], [.. items[AuditList.PracticeIssue]]);
        if (audit.Purpose == AuditPurpose.ReAudit)
            ToLookAt = await db.Set<RequiredAction>().Where(a => a.AuditId == audit.EarlierId && (a.ClosedOn == null || a.ClosedById == id)).OrderBy(a => a.Id).ToListAsync(cancel);
        if (audit is { Purpose: AuditPurpose.SecondMark, ReceivedAt: not null })
            First = await db.Audits.AsNoTracking().SingleAsync(a => a.Id == audit.EarlierId, cancel);
        Team = database.Read(SocialCareCounting.Places).GetValueOrDefault(audit.TeamId).Team is { Length: > 0 } team ? team : "No team recorded";
        return null;
    }

    /// <summary>What stands in the audit, as the change log keeps it and as two savers compare it.</summary>
    private string Written(CaseAudit audit) => string.Join('\n',
    [
        $"Overall: {Scale.Name(audit.Grade)}",
        .. audit.DecisionRight is { } right ? new[] { $"Decision: {(right ? "right" : "wrong")}" } : [],
        .. audit.Sections.OrderBy(s => s.SectionId).Select(s => $"{Sections.FirstOrDefault(i => i.Id == s.SectionId)?.Title}: {Scale.Name(s.Grade)}"),
        .. audit.Findings.OrderBy(f => f.ItemId).Select(f => $"Found: {Strengths.Concat(Issues).FirstOrDefault(i => i.Id == f.ItemId)?.Title}{(f.Note.Length > 0 ? $" ({f.Note})" : "")}"),
        .. audit.Actions.OrderBy(a => a.Id == 0).ThenBy(a => a.Id).Select(a => $"Action: {a.What}, {a.Owner}, {(a.DueOn is { } due ? Say.Date(due) : "no date")}"),
        .. audit.Note.Length > 0 ? new[] { $"Note: {audit.Note}" } : [],
    ]);

    private static string Cut(string? text)
    {
        var typed = text?.Trim().ReplaceLineEndings("\n") ?? "";
        return typed.Length > LongestText ? typed[..LongestText] : typed;
    }

    public sealed class TypedAction
    {
        public int Id { get; set; }

        public string? What { get; set; }

        public string? Owner { get; set; }

        public string? Due { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Owner) && string.IsNullOrWhiteSpace(Due);
    }
}

/// <summary>Who marks a file a second time sees nothing of the first mark until the second is in, whatever else they may see.</summary>
internal static class Blind
{
    public static Task<bool> Is(SocialCareDb db, int first, string signIn, CancellationToken cancel) =>
        To(db, signIn).AnyAsync(id => id == first, cancel);

    /// <summary>The first marks that this person may not see yet.</summary>
    public static IQueryable<int> To(SocialCareDb db, string signIn) =>
        db.Audits.Where(second => second.Purpose == AuditPurpose.SecondMark && second.ReceivedAt == null && second.WithdrawnWhy == null && second.Auditor.SignIn == signIn).Select(second => second.EarlierId!.Value);
}
