using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>What waits in the ledger: what somebody else has completed, what one owns that is overdue, and for those who look after it all that is overdue.</summary>
internal sealed class LedgerToDo(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ToDo>>(person.May(Tasks.ReadFigures) ? [.. Rows(person)] : []);

    private IEnumerable<ToDo> Rows(Person person)
    {
        if (!person.May(Tasks.ValidateRecommendations) && !person.May(Tasks.WorkOnRecommendations) && !person.May(Tasks.LookAfterInspections))
            yield break;
        var waits = database.Read(connection => LedgerFigures.Waits(connection, clock.Today, person.Id, person.Name));
        if (person.May(Tasks.ValidateRecommendations) && waits.ToValidate is > 0 and var claimed)
            yield return new($"Validate {Say.Count("recommendation", claimed)}", "/inspections/ledger?state=claimed", waits.ClaimedSince);
        if (person.May(Tasks.WorkOnRecommendations) && waits.OwnOverdue is > 0 and var own)
            yield return new($"Complete {Say.Count("recommendation", own)} of yours", new LedgerFilter { State = LedgerFilter.Overdue, Owner = person.Name }.Address(), waits.OwnSince);
        if (person.May(Tasks.LookAfterInspections) && waits.Overdue is > 0 and var overdue)
            yield return new($"Chase {Say.Count("recommendation", overdue)} past the original date", new LedgerFilter { State = LedgerFilter.Overdue }.Address(), waits.OverdueSince);
    }
}
