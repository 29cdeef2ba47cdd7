using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>The ends of the change logs that frozen panels keep. It is asked of a folder that may be of an earlier version, and migrates nothing.</summary>
internal static class PanelAnchors
{
    public static IReadOnlyList<ChainAnchor> Read(ModuleDatabase<PlanDb> database) => File.Exists(database.Path)
        ? database.Read(connection => connection.Scalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'frozen_pack'") == 0
            ? []
            : connection.Query("SELECT Panel, Body, Hash FROM frozen_pack", row => new FrozenPack { Panel = row.GetDay(0), Body = row.GetString(1), Hash = row.GetString(2) }).ConvertAll(Anchor))
        : [];

    private static ChainAnchor Anchor(FrozenPack pack)
    {
        var (where, at) = ($"the panel of {Say.Date(pack.Panel)}", BusinessClock.Utc(pack.Panel, TimeOnly.MinValue));
        return pack.IsWhole
            ? new(where, pack.Content.FrozenAt ?? at, pack.Content.ChainHeads)
            : new(where, at, []) { Fault = $"plan: what was frozen for {where} is not what was frozen: it was altered since." };
    }
}
