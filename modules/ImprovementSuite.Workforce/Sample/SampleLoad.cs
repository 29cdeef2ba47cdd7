using Google.Protobuf;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>Puts the demo's workforce together: what an HR system would send, and what people have typed.</summary>
internal static class SampleLoad
{
    /// <summary>The source system that the records are sent as.</summary>
    public const string Source = "demo-hr";

    private static IEnumerable<WorkforceRecord> Records() =>
        [.. SampleEstablishment.Records(), .. SampleSpend.Records(), .. SampleRecruitment.Records(), .. SampleFostering.Records(), .. SampleAppraisals.All];

    /// <summary>What people have typed.</summary>
    /// <returns>False where it is there already.</returns>
    public static async Task<bool> Type(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkforceDb>();
        if (await db.Set<FosterCorrection>().AnyAsync(cancel))
            return false;
        await SampleAppraisals.Load(db, actor, cancel);
        await SampleSurveys.Load(db, actor, cancel);
        await SampleLearning.Load(db, actor, cancel);
        SampleSpend.Load(db, actor);
        SampleRecruitment.Load(db, actor);
        // Last, because it says that all of it is there.
        SampleFostering.Load(db, actor);
        await db.SaveAndCountAnew([FosterCarers.Code], WorkingDayCalendar.First, cancel);
        return true;
    }

    /// <summary>The records as bodies of batches in JSON.</summary>
    public static IEnumerable<string> Batches() => Records().Chunk(WorkforceRecordIntake.MostRecords).Select((records, i) => JsonFormatter.Default.Format(new WorkforceBatch
    {
        Header = new BatchHeader { SourceSystem = Source, Stream = "sample-workforce", Sequence = i + 1, SchemaVersion = WorkforceRecordIntake.SchemaVersion }, Records = { records },
    }));
}
