using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Actions;

/// <summary>The plan's rows of "Yours to do": the snapshot and one query, whatever the plan's length.</summary>
internal sealed class PlanToDo(PlanSnapshots snapshots, PlanDb db) : IToDoList
{
    public async Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) =>
        person.May(Tasks.ReadPlan) && await snapshots.Current(cancel) is { } plan
            ? ActionItem.Together(PlanActions.Of(plan, person, await Awaited(db, cancel)))
            : [];

    /// <summary>The papers that are promised and have not come.</summary>
    public static async Task<IReadOnlyList<Paper>> Awaited(PlanDb db, CancellationToken cancel) =>
        await db.Papers.AsNoTracking().Where(paper => paper.ReceivedOn == null).ToListAsync(cancel);
}
