using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Integration;

/// <summary>
/// Follows who is in managers' posts, so that quotas count them. Name and sign-in are typed here and stay; a manager who was typed before the Workforce module
/// told of the post becomes the post's. The higher revision wins, so taking a message again, or late, changes nothing.
/// </summary>
internal sealed class ManagersInPostHandler(SocialCareDb db, Doorbell doorbell) : INotificationHandler<ManagersInPost>
{
    private readonly HashSet<ManagerInPost> _taken = [];
    private bool _changed;

    public async Task Handle(ManagersInPost message, CancellationToken cancel)
    {
        var month = await db.Set<ManagersMonth>().FindAsync([message.Month], cancel) ?? db.Add(new ManagersMonth { Month = message.Month }).Entity;
        if (month.Revision >= message.Revision)
            return;
        month.Revision = message.Revision;
        var (teams, known) = (await db.Teams.ToListAsync(cancel), await db.Managers.ToListAsync(cancel));
        foreach (var posted in message.Managers.OrderBy(manager => manager.From))
            Take(posted, message.Revision, known, teams);
        foreach (var row in known.Where(row => row.IsPosted && row.Touches(Period.Month(message.Month)) && row.PostRevision <= message.Revision && !_taken.Contains(row)))
            Change(row, "took a manager out of post, as the Workforce module has none", () => row.LeaveBefore(message.Month, message.Revision));
        if (_changed)
            await db.SaveExpected(doorbell, cancel);
        else
            await db.SaveChangesAsync(cancel);
    }

    private void Take(PostedManager posted, long revision, List<ManagerInPost> known, List<Team> teams)
    {
        var role = (AuditorRole)(int)posted.Role;
        var team = role == AuditorRole.TeamManager && posted.Team.Length > 0 ? db.TeamNamed(posted.Team, posted.Locality, teams) : null;
        var row = known.Where(row => row.IsPosted && row.PostNumber == posted.Post && row.Person == posted.Person && !_taken.Contains(row) && (row.From == posted.From || row.Overlaps(posted.From, posted.Until)))
                .OrderBy(row => row.From != posted.From).FirstOrDefault()
            ?? Typed(known, role, team?.Id, posted);
        if (row is { PostRevision: var last } && last > revision)
        {
            _taken.Add(row);
            return;
        }
        if (row is null)
        {
            known.Add(row = db.Add(new ManagerInPost { Name = posted.Person, Locality = "", SignIn = "" }).Entity);
            _changed = true;
        }
        _taken.Add(row);
        Change(row, "took a manager in post from the Workforce module", () => row.Follow(posted, role, team?.Id, revision));
    }

    /// <summary>The one manager who was typed for the same post and is in it when the posted one is; null where there is none, or several that cannot be told apart.</summary>
    private ManagerInPost? Typed(List<ManagerInPost> known, AuditorRole role, int? team, PostedManager posted)
    {
        var typed = known.Where(row => !row.IsPosted && row.Role == role && row.TeamId == team && row.Locality == posted.Locality && row.Until == posted.Until && row.Overlaps(posted.From, posted.Until)).ToList();
        return typed.Count == 1 ? typed[0] : null;
    }

    private void Change(ManagerInPost row, string action, Action change)
    {
        var before = row.IsPosted || row.Id > 0 ? row.ToString() : null;
        change();
        if (before == row.ToString())
            return;
        _changed = true;
        db.Record(Actor.Suite, action, row.Name, before, row.ToString());
    }
}
