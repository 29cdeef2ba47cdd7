using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>Invented contacts for the plan of 2010: roles, at addresses that reach nobody.</summary>
internal sealed class SampleContacts(PlanDb db)
{
    public async Task Add(Actor actor, CancellationToken cancel)
    {
        var workstreams = (await db.Lines.AsNoTracking().Select(line => line.Workstreams).ToListAsync(cancel)).SelectMany(of => of).Distinct().ToList();
        foreach (var workstream in workstreams)
            db.Add(new WorkstreamContact
            {
                Workstream = workstream, Name = $"Workstream lead, {workstream}", Email = $"{workstream.ToLowerInvariant().Replace(' ', '-')}@example.org", EscalateTo = "director@example.org",
            });
        db.Record(actor, "added contacts", "Reminders", after: $"an invented contact for each of {workstreams.Count} workstreams");
        await db.SaveChangesAsync(cancel);
    }
}
