using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Support;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>What waits for those who support schools: schools below the floor without a plan, reviews that are due, actions that are late.</summary>
internal sealed class SupportToDo(ModuleDatabase<SchoolsDb> database, BusinessClock clock) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ToDo>>(person.May(Tasks.SupportSchools) && person.May(Tasks.ReadFigures) ? [.. Rows()] : []);

    private IEnumerable<ToDo> Rows()
    {
        var schools = database.Read(connection => SupportReading.Read(connection, clock.Today)).Schools;
        if (schools.Count(one => one is { IsBelow: true, NeedsPlan: true }) is > 0 and var without)
            yield return new($"Open a support plan for {Say.Count("school", without)} below the floor", Path(SupportedModel.BelowWithout), clock.Today, "No plan");
        var plans = schools.Select(one => one.Plan).OfType<OpenSupport>().ToList();
        if (plans.Where(plan => plan.ReviewIsDue(clock.Today)).ToList() is { Count: > 0 } due)
            yield return new($"Review the support of {Say.Count("school", due.Count)}", Path(SupportedModel.ReviewDue), due.Min(plan => plan.NextReviewOn));
        if (plans.Sum(plan => plan.LateActions) is > 0 and var late)
            yield return new($"Finish {Say.Count("action", late)} of support", Path(SupportedModel.LateActions), plans.Min(plan => plan.LateSince));
    }

    private static string Path(string view) => $"/schools/support?show={view}";
}
