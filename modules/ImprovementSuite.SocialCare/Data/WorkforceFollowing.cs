using ImprovementSuite.SocialCare.Cases;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Which statement of a month's managers was taken; the highest revision wins.</summary>
internal sealed class ManagersMonth
{
    public DateOnly Month { get; init; }

    public long Revision { get; set; }
}

/// <summary>Which statement of a restructure was followed; the highest revision wins.</summary>
internal sealed class FollowedRestructure
{
    public required string Restructure { get; init; }

    public long Revision { get; set; }
}

/// <summary>What was last published of cases held: one row.</summary>
internal sealed class PublishedCases
{
    public int Id { get; private set; }

    /// <summary>The day of which it was; it is not published twice on one.</summary>
    public DateOnly On { get; private set; }

    public long Revision { get; private set; }
}

/// <summary>What the module keeps so that it follows the Workforce module, and tells it what it needs.</summary>
internal static class WorkforceFollowing
{
    public static void AddWorkforceFollowing(this ModelBuilder model)
    {
        model.Entity<ManagersMonth>(e => { e.ToTable("managers_month"); e.HasKey(m => m.Month); e.Property(m => m.Month).ValueGeneratedNever(); });
        model.Entity<FollowedRestructure>(e => { e.ToTable("followed_restructure"); e.HasKey(r => r.Restructure); });
        model.Entity<PublishedCases>(e => { e.ToTable("cases_held_published"); e.Property(p => p.Id).ValueGeneratedNever(); });
    }

    /// <summary>The team of this name; one that no record has named yet becomes a row, as it does when a record first names it.</summary>
    public static Team TeamNamed(this SocialCareDb db, string code, string locality, List<Team> teams)
    {
        var team = teams.FirstOrDefault(team => team.Code == code && team.Locality == locality);
        if (team is null)
            teams.Add(team = db.Add(new Team { Id = teams.Max(other => other.Id) + 1, Code = code, Locality = locality }).Entity);
        return team;
    }
}
