using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.WorkInProgress;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Open assessments that are past their limit wait for those who work with the records of people and do not decide what is counted: those of their own teams, or of all where they read every team.</summary>
internal sealed class PastLimitToDo(ModuleDatabase<SocialCareDb> database, BusinessClock clock) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ToDo>>(IsFor(person)
        ? [.. database.Read(connection => CaseFigures.Open(connection, clock.Today, person.May(Tasks.ReadEveryTeam) ? null : person.Teams)).Where(work => work.PastLimit > 0).Select(Row)]
        : []);

    private static bool IsFor(Person person) => person.May(Tasks.ReadRecords) && person.May(Tasks.ReadFigures) && !person.May(Tasks.ChangeDefinitions);

    private ToDo Row(OpenWork work) => new($"Finish {Say.Count(WorkKind.Of(work.Kind).Thing, work.PastLimit)}", WorkKind.Of(work.Kind).Path(DaysLeft.Past.Key), clock.Today, "Past the limit");
}
