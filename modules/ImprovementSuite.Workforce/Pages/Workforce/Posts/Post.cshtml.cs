using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Workforce.Pages.Workforce.Posts;

/// <summary>Everything that ever changed one post. Who was in it is seen by whoever may read staff, and that view is kept in the change log.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class PostModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock, IAuthorizationService authorization) : PageModel
{
    public string Number { get; private set; } = "";

    public bool SeesPeople { get; private set; }

    /// <summary>As it stands today, or stood last, or will first.</summary>
    public PostTerm Term { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public PostState State { get; private set; }

    public IReadOnlyList<PostEvent> Events { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        SeesPeople = (await authorization.AuthorizeAsync(User, Tasks.ReadStaff)).Succeeded;
        var (terms, people, teams) = database.Read(connection => (PostHistory.Terms(connection, number), PostHistory.People(connection, number), TeamsKnown.Read(connection)));
        if (terms.Count == 0)
            return NotFound();
        (Number, Term) = (number, terms.LastOrDefault(term => term.StartsOn <= Today) ?? terms[0]);
        (Team, State) = (teams[Term.TeamId], PostEvents.StateOn(Today, terms, people));
        Events = [.. PostEvents.Of(terms, people, teams, SeesPeople).Reverse()];
        if (SeesPeople)
        {
            db.Record(Actor.Of(User), "viewed who was in a post", $"Post {number}", after: $"{people.Count} times in it");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return Page();
    }
}
