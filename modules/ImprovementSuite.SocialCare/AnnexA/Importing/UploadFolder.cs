using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>Where workbooks lie while they are read, each under a name that nobody can guess; they are deleted afterwards.</summary>
internal sealed class UploadFolder(DataFolder folder)
{
    private string Path => folder.Of("annex-a-uploads");

    public string NewFile()
    {
        Directory.CreateDirectory(Path);
        return System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}.xlsx");
    }

    public void Empty()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}

/// <summary>At start: what was being read when the suite stopped is marked, and its files, which hold children's records, are taken away.</summary>
internal sealed class CutOffUploads(UploadFolder folder, ModuleDatabase<SocialCareDb> database, IServiceScopeFactory scopes, BusinessClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancel)
    {
        folder.Empty();
        // Asked in SQL, because a start need not wait for Entity Framework to build the module's model.
        if (database.Read(connection => connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM annex_a_import WHERE State = $1)", (int)UploadState.Reading)) == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        foreach (var upload in await db.AnnexAUploads.Where(upload => upload.State == UploadState.Reading).ToListAsync(cancel))
            upload.CutOff(clock.Now);
        await db.SaveChangesAsync(cancel);
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
