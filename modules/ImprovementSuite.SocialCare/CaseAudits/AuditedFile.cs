using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>The file of an audit as it stands now, and who may audit it.</summary>
internal sealed record AuditedFile(PoolFile? File, IReadOnlyDictionary<int, Independence> Independence)
{
    public static async Task<AuditedFile> Of(SocialCareDb db, ModuleDatabase<SocialCareDb> database, FileType type, long row, IReadOnlyCollection<ManagerInPost> auditors, DateOnly today, CancellationToken cancel)
    {
        var posts = await db.Managers.AsNoTracking().ToListAsync(cancel);
        return database.Read(connection => new AuditedFile(
            AuditPool.Read(connection, type, row), AuditPool.Independence(connection, auditors, posts, SocialCareCounting.Places(connection), today)));
    }
}
