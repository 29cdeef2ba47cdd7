using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Schools.Sample;

/// <summary>Brings the sample in by the doors of a council: register and final results as files; then what people would have written by hand.</summary>
internal static class SampleLoad
{
    private static readonly DateOnly SchoolYear = new(2009, 9, 1);

    /// <returns>How many schools; 0 where a register is there already.</returns>
    public static async Task<int> Load(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
        if (await db.Schools.AnyAsync(cancel))
            return 0;
        var imports = services.GetRequiredService<Imports>();
        await Take(ImportKind.Register, "sample-register.csv", SampleFiles.Register(), null, null);
        await Take(ImportKind.LevelResults, "sample-results-2008.csv", SampleFiles.LevelResults(2008), 2008, ResultStatus.Final);
        await Take(ImportKind.LevelResults, "sample-results-2009.csv", SampleFiles.LevelResults(2009), 2009, ResultStatus.Final);
        Write(db, services.GetRequiredService<BusinessClock>().Today, actor);
        await db.SaveAndCountAnew(cancel);
        services.GetRequiredService<Doorbell>().Ring(SchoolsModule.Name);
        return await db.Schools.CountAsync(school => school.Counts, cancel);

        async Task Take(ImportKind kind, string name, Stream file, int? year, ResultStatus? status)
        {
            await using var read = file;
            await imports.TakeNow(await imports.Read(kind, name, read, year, status, actor, cancel), actor, cancel);
        }
    }

    private static void Write(SchoolsDb db, DateOnly today, Actor actor)
    {
        foreach (var (i, school) in SampleSchools.All.Index())
        {
            var note = new SchoolNote { Urn = school.Urn };
            note.Say(school.Locality, school.Adviser, i % 17 == 3 ? today.AddMonths(-(i % 9) - 1) : null, i % 23 == 6 ? today.AddMonths(2) : null);
            db.Notes.Add(note);
            if (school.HardToReach)
                db.HardToReach.Add(new HardToReach { Urn = school.Urn, From = new DateOnly(2008, 9, 1), Why = "Three rounds below the floor, with many pupils who come and go during the year" });
            // Two of the schools below have no plan yet.
            if (school.Move is SampleMove.Falls or SampleMove.StaysBelow && i % 29 != 0)
                db.SupportPlans.Add(Plan(school, i, today));
        }
        db.Record(actor, "wrote the sample's notes of schools", "Schools", after: $"localities and advisers of {SampleSchools.All.Count} schools, {SampleSchools.All.Count(school => school.HardToReach)} hard to reach");
    }

    private static SupportPlan Plan(SampleSchool school, int i, DateOnly today)
    {
        var plan = new SupportPlan { Urn = school.Urn, OpenedOn = school.Move == SampleMove.StaysBelow ? SchoolYear : new DateOnly(2010, 7, 19) };
        plan.Set(school.Adviser, "60% of year 6 at level 4 in English and maths in 2011", today.AddDays(14 + (i % 40)));
        var writing = new SupportAction();
        writing.Set("Train all staff to assess writing against the levels", school.Adviser, new DateOnly(2010, 9, 10));
        var tracking = new SupportAction();
        tracking.Set("Set up half-termly tracking of every pupil in years 5 and 6", "Head teacher", new DateOnly(2010, 7, 23));
        if (i % 3 > 0)
            tracking.Done(new DateOnly(2010, 7, 21));
        plan.Actions.AddRange([writing, tracking]);
        plan.Visits.Add(new SupportVisit { On = new DateOnly(2010, 7, 6), By = school.Adviser, Note = "Books of year 5 looked through with the head. Marking is regular; pupils cannot say what to do next." });
        plan.Rate(i % 3 == 0 ? SupportColour.Red : SupportColour.Amber, i % 3 == 0 ? "Tracking is late and two teachers leave in summer" : "On course, and results are not there yet", new DateOnly(2010, 7, 6));
        return plan;
    }
}
