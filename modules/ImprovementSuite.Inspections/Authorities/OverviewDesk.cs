using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Authorities;

/// <summary>Takes files of the overview: the one writer of what is known of other authorities.</summary>
internal sealed class OverviewDesk(InspectionsDb db, BusinessClock clock)
{
    private const string Subject = "Overview of authorities";

    /// <summary>Keeps a file until somebody has looked at what it changes.</summary>
    /// <exception cref="OverviewFileException">It is no such overview.</exception>
    public async Task<int> Upload(string name, byte[] content, Actor by, CancellationToken cancel)
    {
        var read = await Read(content, cancel);
        var file = db.Add(new OverviewFile { Name = name, Content = content, UploadedBy = by.Name, UploadedAt = clock.Now }).Entity;
        db.Record(by, "brought in an overview of authorities", Subject, after: $"{name}: {Say.Count("authority", read.Authorities.Count, "authorities")}, {Say.Count("faulty row", read.Faults.Count)}");
        await db.SaveChangesAsync(cancel);
        return file.Id;
    }

    public async Task<(OverviewRead Read, OverviewChanges Changes)> Look(OverviewFile file, CancellationToken cancel)
    {
        var read = await Read(file.Content, cancel);
        return (read, OverviewChanges.Of(await db.Authorities.AsNoTracking().ToListAsync(cancel), read));
    }

    /// <summary>The file whose authorities stand here; 0 where none was taken.</summary>
    public async Task<int> Standing(CancellationToken cancel) =>
        await db.Set<OverviewFile>().Where(file => file.State == OverviewState.Taken).OrderByDescending(file => file.DecidedAt).ThenByDescending(file => file.Id).Select(file => file.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Puts a file in the place of the last one.</summary>
    /// <param name="standing">The file that stood when the person looked at the changes.</param>
    /// <returns>Why it is not taken; null where it is.</returns>
    public async Task<string?> Take(int id, int standing, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<OverviewFile>().SingleOrDefaultAsync(file => file.Id == id && file.State == OverviewState.Waiting, cancel) is not { } file)
            return "Somebody else has decided about this file meanwhile. Nothing has changed";
        if (await Standing(cancel) != standing)
            return "Another file has been taken since you were shown what this one changes. Look again: below stands what it would change now";
        var (read, changes) = await Look(file, cancel);
        if (read.Authorities.Count == 0)
            return "Every row of the file is wrong, so there is nothing to take. Correct it and bring it in again";
        var kept = changes.Kept.Select(authority => authority.Code).ToList();
        await db.Authorities.Where(authority => !kept.Contains(authority.Code)).ExecuteDeleteAsync(cancel);
        db.AddRange(read.Authorities);
        file.Take(by.Name, clock.Now);
        db.Record(by, "took an overview of authorities", Subject, null, $"{file.Name}: {changes.New.Count} new, {changes.Changed.Count} changed, {changes.Gone.Count} gone, {changes.Kept.Count} kept as they were");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <returns>Why it is not dropped; null where it is.</returns>
    public async Task<string?> Drop(int id, Actor by, CancellationToken cancel)
    {
        if (await db.Set<OverviewFile>().SingleOrDefaultAsync(file => file.Id == id && file.State == OverviewState.Waiting, cancel) is not { } file)
            return "Somebody else has decided about this file meanwhile. Nothing has changed";
        file.Drop(by.Name, clock.Now);
        db.Record(by, "dropped an overview of authorities", Subject, file.Name);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<OverviewRead> Read(byte[] content, CancellationToken cancel) => OverviewCsv.Read(content, await db.Frameworks.AsNoTracking().ToListAsync(cancel));
}
