using Google.Protobuf;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Inspections.Sample;

/// <summary>Puts the demo's inspections together: what an inspection system would send, and what people have typed.</summary>
internal static class SampleLoad
{
    /// <summary>The source system that the records are sent as.</summary>
    public const string Source = "demo-inspections";

    private static readonly Actor Lead = new("demo-inspection-lead", "Inspection lead");

    /// <summary>The records as bodies of batches in JSON.</summary>
    public static IEnumerable<string> Batches() => SampleProviders.Records().Concat(SampleLedger.Records()).Chunk(InspectionRecordIntake.MostRecords).Select((records, i) => JsonFormatter.Default.Format(new InspectionBatch
    {
        Header = new BatchHeader { SourceSystem = Source, Stream = "sample-inspections", Sequence = i + 1, SchemaVersion = InspectionRecordIntake.SchemaVersion }, Records = { records },
    }));

    /// <summary>What people have typed: which figures of the plan the records are, and steps of a few recommendations.</summary>
    /// <returns>False where it is there already.</returns>
    public static async Task<bool> Type(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InspectionsDb>();
        if (await db.Set<ReportMeasure>().AnyAsync(cancel))
            return false;
        await Steps(scope.ServiceProvider.GetRequiredService<LedgerDesk>(), db, cancel);
        var framework = await db.Frameworks.SingleAsync(one => one.Code == FrameworkSeed.Ofsted2009, cancel);
        var fostering = new ProviderReadiness { ProviderRef = SampleProviders.Fostering };
        fostering.Assess(
            new(2011, 1, 1), new(2011, 6, 30), framework, "good", "Reviews of carers are up to date. Training records are still to be completed for eight households.", new("head-of-fostering", "Head of fostering"),
            new(2010, 8, 9));
        fostering.Review("satisfactory", "Two recommendations are not yet shown to be implemented.", Lead, new(2010, 8, 17));
        var home = new ProviderReadiness { ProviderRef = SampleProviders.Inadequate };
        home.Assess(new(2010, 11, 1), new(2011, 2, 28), framework, "good", "The requirements of November 2009 are met.", new("manager-st-edmunds", "Registered manager, St Edmunds"), new(2010, 8, 3));
        db.AddRange(fostering, home);
        db.Add(new JudgementMeasure { ProviderRef = SampleProviders.Fostering, Area = Judgements.Judgement.Overall, Code = "FOSTERING-JUDGEMENT" });
        // Last, because it says that all of it is there.
        db.AddRange(
            new ReportMeasure { InspectionRef = SampleLedger.FosteringReport, Code = "RECS-FOSTERING", Title = "Fostering inspection recommendations implemented" },
            new ReportMeasure { InspectionRef = SampleLedger.SafeguardingReport, Code = "RECS-SAFEGUARDING-LAC", Title = "Safeguarding and LAC inspection recommendations implemented" });
        db.Record(actor, "entered invented readiness of two services and which reports the plan counts", "Inspections");
        await db.SaveAndCountAnew([("RECS-FOSTERING", WorkingDayCalendar.First), ("RECS-SAFEGUARDING-LAC", WorkingDayCalendar.First)], cancel);
        return true;
    }

    /// <summary>One date is revised, and two reports ask for the same.</summary>
    private static async Task Steps(LedgerDesk desk, InspectionsDb db, CancellationToken cancel)
    {
        var revised = await Case("pru-1-2009", "1");
        desk.Revise(revised, new(2010, 12, 17), "Attendance is counted over a whole term", "Director", Lead);
        var linked = await Case("peer-2010", "2");
        await desk.Link(linked, (await Case(SampleLedger.SafeguardingReport, "4")).Row.Id, null, Lead, cancel);
        await desk.Save([revised, linked], cancel);

        async Task<LedgerCase> Case(string report, string number) =>
            (await desk.Find(await db.Ledger.Where(row => row.InspectionRef == report && row.Number == number).Select(row => row.Id).SingleAsync(cancel), cancel))!;
    }
}
