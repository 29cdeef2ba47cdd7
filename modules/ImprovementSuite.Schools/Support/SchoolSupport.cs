using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Support;

/// <summary>A visit as its reader may see it.</summary>
/// <param name="Note">Null for whoever does not support schools.</param>
internal sealed record SeenVisit(DateOnly On, string By, string? Note);

/// <summary>Everything that is known of one school's support, for the part of its page that shows it.</summary>
/// <param name="MaySupport">Whether the forms are the reader's, and what visits found.</param>
/// <param name="Standing">Where the school stands by the latest results, and why it is at risk; its plan is the one beside it.</param>
/// <param name="Plan">The open one, with its actions.</param>
/// <param name="Closed">Those before it, the latest first.</param>
/// <param name="Visits">Of all plans, the latest first.</param>
/// <param name="Forecasts">The years with a forecast or a target, newest first.</param>
/// <param name="HardToReach">The times in which it counted as such, the latest first.</param>
internal sealed record SchoolSupport(
    OwnSchool School, DateOnly Today, bool MaySupport, SupportedSchool Standing, SupportPlan? Plan, IReadOnlyList<SupportPlan> Closed, IReadOnlyList<SeenVisit> Visits,
    IReadOnlyList<ExpectedResult> Forecasts, IReadOnlyList<HardToReach> HardToReach)
{
    /// <summary>What is to be done first, then what is done.</summary>
    public IEnumerable<SupportAction> Actions => (Plan?.Actions ?? []).OrderBy(action => action.DoneOn is not null).ThenBy(action => action.DueOn);

    /// <summary>Forms are for open schools.</summary>
    public bool MayChange => MaySupport && School.IsOpen;

    /// <summary>Reads it in four queries; null where the number is no school's of the council.</summary>
    public static async Task<SchoolSupport?> Of(SchoolsDb db, FloorBook book, int urn, DateOnly today, bool maySupport, CancellationToken cancel)
    {
        if (book.School(urn) is not { } school)
            return null;
        var plans = await db.SupportPlans.AsNoTracking().Include(plan => plan.Actions).Include(plan => plan.Visits).AsSplitQuery()
            .Where(plan => plan.Urn == urn).OrderByDescending(plan => plan.OpenedOn).ThenByDescending(plan => plan.Id).ToListAsync(cancel);
        var same = book.Schools.Where(other => other.CarriesOnAs == school.CarriesOnAs).Select(other => other.Urn).ToList();
        var forecasts = new ForecastBook(
            book,
            await db.Set<Forecast>().AsNoTracking().Where(made => made.Counts && same.Contains(made.Urn))
                .Select(made => new SchoolForecast(made.Id, made.Urn, made.Year, made.Kind, made.Percent, made.MadeOn, made.MadeBy)).ToListAsync(cancel));
        return new(
            school, today, maySupport, new SupportBook(book, forecasts, new Dictionary<int, OpenSupport>(), today).Of(school), plans.FirstOrDefault(plan => plan.IsOpen),
            [.. plans.Where(plan => !plan.IsOpen)],
            [.. plans.SelectMany(plan => plan.Visits).OrderByDescending(visit => visit.On).ThenByDescending(visit => visit.Id).Select(visit => new SeenVisit(visit.On, visit.By, maySupport ? visit.Note : null))],
            forecasts.Of(school), [.. book.HardToReach.Where(time => time.Urn == urn).OrderByDescending(time => time.From)]);
    }
}
