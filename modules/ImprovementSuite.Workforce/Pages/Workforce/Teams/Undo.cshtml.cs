using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Teams;

/// <summary>Takes a restructure back, with a reason: its teams stand for themselves again, and other modules follow.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class UndoModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    private const string Back = "/workforce/teams";

    public Restructure Restructure { get; private set; } = null!;

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        // Whoever comes second to undo it finds it undone.
        if (Restructure.UndoneWhy is not null)
            return Redirect(Back);
        Text(Why, nameof(Why), "Say why it is undone: it is kept in the change log");
        if (!ModelState.IsValid)
            return Page();

        var teams = await Db.Teams.ToListAsync(cancel);
        foreach (var move in Restructure.Moves)
            if (teams.Find(team => team.Code == move.FromTeam && team.Locality == move.FromLocality) is { } old
                && teams.Find(team => team.Id == old.SuccessorId) is { } carriesOn && carriesOn.Code == move.ToTeam && carriesOn.Locality == move.ToLocality)
                old.StandAlone();
        Restructure.Undo(Actor.Of(User).Name, Why!.Trim());
        Db.Publish(Restructure.Tell(await Db.LastRevision(cancel)));
        Db.Record(
            Actor.Of(User), "undid a restructure of teams", Team.Named(Restructure.Moves[0].ToTeam, Restructure.Moves[0].ToLocality), Restructure.Words, "the teams stand for themselves again", Restructure.UndoneWhy);
        return await Save(
            Back,
            async () =>
            {
                await Db.SaveChangesAsync(cancel);
                doorbell.Ring(WorkforceModule.Name);
            },
            async () => await Find(id, cancel) ? (0, [new SavedField("Why it is undone", Restructure.UndoneWhy, Why)]) : null);
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await Db.Set<Restructure>().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found)
            return false;
        Restructure = found;
        return true;
    }
}
