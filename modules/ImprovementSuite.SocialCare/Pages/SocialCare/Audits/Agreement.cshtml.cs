using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Whether auditors agree, for moderators alone: second marks are given out, compared when both are in, and settled where they differ.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class AgreementModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, Pseudonyms pseudonyms) : PageModel
{
    private const int LongestReason = 500;

    public Agreement Agreement { get; private set; } = new([]);

    public GradeScale Scale { get; private set; } = null!;

    /// <summary>Audits that are to be marked a second time and have no second auditor yet.</summary>
    public int WithoutSecond { get; private set; }

    public int SecondsOut { get; private set; }

    /// <summary>Pairs that differ and are not settled.</summary>
    public IReadOnlyList<CaseAudit> ToSettle { get; private set; } = [];

    public int Settled { get; private set; }

    public int Share { get; private set; }

    /// <summary>Those whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    public (int Second, string? Grade, string? Why)? Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        await Keep(cancel);
    }

    /// <summary>Gives each audit that waits for a second mark to the independent auditor who has fewest of them.</summary>
    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancel)
    {
        var waiting = await Waiting().Include(a => a.Auditor).OrderBy(a => a.Id).ToListAsync(cancel);
        var auditors = (await db.Managers.ToListAsync(cancel)).Where(m => m.InPostOn(clock.Today)).ToList();
        var posts = await db.Managers.AsNoTracking().ToListAsync(cancel);
        var load = await db.Audits.Where(a => a.Purpose == AuditPurpose.SecondMark && a.WithdrawnWhy == null).GroupBy(a => a.AuditorId).Select(g => new { g.Key, Files = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Files, cancel);
        var (files, independence) = database.Read(connection => (
            waiting.ToDictionary(a => a.Id, a => AuditPool.Read(connection, a.FileType, a.FileRow)),
            AuditPool.Independence(connection, auditors, posts, SocialCareCounting.Places(connection), clock.Today)));
        var given = 0;
        foreach (var audit in waiting)
        {
            if (files[audit.Id] is not { } file)
                continue;
            foreach (var auditor in auditors.OrderBy(a => load.GetValueOrDefault(a.Id)).ThenBy(a => a.Id))
                if (audit.Again(AuditPurpose.SecondMark, file, auditor, independence[auditor.Id], clock.Today).Audit is { } second)
                {
                    db.Add(second);
                    load[auditor.Id] = load.GetValueOrDefault(auditor.Id) + 1;
                    given++;
                    break;
                }
        }
        db.Record(Actor.Of(User), "gave out second marks", "Case audits", after: $"{given} of {waiting.Count} audits");
        await db.SaveChangesAsync(cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSettleAsync(int second, int version, CancellationToken cancel)
    {
        await Read(cancel);
        var (typed, why) = (Request.Form[$"grade-{second}"].ToString(), Request.Form[$"why-{second}"].ToString().Trim());
        if (Closed.Has(second))
            return Forbid();
        if (ToSettle.FirstOrDefault(a => a.Id == second) is not { Earlier: { } first } pair)
        {
            ModelState.AddModelError("", "This pair has been settled meanwhile, or both marks are not in. Nothing was saved");
            return Page();
        }
        if (!int.TryParse(typed, out var grade) || grade is < 1 or > GradeScale.Grades)
            ModelState.AddModelError($"grade-{second}", "Choose the grade that stands");
        if (why.Length == 0)
            ModelState.AddModelError($"why-{second}", "Say why this grade stands");
        if (why.Length > LongestReason)
            ModelState.AddModelError($"why-{second}", $"The reason has {LongestReason} characters at most; this one has {why.Length}");
        var actor = Actor.Of(User);
        if (ModelState.IsValid && first.Settle(pair, grade, why, actor) is { } refused)
            ModelState.AddModelError($"grade-{second}", refused);
        if (!ModelState.IsValid)
        {
            Typed = (second, typed, why);
            return Page();
        }
        db.Expect(first, version);
        db.Record(actor, "settled a grade", first.InLog(pseudonyms), $"{Scale.Name(first.Grade)} and {Scale.Name(pair.Grade)}", Scale.Name(grade), why);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Read(cancel);
            Typed = (second, typed, why);
            ModelState.AddModelError("", "Somebody else has settled this pair meanwhile. Nothing was saved");
            return Page();
        }
        return RedirectToPage();
    }

    private IQueryable<CaseAudit> Waiting() => db.Audits.Where(a => a.NeedsSecond && !db.Audits.Any(second => second.EarlierId == a.Id && second.Purpose == AuditPurpose.SecondMark && second.WithdrawnWhy == null));

    private async Task Read(CancellationToken cancel)
    {
        var seconds = await db.Audits.Include(a => a.Auditor).Include(a => a.Earlier).ThenInclude(a => a!.Auditor)
            .Where(a => a.Purpose == AuditPurpose.SecondMark && a.ReceivedOn != null).OrderBy(a => a.Id).ToListAsync(cancel);
        Agreement = new Agreement([.. seconds.Select(second => new TwoGrades(second.Earlier!.Auditor.Name, second.Earlier.Grade!.Value, second.Grade!.Value))]);
        ToSettle = [.. seconds.Where(second => second.Grade != second.Earlier!.Grade && second.Earlier.SettledGrade is null)];
        Closed = database.Read(connection => ClosedAudits.To(connection, Actor.Of(User).Id));
        Settled = seconds.Count(second => second.Earlier!.SettledGrade is not null);
        WithoutSecond = await Waiting().CountAsync(cancel);
        SecondsOut = await db.Audits.CountAsync(a => a.Purpose == AuditPurpose.SecondMark && a.ReceivedOn == null && a.WithdrawnWhy == null, cancel);
        Scale = GradeScale.At(await db.Set<GradeScale>().AsNoTracking().ToListAsync(cancel), clock.Today);
        Share = (await db.Programme(cancel)).SecondShare;
    }

    private async Task Keep(CancellationToken cancel)
    {
        if (ToSettle.Count == 0)
            return;
        db.Record(Actor.Of(User), "viewed audit files", "Grades to settle", after: Closed.InLog(ToSettle, pseudonyms));
        await db.SaveChangesAsync(cancel);
    }
}
