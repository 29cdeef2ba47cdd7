using System.Collections.Concurrent;
using Grpc.Core;
using Hangfire;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.AnnexA.Workbook;
using ImprovementSuite.SocialCare.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>Reads workbooks one at a time, whichever door they came by, and keeps what became of each.</summary>
internal sealed class AnnexAReading(AnnexAImport import, IServiceScopeFactory scopes, BusinessClock clock, ILogger<AnnexAReading> log)
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<int, AnnexAProgressNow> _progress = new();

    /// <summary>How far the reading is; null where it waits or is over.</summary>
    public AnnexAProgressNow? ProgressOf(int id) => _progress.GetValueOrDefault(id);

    /// <summary>Notes that a workbook came, and who sent it.</summary>
    public async Task<int> Begin(AnnexAUpload upload, Actor by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        db.AnnexAUploads.Add(upload);
        db.Record(by, "sent an Annex A workbook", upload.Name, after: $"as {upload.Source}");
        await db.SaveChangesAsync(cancel);
        return upload.Id;
    }

    /// <summary>Reads the file to its end and deletes it.</summary>
    /// <exception cref="AnnexAFileException">It cannot be read.</exception>
    /// <exception cref="RpcException">A batch of it could not be kept.</exception>
    public async Task<AnnexAResult> Read(
        int id, string path, FeedClient client, Func<AnnexAProgressNow, ValueTask>? progress, Action<RejectedCell>? rejected, CancellationToken cancel)
    {
        try
        {
            await _one.WaitAsync(cancel);
            try
            {
                _progress[id] = new(0, 0, 0);
                return await ReadAlone(id, path, client, progress, rejected, cancel);
            }
            finally
            {
                _progress.TryRemove(id, out _);
                _one.Release();
            }
        }
        catch (Exception failure)
        {
            await Ended(id, upload =>
            {
                if (failure is OperationCanceledException)
                    upload.CutOff(clock.Now);
                else
                    upload.Fail(Sentence(failure), clock.Now);
            });
            // The sentence may quote the workbook; it is on the page of uploads.
            if (failure is AnnexAFileException)
                log.LogWarning("The Annex A workbook {Id} could not be read to its end: it is broken or holds too much. The page of uploads says what.", id);
            else if (failure is not (RpcException or OperationCanceledException))
                log.LogError(failure, "The Annex A workbook {Id} could not be read to its end.", id);
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<AnnexAResult> ReadAlone(
        int id, string path, FeedClient client, Func<AnnexAProgressNow, ValueTask>? progress, Action<RejectedCell>? rejected, CancellationToken cancel)
    {
        AnnexAUpload upload;
        DateTime? savedBefore;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
            upload = await db.AnnexAUploads.AsNoTracking().SingleAsync(u => u.Id == id, cancel);
            savedBefore = await db.AnnexAUploads.Where(u => u.Source == upload.Source && u.State == UploadState.Done).MaxAsync(u => u.SavedAt, cancel);
        }
        var result = await import.Run(path, upload.Name, client, upload.Source, savedBefore, async now =>
        {
            _progress[id] = now;
            if (progress is not null)
                await progress(now);
        }, rejected, cancel);
        await Ended(id, u => u.Done(result, clock.Now));
        return result;
    }

    /// <summary>Also where the sender is gone or the suite is stopping.</summary>
    private async Task Ended(int id, Action<AnnexAUpload> end)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        end(await db.AnnexAUploads.SingleAsync(upload => upload.Id == id));
        await db.SaveChangesAsync();
    }

    private static string Sentence(Exception failure) => failure switch
    {
        AnnexAFileException told => told.Message,
        RpcException refused => refused.Status.Detail,
        _ => "The suite could not read it to its end. Send it again, and tell the suite's administrator if it fails again.",
    };
}

/// <summary>The background job of a workbook that was uploaded on the page.</summary>
internal sealed class AnnexAWork(AnnexAReading reading)
{
    /// <summary>What the ledger calls the page as a sender.</summary>
    private static readonly FeedClient Page = new("Annex A upload", SocialCareModule.Name, [AnnexAImport.UsualSource]);

    [AutomaticRetry(Attempts = 0)]
    public async Task Run(int id, string path, CancellationToken cancel)
    {
        try
        {
            await reading.Read(id, path, Page, null, null, cancel);
        }
        catch (Exception told) when (told is AnnexAFileException or RpcException)
        {
            // The page says it.
        }
    }
}
