using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>Reports that wait to be frozen, of the years since the first record came: before that there was nothing to report.</summary>
internal sealed class ReportsToDo(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ToDo>>(person.May(Tasks.LookAfterInspections) && person.May(Tasks.ReadFigures) ? [.. Rows()] : []);

    private IEnumerable<ToDo> Rows()
    {
        var today = clock.Today;
        var (since, frozen) = database.Read(connection => (ReportsDue.Since(connection), connection.Query("SELECT Kind, PeriodFrom FROM frozen_report", row => new ReportPeriod((ReportKind)row.GetInt32(0), row.GetDay(1))).ToHashSet()));
        if (since is not { } year)
            yield break;
        var waiting = Enum.GetValues<ReportKind>().SelectMany(kind => ReportPeriod.MadeFrom(kind, year).TakeWhile(period => period.IsOver(today)))
            .Select(period => (Period: period, State: period.State(frozen.Contains(period), today))).ToList();
        foreach (var (period, _) in waiting.Where(one => one.State == ReportState.Due))
            yield return new($"Freeze the report of {period.Name}: {period.Kind.Words().ToLowerInvariant()}", period.Path, period.DueBy);
        if (waiting.Where(one => one.State == ReportState.Missing).ToList() is { Count: > 0 } missing)
            yield return new($"Freeze {Say.Count("missing report", missing.Count)} of inspections", "/inspections/reports", missing.Min(one => one.Period.DueBy));
    }
}
