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
    public async Task Load(Stream json, Actor actor, CancellationToken cancel = default)
    {
        var file = PlanFileReader.Read(json);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await IsLoaded(cancel))
            throw new PlanFileException("A plan is loaded already. Lines are changed on its pages; another plan needs a data folder of its own.");

        var content = PlanContent.Of(file);
        db.Add(content.Plan);
        db.AddRange(content.Lines);
        db.AddRange(content.Measures.Values);
        db.AddRange(content.Panels);
        db.AddRange(file.Readings);
        if (content.Notice is { } notice)
            db.Add(notice);
        db.AddRange(file.Papers);
        db.Record(actor, "loaded the plan", file.Title, after: $"{file.Lines.Count} lines, {file.Measures.Count} measures, as at {file.Updated:d MMMM yyyy}");
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
