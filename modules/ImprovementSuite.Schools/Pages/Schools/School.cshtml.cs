using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>One school: its results over time against the floor and others, its judgements, and what the register says of it.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class SchoolModel(SchoolsDb db, ModuleDatabase<SchoolsDb> database, IAuthorizationService authorization, BusinessClock clock) : PageModel
{
    public FloorBook Book { get; private set; } = null!;

    public OwnSchool School { get; private set; } = null!;

    /// <summary>As the register has it.</summary>
    public School Register { get; private set; } = null!;

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    public AreaFigures Areas { get; private set; } = null!;

    /// <summary>What Inspections has published, newest first; the register's last grade stands in <see cref="Register"/>.</summary>
    public IReadOnlyList<SchoolJudgement> Judgements { get; private set; } = [];

    /// <summary>The schools that it carried on for, whose results go before its own.</summary>
    public IReadOnlyList<OwnSchool> CarriedOnFor { get; private set; } = [];

    public IReadOnlyList<RegisterChange> Changes { get; private set; } = [];

    public SchoolSupport Support { get; private set; } = null!;

    public Chart? Chart { get; private set; }

    public SchoolYear? Latest => Years.FirstOrDefault(year => year.Settled);

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        Book = await db.Floor(cancel);
        if (Book.School(urn) is not { } school)
            return NotFound();
        School = school;
        Register = await db.Schools.AsNoTracking().Where(row => row.Counts && row.Urn == urn).OrderByDescending(row => row.Id).FirstAsync(cancel);
        Judgements = await db.Judgements.AsNoTracking().Where(judgement => judgement.Urn == urn).OrderByDescending(judgement => judgement.On).ToListAsync(cancel);
        CarriedOnFor = [.. Book.Schools.Where(other => other.Successors.Contains(urn))];
        (Areas, Changes) = database.Read(connection => (AreaFigures.Read(connection, Book.Settings), RegisterHistory.Of(connection, urn)));
        Years = SchoolYear.Of(Book, Areas, urn);
        var maySupport = (await authorization.AuthorizeAsync(User, Tasks.SupportSchools)).Succeeded;
        Support = (await SchoolSupport.Of(db, Book, urn, clock.Today, maySupport, cancel))!;
        Chart = Drawn();
        return Page();
    }

    /// <summary>The rounds whose attainment is the latest one's: levels and the expected standard are not drawn as one line.</summary>
    private Chart? Drawn()
    {
        var drawn = Years.Where(year => year is { Settled: true, Attainment: not null } && year.Figure == Latest!.Figure).OrderBy(year => year.Set.Year).ToList();
        if (drawn.Count < 2)
            return null;
        var (first, last) = (drawn[0].Set.Year, drawn[^1].Set.Year);
        return new Chart($"{School.Name}: results of each round against the floor. The table says the same.", new(first, 1, 1), new(last, 12, 31), "%")
        {
            Each = "each round",
            IsOfRounds = true,
            Months = [.. drawn.Select(year => new ChartMonth(ResultSet.RoundDay(year.Set.Year), ResultSet.RoundDay(year.Set.Year), year.Attainment!.Value / 100m, year.Set.Status != ResultStatus.Provisional))],
            Stages =
            [
                .. drawn.Where(year => year.Standard?.Percent is not null)
                    .Select((year, i) => new ChartStage(ResultSet.RoundDay(year.Set.Year), year.Standard!.Percent!.Value / 100m, i == 0 ? $"floor {FloorWords.Percent(year.Standard.Percent)}" : null)),
            ],
            Comparators = [.. Others(drawn[^1])],
        };
    }

    private static IEnumerable<ChartComparator> Others(SchoolYear latest)
    {
        if (latest.Neighbours is { } neighbours)
            yield return new(neighbours / 100m, $"Neighbours {FloorWords.Percent(neighbours)} ({latest.Set.Year})");
        if (latest.England is { } england)
            yield return new(england / 100m, $"England {FloorWords.Percent(england)} ({latest.Set.Year})");
    }
}
