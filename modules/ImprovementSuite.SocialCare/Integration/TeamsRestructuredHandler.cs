using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Integration;

/// <summary>
/// Follows a restructure as a person would say it on the page of teams: the old team keeps its records, its figures stand under the one that carries on. The
/// higher revision wins, so taking a message again, or late, changes nothing.
/// </summary>
internal sealed class TeamsRestructuredHandler(SocialCareDb db, Doorbell doorbell) : INotificationHandler<TeamsRestructured>
{
    public async Task Handle(TeamsRestructured restructured, CancellationToken cancel)
    {
        var known = await db.Set<FollowedRestructure>().FindAsync([restructured.Restructure], cancel) ?? db.Add(new FollowedRestructure { Restructure = restructured.Restructure }).Entity;
        if (known.Revision >= restructured.Revision)
            return;
        known.Revision = restructured.Revision;
        var teams = await db.Teams.ToListAsync(cancel);
        foreach (var move in restructured.Moves)
            Follow(move, restructured, teams);
        await db.SaveChangesAsync(cancel);
        doorbell.Ring(SocialCareModule.Name);
    }

    private void Follow(TeamMove move, TeamsRestructured restructured, List<Team> teams)
    {
        var (old, successor) = (db.TeamNamed(move.FromTeam, move.FromLocality, teams), db.TeamNamed(move.ToTeam, move.ToLocality, teams));
        var before = teams.FirstOrDefault(team => team.Id == old.SuccessorId)?.Name ?? "stands for itself";
        if (restructured.Undone)
        {
            // Somebody may have said otherwise here meanwhile, which stands.
            if (old.SuccessorId != successor.Id)
                return;
            old.StandAlone();
            db.Record(Actor.Suite, "undid which team carries on, as the Workforce module did", old.Name, before, "stands for itself", restructured.Why);
        }
        else if (old.SucceedBy(successor, restructured.On, teams) is { } refused)
            db.Record(Actor.Suite, "could not follow a restructure of the Workforce module", old.Name, before, refused, restructured.Why);
        else
            db.Record(Actor.Suite, "followed which team carries on, as the Workforce module said", old.Name, before, $"{successor.Name}, since {restructured.On:yyyy-MM-dd}", restructured.Why);
    }
}
