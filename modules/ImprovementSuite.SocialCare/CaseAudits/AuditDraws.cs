using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>What is to be drawn.</summary>
/// <param name="Wanted">How many files for each post.</param>
/// <param name="On">The day of the draw.</param>
internal sealed record DrawOrder(AuditPurpose Purpose, AuditKind Kind, DateOnly Month, DateOnly From, DateOnly To, string Seed, IReadOnlyDictionary<int, int> Wanted, DateOnly On);

/// <summary>Makes draws, and repeats them so that they can be explained.</summary>
internal sealed class AuditDraws(SocialCareDb db)
{
    /// <summary>How many audits of a kind each post still has to be given in a month.</summary>
    public async Task<Dictionary<int, int>> StillToGive(AuditKind kind, DateOnly month, CancellationToken cancel)
    {
        var given = await db.Audits.Where(a => a.Purpose == AuditPurpose.Quota && a.Month == month && a.Kind == kind && a.WithdrawnWhy == null)
            .GroupBy(a => a.ForId!.Value).Select(group => new { Post = group.Key, Files = group.Count() }).ToDictionaryAsync(g => g.Post, g => g.Files, cancel);
        var managers = await db.Managers.AsNoTracking().ToListAsync(cancel);
        var expected = new ExpectedAudits(managers, await db.Set<AuditQuota>().AsNoTracking().ToListAsync(cancel), new Dictionary<DateOnly, int>());
        return managers.Select(manager => (manager.Id, Files: expected.Of(manager, kind, month) - given.GetValueOrDefault(manager.Id))).Where(m => m.Files > 0).ToDictionary();
    }

    /// <summary>Draws and gives the files out; the caller saves.</summary>
    public async Task<(AuditDraw Draw, IReadOnlyList<(CaseAudit Audit, PoolFile File)> Audits)> Make(DrawOrder order, Actor actor, CancellationToken cancel)
    {
        var posts = await db.Managers.ToListAsync(cancel);
        var (result, poolSize, drawnBefore) = await Run(order, posts, null, cancel);
        var draw = new AuditDraw
        {
            Purpose = order.Purpose, Kind = order.Kind, Month = order.Month, Seed = order.Seed, PoolFrom = order.From, PoolTo = order.To,
            PoolSize = poolSize, DrawnBefore = drawnBefore, Fingerprint = result.Fingerprint, DrawnOn = order.On, DrawnBy = actor.Name,
        };
        var drawn = result.Files.CountBy(file => file.Post).ToDictionary();
        draw.Shares.AddRange(result.TakenOut.Select(o => new DrawShare
        {
            AuditorId = o.Post, Wanted = order.Wanted[o.Post], Drawn = drawn.GetValueOrDefault(o.Post), Holds = o.Holds, Supervises = o.Supervises, SignedOff = o.SignedOff,
        }));
        draw.Strata.AddRange(result.Strata.Select(s => new DrawStratum { Team = s.Stratum.Place.Team, Locality = s.Stratum.Place.Locality, FileType = s.Stratum.Type, Pool = s.Pool, Drawn = s.Drawn }));
        db.Add(draw);
        // The audits need the draw's number.
        await db.SaveChangesAsync(cancel);
        var byId = posts.ToDictionary(post => post.Id);
        var audits = result.Files.Select(file => (Audit: CaseAudit.OfDraw(draw, file.File, byId[file.Post]), file.File)).ToList();
        db.AddRange(audits.Select(a => a.Audit));
        db.Record(actor, "drew files for audit", $"{Words(order.Purpose, order.Kind)}, {order.Month:yyyy-MM}", after: $"draw {draw.Id}: {audits.Count} of {order.Wanted.Values.Sum()} files from a pool of {poolSize}, seed {order.Seed}");
        return (draw, audits);
    }

    /// <summary>Repeats a draw on the pool as it stands now.</summary>
    public async Task<DrawResult> Repeat(AuditDraw draw, CancellationToken cancel) =>
        (await Run(
            new DrawOrder(draw.Purpose, draw.Kind, draw.Month, draw.PoolFrom, draw.PoolTo, draw.Seed, draw.Shares.ToDictionary(share => share.AuditorId, share => share.Wanted), draw.DrawnOn),
            await db.Managers.AsNoTracking().ToListAsync(cancel), draw.Id, cancel)).Result;

    public static string Words(AuditPurpose purpose, AuditKind kind) => purpose switch
    {
        AuditPurpose.Quota => kind == AuditKind.CaseFile ? "Case file audits" : "No further action audits",
        AuditPurpose.NfaReview => "No further action review",
        AuditPurpose.SecondMark => "Second mark",
        _ => "Re-audit",
    };

    /// <summary>On the context's own connection, so that a draw sees what others of the same transaction gave out.</summary>
    private async Task<(DrawResult Result, int PoolSize, int DrawnBefore)> Run(DrawOrder order, IReadOnlyList<ManagerInPost> posts, int? before, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            var places = SocialCareCounting.Places(connection);
            var (pool, drawnBefore) = AuditPool.Read(connection, order.Kind, order.From, order.To, before);
            var independence = AuditPool.Independence(connection, [.. posts.Where(post => order.Wanted.ContainsKey(post.Id))], posts, places, order.On);
            return (FileDraw.Run(order.Seed, pool, order.Wanted.Select(wanted => new DrawFor(wanted.Key, wanted.Value, independence[wanted.Key])), places), pool.Count, drawnBefore);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
