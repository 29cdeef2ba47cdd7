using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>What a projection of vacancies starts from: two queries for a group of roles.</summary>
internal static class RecruitmentReading
{
    public static RolesToday Read(SqliteConnection connection, RoleGroup roles, DateOnly today)
    {
        var (now, then) = (default(Stock), default(Stock));
        var yearAgo = today.AddYears(-1);
        foreach (var (day, before, after) in PostTimeline.Walk(PostChanges.Read(connection, roles)))
        {
            if (day <= today)
                now = now.Less(before, roles).And(after, roles);
            if (day <= yearAgo)
                then = then.Less(before, roles).And(after, roles);
        }
        var leavers = connection.Scalar<long>(
            $"""
             WITH term AS ({EstablishmentSql.Terms})
             SELECT TOTAL(p.Fte) FROM person_in_post p
             JOIN term t ON t.Number = p.Number AND t.StartsOn <= p.EndsOn AND t.LastOn >= p.EndsOn
             WHERE p.Counts = 1 AND p.Ended = {(int)PostEnd.Left} AND p.EndsOn > $1 AND p.EndsOn <= $2 AND t.Role IN {roles.Sql}
             """, yearAgo, today);
        return new(roles.Words, now.Posts, now.Vacant, now.InPost, then.InPost, leavers);
    }

    /// <summary>What the candidates for the roles' campaigns have come to.</summary>
    public static OffersToday Offers(IEnumerable<Candidate> candidates, DateOnly today)
    {
        var offered = candidates.Where(candidate => candidate.OfferedOn <= today).ToList();
        var (taken, lost) = (offered.Where(candidate => candidate.IsInPost(today)).Sum(candidate => (long)candidate.Fte), offered.Where(candidate => candidate.HasEnded()).Sum(candidate => (long)candidate.Fte));
        var open = offered.Where(candidate => candidate.IsOpen(today)).ToList();
        return new(
            [.. open.Where(candidate => candidate.StartsOn is not null).Select(candidate => (candidate.StartsOn!.Value, (long)candidate.Fte))],
            open.Where(candidate => candidate.StartsOn is null).Sum(candidate => (long)candidate.Fte), taken + lost, taken);
    }

    private readonly record struct Stock(long Posts, long Vacant, long InPost)
    {
        public Stock And(PostState state, RoleGroup roles) => roles.Roles.Contains(state.Role) ? new(Posts + state.Fte, Vacant + state.Vacant, InPost + state.InPost) : this;

        public Stock Less(PostState state, RoleGroup roles) => roles.Roles.Contains(state.Role) ? new(Posts - state.Fte, Vacant - state.Vacant, InPost - state.InPost) : this;
    }
}
