using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Loads a plan file into an empty database.</summary>
internal sealed class PlanLoader(PlanDb db)
{
    /// <summary>The plan of the published action plan of 20 August 2010, which ships with the module.</summary>
    public static Stream Plan2010() => typeof(PlanLoader).Assembly.GetManifestResourceStream("plan-2010.json")!;

    public Task<bool> IsLoaded(CancellationToken cancel) => db.Plans.AnyAsync(cancel);

    /// <exception cref="PlanFileException">The file is not right, or a plan is loaded already.</exception>
    public async Task Load(Stream content, Actor actor, CancellationToken cancel = default)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancel);
        var file = AnyPlanFile.Read(whole.ToArray());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await IsLoaded(cancel))
            throw new PlanFileException("A plan is loaded already. Another version of it is brought in on the page Import a plan, which shows first what would change; another plan needs a data folder of its own.");

        Add(file);
        db.Record(actor, "loaded the plan", file.Title, after: $"{file.Lines.Count} lines, {file.Measures.Count} measures, as at {file.Updated:d MMMM yyyy}");
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Adds all rows of a plan to a database that has none; the caller saves.</summary>
    public void Add(PlanFile file)
    {
        var content = PlanContent.Of(file);
        db.Add(content.Plan);
        db.AddRange(content.Lines);
        db.AddRange(content.Measures.Values);
        db.AddRange(content.Panels);
        db.AddRange(file.Readings);
        db.AddRange(file.Papers);
        if (content.Notice is { } notice)
            db.Add(notice);
    }
}
