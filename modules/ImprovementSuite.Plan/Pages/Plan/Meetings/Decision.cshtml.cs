using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Minutes what the panel decided or asked, or changes a minute that nobody has answered.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class DecisionModel(PlanDb db, PlanSnapshots snapshots, BusinessClock clock) : MeetingPage(snapshots)
{
    /// <summary>Null while it is new.</summary>
    public Decision? Known { get; private set; }

    /// <summary>Why it is changed no more; null where it is.</summary>
    public string? Fixed => Known switch
    {
        { Ruling: not null } => "This is a ruling: it is changed on its challenge.",
        { AnsweredAt: not null } => "This is answered, so it stays as it was minuted.",
        _ => null,
    };

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGet(string day, int? id, string? line, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        (Line, Minute, Owner, By, Version) = Known is null ? (line, null, null, null, 0) : (Known.Line, Known.Minute, Known.Owner, DayText(Known.By), Known.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string day, int? id, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel) || Known?.Ruling is not null)
            return NotFound();
        // Answered since the form was opened: the page says so, and shows what was written.
        if (Fixed is { } reason)
            ModelState.AddModelError("", reason);
        var by = Check();
        if (!ModelState.IsValid)
            return Page();

        var actor = Actor.Of(User);
        var before = Known is null ? null : Words(Known);
        var decision = Known ?? new Decision { Panel = Panel.On, Line = Of(Line), Minute = "", MinutedBy = actor.Name, MinutedAt = clock.Now };
        if (Known is null)
            db.Add(decision);
        else
            db.Expect(decision, Version);
        (decision.Minute, decision.Owner, decision.By) = (Minute!.Trim(), Of(Owner), by);
        db.Record(actor, Known is null ? "minuted a decision" : "changed a minute", Subject(decision), before, Words(decision));
        await db.Changed(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            await Compare(cancel);
            return Page();
        }
        return Redirect($"{Address}#decisions");
    }

    internal static string Words(Decision decision) =>
        decision.Minute + (decision.Owner is null ? "" : $" ({decision.Owner}{(decision.By is { } by ? $", by {Say.Date(by)}" : "")})");

    internal static string Subject(Decision decision) =>
        $"{(decision.Line is { } line ? InWords.Ref(line) : "The plan")}, panel of {Say.Date(decision.Panel)}";

    private DateOnly? Check()
    {
        if (Known is null && Of(Line) is { } line && Plan.Content.Lines.All(l => l.Ref != line))
            ModelState.AddModelError(nameof(Line), "Choose a line of the plan, or the plan as a whole");
        if (string.IsNullOrWhiteSpace(Minute))
            ModelState.AddModelError(nameof(Minute), "Write what was decided or asked");
        else if (Minute.Length > MinuteForm.Longest)
            ModelState.AddModelError(nameof(Minute), MinuteForm.TooLong(Minute));
        if (Of(Owner) is null)
        {
            if (Of(By) is not null)
                ModelState.AddModelError(nameof(Owner), "Say who is to answer by that day, or leave the day empty");
            return null;
        }
        if (DayOf(nameof(By), By, "the day by which it is to be answered") is not { } by)
            return null;
        if (by < Panel.On)
            ModelState.AddModelError(nameof(By), $"{Say.Date(by)} lies before the meeting that asks, {Say.Date(Panel.On)}. Give a later day");
        return by;
    }

    private async Task Compare(CancellationToken cancel)
    {
        var saved = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == Known!.Id, cancel);
        Meanwhile = SavedField.Of(("Minute", saved.Minute, Minute), ("Who is to answer", saved.Owner, Owner), ("By", DayText(saved.By), By), ("Answer", saved.Answer, null));
        ModelState.Clear();
        ModelState.AddModelError("", SavedField.Sentence());
        Version = saved.Version;
    }

    private async Task<bool> Read(string day, int? id, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return false;
        Known = id is null ? null : await db.Decisions.SingleOrDefaultAsync(d => d.Id == id && d.Panel == Panel.On, cancel);
        return id is null || Known is not null;
    }

    private static string? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string? DayText(DateOnly? day) => day is { } on ? Say.Date(on) : null;
}
