using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>The module's database of 30 September 2010, to be filled with audits.</summary>
internal sealed class AuditedDatabase : IDisposable
{
    public static readonly DateOnly Today = new(2010, 9, 30);

    public AuditedDatabase()
    {
        Clock = new BusinessClock(Cases.Time);
        Db = NewContext();
        Audits = new AuditsDone(Db, Cases.Database);
    }

    public CaseDatabase Cases { get; } = new(Today);

    public BusinessClock Clock { get; }

    public SocialCareDb Db { get; }

    public AuditsDone Audits { get; }

    /// <summary>What another request would see.</summary>
    public SocialCareDb NewContext() => new(new DbContextOptionsBuilder<SocialCareDb>().UseSqlite(Cases.Database.ConnectionString).Options, Clock);

    public void Dispose()
    {
        Db.Dispose();
        Cases.Dispose();
    }
}
