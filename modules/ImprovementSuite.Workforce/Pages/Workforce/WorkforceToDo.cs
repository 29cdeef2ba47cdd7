using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce;

/// <summary>
/// What waits for those who look after the workforce, for whoever leads its workstream, and for those who answer for what agencies cost. A few queries, however
/// many people there are.
/// </summary>
internal sealed class WorkforceToDo(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : IToDoList
{
    /// <summary>The workstream of the plan whose lead follows what waits here.</summary>
    private const string Workstream = "Workforce";

    public async Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel)
    {
        if (!person.May(Tasks.ReadFigures))
            return [];
        var (looksAfter, leads) = (person.May(Tasks.LookAfterWorkforce), person.Workstreams.Contains(Workstream));
        List<ToDo> rows = [];
        if (looksAfter || leads)
            rows.AddRange([.. database.Read(connection => Overdue(connection, person.May(Tasks.ReadStaff)).ToList()), .. await Learning(looksAfter, cancel), .. await Surveys(looksAfter, cancel)]);
        if (looksAfter)
            rows.AddRange(database.Read(connection => Entries(connection, person).ToList()));
        if (person.May(Tasks.LookAfterSpend))
            rows.AddRange(await Spend(cancel));
        return rows;
    }

    private IEnumerable<ToDo> Overdue(SqliteConnection connection, bool readsStaff)
    {
        var page = readsStaff ? "/workforce/appraisals/overdue" : "/workforce/appraisals";
        if (WaitingReading.Overdue(connection, AppraisalKind.Pdr, clock.Today) is { Count: > 0 } appraisals)
            yield return new($"Follow up {Say.Count("overdue appraisal", appraisals.Count)}", page, appraisals.Since);
        if (WaitingReading.Overdue(connection, AppraisalKind.Supervision, clock.Today) is { Count: > 0 } supervision)
            yield return new($"Follow up {Say.Count("overdue supervision", supervision.Count)}", $"{page}?kind=supervision", supervision.Since);
    }

    private async Task<IEnumerable<ToDo>> Learning(bool plans, CancellationToken cancel)
    {
        var from = Needs.From(clock.Today);
        var found = await db.Set<LearningNeed>().AsNoTracking().Where(need => need.Month >= from).ToListAsync(cancel);
        var learning = await db.Set<LearningEvent>().AsNoTracking().Where(one => one.WithdrawnWhy == null && one.On >= from).ToListAsync(cancel);
        return Needs.Of(found, learning, clock.Today).Count(need => need.Learning is null) is > 0 and var without
            ? [new($"{(plans ? "Plan" : "Follow up")} learning for {Say.Count("need", without)} that audits found", "/workforce/learning?show=without", When: "No learning")]
            : [];
    }

    private async Task<IEnumerable<ToDo>> Surveys(bool enters, CancellationToken cancel)
    {
        var surveys = await db.Set<Survey>().AsNoTracking().Where(survey => survey.NextOn <= clock.Today).ToListAsync(cancel);
        var latest = await db.Set<SurveyRound>().Where(round => round.Whose == "").GroupBy(round => round.SurveyId).Select(own => new { own.Key, On = own.Max(round => round.On) }).ToDictionaryAsync(own => own.Key, own => own.On, cancel);
        var due = surveys.Where(survey => survey.WaitsForResults(clock.Today, latest.TryGetValue(survey.Id, out var on) ? on : null)).ToList();
        return due.Count > 0 ? [new($"{(enters ? "Enter" : "Follow up")} the results of {Say.Count("survey", due.Count)}", due is [var only] ? $"/workforce/surveys#{only.Code}" : "/workforce/surveys", due.Min(survey => survey.NextOn))] : [];
    }

    private IEnumerable<ToDo> Entries(SqliteConnection connection, Person person)
    {
        if (WaitingReading.Sessions(connection, clock.Today) is { Count: > 0 } sessions)
            yield return new($"Say how many came to {Say.Count("session", sessions.Count)}", "/workforce/learning#sessions", sessions.Since);
        if (WaitingReading.Files(connection) is { Count: > 0 } files)
            yield return new($"Decide about {Say.Count("file", files.Count)} brought in", "/workforce/imports", files.Since, Since(files));
        // Whoever answers for the feeds or the data has them in a list of all modules.
        if (person.May(Tasks.ReadFeeds) && !person.May(Tasks.ManageFeeds) && !person.May(Tasks.ChangeDefinitions) && WaitingReading.Rejected(connection) is { Count: > 0 } rejected)
            yield return new($"See to {Say.Count("rejected record", rejected.Count)} of workforce", "/feeds/rejected", rejected.Since, Since(rejected));
    }

    private async Task<IEnumerable<ToDo>> Spend(CancellationToken cancel)
    {
        var missing = database.Read(connection => AgencyReading.WithoutInvoice(connection, clock.Today));
        var year = FinancialYear.Of(clock.Today);
        List<ToDo> rows = [];
        if (missing.Count > 0)
            rows.Add(new(
                $"Ask {Say.Count("agency", missing.DistinctBy(one => one.Agency).Count(), "agencies")} for invoices of {Say.Count("month", missing.Count)}", "/workforce/agency#without-invoice",
                missing.Min(one => one.Month).AddMonths(2)));
        if (!await db.Set<SpendCeiling>().AnyAsync(ceiling => ceiling.Year == year.First, cancel) && database.Read(connection => AgencyReading.Spent(connection, year)) > 0)
            rows.Add(new($"Say what the ceiling of agency spend in {year.Name} is", $"/workforce/agency/ceiling/{year.First}", year.From, "No ceiling"));
        return rows;
    }

    private static string Since(Waiting waiting) => $"Since {Say.ShortDayAndMonth(waiting.Since!.Value)}";
}
