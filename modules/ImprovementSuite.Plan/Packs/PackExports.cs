using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>A pack is panel-confidential: each time that it is taken is kept in the change log.</summary>
internal static class PackExports
{
    public static async Task RecordExport(this PlanDb db, Actor actor, ShelvedPack pack, string form, CancellationToken cancel)
    {
        db.Record(actor, "exported the pack", $"Panel of {Say.Date(pack.Content.Panel)}", after: $"{form}, {(pack.IsFrozen ? $"frozen pack {pack.Edition[..12]}" : $"preview of {Say.Date(pack.Content.FiguresOn)}")}");
        await db.SaveChangesAsync(cancel);
    }
}
