using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Who is below the floor, who rose and who fell between two sets of results: a picture and its table.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(SchoolsDb db) : PageModel
{
    /// <summary>The earlier set, as its key; the most settled one of the round before where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The later set; the most settled one of the latest round where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public FloorBook Book { get; private set; } = null!;

    /// <summary>Null where there are not two sets to compare.</summary>
    public FloorFlow? Flow { get; private set; }

    /// <summary>The set that the sentence is about; null without any results.</summary>
    public ResultSet? Latest { get; private set; }

    public IReadOnlyList<(OwnSchool School, FloorDecision Decision)> Decisions { get; private set; } = [];

    /// <summary>The other stages, where they are fed.</summary>
    public IReadOnlyList<HeadlineFigure> Headlines { get; private set; } = [];

    public IEnumerable<(string, string)> Choices => Book.Sets.Select(set => (set.Key, set.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Book = await db.Floor(cancel);
        Headlines = await HeadlineFigure.Read(db, cancel);
        Latest = ResultSet.Of(To) is { } chosen && Book.Sets.Contains(chosen) ? chosen : Book.Sets.Cast<ResultSet?>().FirstOrDefault();
        if (Latest is not { } to)
            return Page();
        Decisions = [.. Book.Decisions(to)];
        var from = ResultSet.Of(From) is { } other && Book.Sets.Contains(other) ? other : Before(to);
        if (from is { } start)
            Flow = FloorFlow.Between(Book, start, to);
        (From, To) = (from?.Key, to.Key);
        return Page();
    }

    /// <summary>Schools of a locality, or of a phase, that are below in the two sets.</summary>
    public IEnumerable<(string Place, int Decided, int Before, int Now)> By(Func<OwnSchool, string> place) =>
        from school in Flow!.Schools
        group school by place(school.School) into here
        orderby here.Key
        select (here.Key, here.Count(school => school.Is is not null), here.Count(school => school.Was?.Outcome == FloorOutcome.Below), here.Count(school => school.Is?.Outcome == FloorOutcome.Below));

    /// <summary>"10 of the 13 rose, 3 of the 5 hard-to-reach schools among them".</summary>
    public static string Rose(FloorFlow flow)
    {
        var hard = flow.Schools.Count(school => school is { HardToReach: true, Was.Outcome: FloorOutcome.Below });
        var risen = flow.Of(FloorMove.Rose);
        var all = $"{Say.Number(risen.Count)} of the {Say.Number(flow.BelowBefore)} rose above it";
        return hard == 0 ? all : $"{all}, among them {Say.Number(risen.Count(school => school.HardToReach))} of the {Say.Number(hard)} hard-to-reach {(hard == 1 ? "school" : "schools")}";
    }

    private ResultSet? Before(ResultSet to) =>
        Book.Sets.Where(set => set.Year < to.Year).Select(set => (ResultSet?)set).FirstOrDefault() ?? Book.Sets.Where(set => set != to).Select(set => (ResultSet?)set).FirstOrDefault();
}
