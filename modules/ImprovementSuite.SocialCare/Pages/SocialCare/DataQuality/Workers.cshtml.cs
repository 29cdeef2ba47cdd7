using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>How many failing records each worker has: for the worker's manager, and for those who read every team. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadRecords)]
internal sealed class WorkersModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    /// <summary>The teams that the reader manages; null where every team is open.</summary>
    public IReadOnlyList<string>? OwnTeams { get; private set; }

    public IReadOnlyList<WorkerFailures> Workers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var access = await RecordAccess.Of(User, authorization, pseudonyms);
        OwnTeams = access.Teams;
        Workers = database.Read(connection => new FailureList(connection, access).Workers());
        db.Record(Actor.Of(User), "viewed failing records by worker", OwnTeams is null ? "Every team" : string.Join(", ", OwnTeams), after: Say.Count("worker", Workers.Count));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
