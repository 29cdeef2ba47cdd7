using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>Audits that are given out, written and sent in through the verbs that people's forms use.</summary>
internal sealed class AuditsDone(SocialCareDb db, ModuleDatabase<SocialCareDb> database)
{
    /// <summary>"The child was not seen alone".</summary>
    public const int NotSeenAlone = 16;

    /// <summary>"Chronology missing or not used".</summary>
    public const int Chronology = 17;

    private int _files;

    /// <summary>A team by its name: "North 1" is of the locality North.</summary>
    public async Task<Team> Team(string name)
    {
        if (await db.Teams.FirstOrDefaultAsync(team => team.Code == name) is { } known)
            return known;
        var added = db.Add(new Team { Id = await db.Teams.MaxAsync(team => team.Id) + 1, Code = name, Locality = name.Split(' ')[0] }).Entity;
        await db.SaveChangesAsync();
        return added;
    }

    /// <summary>So many audits of a team's files sent in on a day, some of which found the issue.</summary>
    public async Task<List<(CaseAudit Audit, PoolFile File)>> Of(
        string team, DateOnly on, int audits, int found, int issue = NotSeenAlone, AuditKind kind = AuditKind.CaseFile, AuditPurpose purpose = AuditPurpose.Quota)
    {
        var (holder, auditor) = (await Team(team), await Auditor("J. Marsden"));
        var draw = db.Add(new AuditDraw { Purpose = purpose, Kind = kind, Month = AuditProgramme.Month(on), Seed = "seed", Fingerprint = "", DrawnOn = on, DrawnBy = "test" }).Entity;
        await db.SaveChangesAsync();
        List<(CaseAudit, PoolFile)> done = [];
        for (var i = 0; i < audits; i++)
        {
            var file = new PoolFile(FileType.Referral, ++_files, 1, $"R{_files}", $"C{_files}", holder.Id, holder.Id, on);
            var audit = db.Add(CaseAudit.OfDraw(draw, file, auditor)).Entity;
            SendIn(audit, file, auditor, on, i < found ? issue : null);
            done.Add((audit, file));
        }
        await db.SaveChangesAsync();
        return done;
    }

    /// <summary>A second mark or re-audit of a file, which finds the issue again.</summary>
    public async Task Again(AuditPurpose purpose, (CaseAudit Audit, PoolFile File) first, DateOnly on)
    {
        var other = await Auditor("A. Whitaker");
        var (again, refused) = first.Audit.Again(purpose, first.File, other, Independent(other, on), on);
        Assert.Null(refused);
        db.Add(again!);
        SendIn(again!, first.File, other, on, NotSeenAlone);
        await db.SaveChangesAsync();
    }

    private void SendIn(CaseAudit audit, PoolFile file, ManagerInPost auditor, DateOnly on, int? issue)
    {
        audit.Write(new AuditForm(2, audit.Kind == AuditKind.NoFurtherAction ? true : null, "", new Dictionary<int, int>(), issue is { } found ? new() { [found] = "" } : new Dictionary<int, string>(), []));
        Assert.Null(audit.SendIn(file, Independent(auditor, on), BusinessClock.Utc(on, new TimeOnly(12, 0)), 0, null));
    }

    private Independence Independent(ManagerInPost auditor, DateOnly on) => new(auditor, [auditor], new HashSet<string>(), database.Read(SocialCareCounting.Places), on);

    private async Task<ManagerInPost> Auditor(string name)
    {
        if (await db.Managers.FirstOrDefaultAsync(manager => manager.Name == name) is { } known)
            return known;
        var added = db.Add(new ManagerInPost { Name = name, Role = AuditorRole.PracticeImprovementManager, Locality = "", SignIn = "", From = new(2009, 10, 1) }).Entity;
        await db.SaveChangesAsync();
        return added;
    }
}
