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

/// <summary>Registers a paper that is promised to a meeting, changes the promise, and notes that it has come.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class PaperModel(PlanDb db, PlanSnapshots snapshots, BusinessClock clock) : MeetingPage(snapshots)
{
    /// <summary>Null while it is new.</summary>
    public Paper? Known { get; private set; }

    [BindProperty]
    public string? PaperTitle { get; set; }

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The meeting that it is promised to.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? ReceivedOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    /// <summary>This meeting and those to come.</summary>
    public IEnumerable<(string Value, string Title)> Meetings => Plan.Content.Panels
        .Where(panel => panel.On == Panel.On || panel.On >= Plan.Day).Select(panel => ($"{panel.On:yyyy-MM-dd}", Say.LongDate(panel.On)));

    public async Task<IActionResult> OnGet(string day, int? id, string? line, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        Fill(line);
        return Page();
    }

    public async Task<IActionResult> OnPost(string day, int? id, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        ReceivedOn = Say.Date(clock.Today);
        if (Check() is not { } to)
            return Page();
        var actor = Actor.Of(User);
        var before = Known is null ? null : Words(Known);
        var paper = Known ?? new Paper { Title = "", Owner = "" };
        if (Known is null)
            db.Add(paper);
        else
            db.Expect(paper, Version);
        (paper.Panel, paper.Line, paper.Title, paper.Owner, paper.Note) = (to, Of(Line), PaperTitle!.Trim(), Owner!.Trim(), Of(Note));
        db.Record(actor, Known is null ? "registered a paper" : "changed a paper", Subject(paper), before, Words(paper));
        return await Save(cancel);
    }

    public async Task<IActionResult> OnPostReceive(string day, int id, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        var received = DayOf(nameof(ReceivedOn), ReceivedOn, "the day on which it came");
        if (received > clock.Today)
            ModelState.AddModelError(nameof(ReceivedOn), $"{Say.Date(received.Value)} is still to come. Give a day up to today, {Say.Date(clock.Today)}");
        if (!ModelState.IsValid)
        {
            var typed = ReceivedOn;
            Fill(null);
            ReceivedOn = typed;
            return Page();
        }
        var before = Words(Known!);
        db.Expect(Known!, Version);
        Known!.Receive(received!.Value, Panel.IsFrozen, Actor.Of(User));
        db.Record(Actor.Of(User), "received a paper", Subject(Known), before, Words(Known));
        return await Save(cancel);
    }

    public async Task<IActionResult> OnPostNotReceived(string day, int id, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        var before = Words(Known!);
        db.Expect(Known!, Version);
        Known!.NotReceived();
        db.Record(Actor.Of(User), "marked a paper as not received", Subject(Known), before, Words(Known));
        return await Save(cancel);
    }

    private async Task<IActionResult> Save(CancellationToken cancel)
    {
        await db.Changed(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Known = await db.Papers.SingleAsync(paper => paper.Id == Known!.Id, cancel);
            Meanwhile = SavedField.Of(
                ("Paper", Known.Title, PaperTitle ?? Known.Title), ("Line", Known.Line, PaperTitle is null ? Known.Line : Line), ("Who brings it", Known.Owner, Owner ?? Known.Owner),
                ("Note", Known.Note, PaperTitle is null ? Known.Note : Note), ("Received", Received(Known), ReceivedOn is null ? Received(Known) : null));
            ModelState.Clear();
            ModelState.AddModelError("", SavedField.Sentence());
            if (PaperTitle is null)
                Fill(null);
            Version = Known.Version;
            return Page();
        }
        return Redirect($"{Address}#papers");
    }

    private DateOnly? Check()
    {
        if (string.IsNullOrWhiteSpace(PaperTitle))
            ModelState.AddModelError(nameof(PaperTitle), "Say what the paper is");
        else if (PaperTitle.Length > 300)
            ModelState.AddModelError(nameof(PaperTitle), $"A title has 300 characters at most, and this one has {Say.Number(PaperTitle.Length)}");
        if (string.IsNullOrWhiteSpace(Owner))
            ModelState.AddModelError(nameof(Owner), "Say who brings it");
        if (Of(Line) is { } line && Plan.Content.Lines.All(l => l.Ref != line))
            ModelState.AddModelError(nameof(Line), "Choose a line of the plan, or the plan as a whole");
        if (Note?.Length > MinuteForm.Longest)
            ModelState.AddModelError(nameof(Note), $"A note has {Say.Number(MinuteForm.Longest)} characters at most, and this one has {Say.Number(Note.Length)}");
        var to = TypedDay.OfAddress(To) ?? Panel.On;
        if (Meetings.All(meeting => TypedDay.OfAddress(meeting.Value) != to))
            ModelState.AddModelError(nameof(To), "Choose a meeting from the list");
        return ModelState.IsValid ? to : null;
    }

    private void Fill(string? line)
    {
        (PaperTitle, Line, Owner, Note, Version) = Known is null ? (null, line, null, null, 0) : (Known.Title, Known.Line, Known.Owner, Known.Note, Known.Version);
        (To, ReceivedOn) = ($"{Panel.On:yyyy-MM-dd}", Say.Date(clock.Today));
    }

    private async Task<bool> Read(string day, int? id, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return false;
        Known = id is null ? null : await db.Papers.SingleOrDefaultAsync(paper => paper.Id == id && paper.Panel == Panel.On, cancel);
        return id is null || Known is not null;
    }

    private static string Subject(Paper paper) => $"{paper.Title}, panel of {Say.Date(paper.Panel)}";

    private static string Words(Paper paper) =>
        $"{paper.Title}, {(paper.Line is { } line ? $"line {InWords.Ref(line)}" : "the plan as a whole")}, {paper.Owner}, {Received(paper)}{(paper.Note is { } note ? $"; {note}" : "")}";

    public static string Received(Paper paper) => paper.ReceivedOn is { } on
        ? $"{(paper.Addendum ? "addendum, received" : "received")} on {Say.Date(on)}, recorded by {paper.ReceivedBy}"
        : "not received";

    private static string? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
