using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>Who rose and who fell between two sets of results, as a file.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class FlowModel(SchoolsDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? from, string? to, CancellationToken cancel)
    {
        var book = await db.Floor(cancel);
        if (ResultSet.Of(from) is not { } start || ResultSet.Of(to) is not { } end || !book.Sets.Contains(start) || !book.Sets.Contains(end))
            return NotFound();
        return CsvDownload.Of(
            $"schools-{start.Key}-to-{end.Key}.csv", ["URN", "School", "Locality", "Phase", "Move", "Hard to reach", $"{start}", $"{end}", "Points to the floor", "Pupils short"],
            FloorFlow.Between(book, start, end).Schools.Select(school => new[]
            {
                $"{school.School.Urn}", school.School.Name, school.School.Locality, school.School.Phase, Words(school.Move), school.HardToReach ? "yes" : "no", school.Was?.Sentence ?? "", school.Is?.Sentence ?? "",
                school.Is?.Points is { } points ? FigureText.Write(points) : "", school.Is is { Pupils: > 0 and var pupils } ? $"{pupils}" : "",
            }));
    }

    private static string Words(FloorMove move) => move switch
    {
        FloorMove.Rose => "rose",
        FloorMove.StayedBelow => "stayed below",
        FloorMove.Fell => "fell",
        FloorMove.StayedAbove => "stayed above",
        FloorMove.Left => "no later result",
        _ => "no earlier result",
    };
}
