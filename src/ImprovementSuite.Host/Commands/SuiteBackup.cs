using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Commands;

/// <summary>A backup of everything, and the entry in the change log that says so.</summary>
internal sealed class SuiteBackup(BackupWriter writer, AccountsDb accounts, ModuleDatabase<AccountsDb> database)
{
    /// <exception cref="CannotStartException">No backup was made.</exception>
    public async Task<BackupFolder> Take(string target, Actor actor, CancellationToken cancel = default)
    {
        var backup = writer.Write(target);
        // After the cut, so that it is not in the backup: whoever changes a backup and seals it again is found out by the log of the suite that made it.
        if (File.Exists(database.Path))
        {
            accounts.Record(actor, "made a backup", backup.Path, after: $"seal {backup.Manifest.Seal()}");
            await accounts.SaveChangesAsync(cancel);
        }
        return backup;
    }
}
