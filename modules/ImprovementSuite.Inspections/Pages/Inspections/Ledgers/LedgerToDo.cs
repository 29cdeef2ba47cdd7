using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>What waits in the ledger: what somebody else has completed, what one owns and has promised that is due soon or late, and for those who look after it all that is overdue.</summary>
internal sealed class LedgerToDo(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : IToDoList
{
    private const int SoonDays = 14;

    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ToDo>>(person.May(Tasks.ReadFigures) ? [.. Rows(person)] : []);

    private IEnumerable<ToDo> Rows(Person person)
    {
        if (!person.May(Tasks.ValidateRecommendations) && !person.May(Tasks.WorkOnRecommendations) && !person.May(Tasks.LookAfterInspections))
            yield break;
        var soon = clock.Today.AddDays(SoonDays);
        var waits = database.Read(connection => LedgerFigures.Waits(connection, clock.Today, soon, person.Id, person.Name));
        if (person.May(Tasks.ValidateRecommendations) && waits.ToValidate is > 0 and var claimed)
            yield return new($"Validate {Say.Count("recommendation", claimed)}", new LedgerFilter { State = "claimed", Counted = LedgerFilter.InFigures }.Address(), waits.ClaimedSince);
        if (person.May(Tasks.WorkOnRecommendations) && waits.OwnDue is > 0 and var own)
            yield return new($"Complete {Say.Count("recommendation", own)} of yours", new LedgerFilter { State = "open", Owner = person.Name, Counted = LedgerFilter.InFigures, DueTo = EnglishDay.Write(soon) }.Address(), waits.OwnFrom);
        if (person.May(Tasks.WorkOnRecommendations) && waits is { ActionsDue: > 0 and var actions, ActionOf: { } first })
            yield return new($"Do {Say.Count("action", actions)} of yours for recommendations", LedgerRow.PathOf(first), waits.ActionsFrom);
        if (person.May(Tasks.LookAfterInspections) && waits.Overdue is > 0 and var overdue)
            yield return new($"Chase {Say.Count("recommendation", overdue)} past the original date", new LedgerFilter { State = LedgerFilter.Overdue, Counted = LedgerFilter.InFigures }.Address(), waits.OverdueSince);
    }
}
