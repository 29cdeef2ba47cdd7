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

/// <summary>
/// The panel rules on one challenge. Every card of the meeting's page posts here; what is wrong with it is said here. After a freeze the
/// ruling is on the colours that the panel was shown.
/// </summary>
[Authorize(Tasks.RunPanel)]
internal sealed class RulingModel(PlanDb db, PlanSnapshots snapshots, BusinessClock clock) : MeetingPage(snapshots)
{
    public ChallengeCard Card { get; private set; } = null!;

    [BindProperty]
    public Ruling? Choice { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    /// <summary>The version of the ruling that is changed; null where there was none.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGet(string day, string reference, CancellationToken cancel)
    {
        if (!await Read(day, reference, cancel))
            return NotFound();
        (Choice, Minute, Version) = (Card.Ruling?.Ruling, Card.Ruling?.Minute, Card.Ruling?.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string day, string reference, CancellationToken cancel)
    {
        if (!await Read(day, reference, cancel))
            return NotFound();
        if (Choice is null || !Enum.IsDefined(Choice.Value))
            ModelState.AddModelError(nameof(Choice), "Choose what the panel decides");
        if (string.IsNullOrWhiteSpace(Minute))
            ModelState.AddModelError(nameof(Minute), "Write what is to be minuted: a ruling stands with its ground");
        else if (Minute.Length > MinuteForm.Longest)
            ModelState.AddModelError(nameof(Minute), MinuteForm.TooLong(Minute));
        if (!ModelState.IsValid)
            return Page();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ruling = await db.Decisions.SingleOrDefaultAsync(d => d.Panel == Panel.On && d.Line == Card.Ref && d.Ruling != null, cancel);
        if (ruling?.Version != Version)
        {
            Compare(ruling!);
            return Page();
        }
        var before = ruling is null ? null : RulingWords.Decided(ruling);
        var actor = Actor.Of(User);
        if (ruling is null)
            db.Add(ruling = new Decision { Panel = Panel.On, Line = Card.Ref, Minute = "", MinutedBy = actor.Name, MinutedAt = clock.Now });
        ruling.Rule(Choice!.Value, Minute!.Trim(), Card.Computed, Card.Declared);
        db.Record(actor, "minuted the panel's ruling", $"{InWords.Ref(Card.Ref)}, panel of {Say.Date(Panel.On)}", before, RulingWords.Decided(ruling));
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect($"{Address}#line-{Card.Ref}");
    }

    private void Compare(Decision saved)
    {
        Meanwhile = SavedField.Of(
            ("What the panel decides", RulingWords.Choices.First(choice => choice.Ruling == saved.Ruling).Words, RulingWords.Choices.First(choice => choice.Ruling == Choice).Words),
            ("Minute", saved.Minute, Minute));
        ModelState.Clear();
        ModelState.AddModelError("", SavedField.Sentence());
        Version = saved.Version;
    }

    private async Task<bool> Read(string day, string reference, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return false;
        var card = Panel.HasPack
            ? ChallengeCard.Of((await db.Packs.AsNoTracking().SingleAsync(pack => pack.Panel == Panel.On, cancel)).Content, Plan, Panel.On).FirstOrDefault(card => card.Ref == reference)
            : Panel == Plan.OpenPanel
                ? PlanSheet.Of(Plan).Rows.Where(row => Agenda.IsChallenged(row.Rating, Plan, Panel.On)).Select(row => ChallengeCard.Of(row, Plan, Panel.On)).FirstOrDefault(card => card.Ref == reference)
                : null;
        Card = card!;
        return card is not null;
    }
}
