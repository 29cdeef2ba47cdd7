using ImprovementSuite.FeedAgent;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Demo.SampleExtract;
using ImprovementSuite.Inspections;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools;
using ImprovementSuite.SocialCare;
using ImprovementSuite.Workforce;

namespace ImprovementSuite.Host.Demo;

/// <summary>
/// Fills the demo by the ways that a council uses: the plan by its loader, the case extract by the feed agent over gRPC, the figures by the
/// background work. Every step finds out what an earlier start has done, so that a demo that was cut off goes on.
/// </summary>
internal static class DemoRun
{
    private const string KeyName = "Demo feed agent";
    private static readonly string[] Sources = ["case-system", "cin-census", "annex-a"];
    private static readonly DemoFeed SchoolFeed = new(SchoolsModule.Name, "Demo school system", "school-system");
    private static readonly DemoFeed WorkforceFeed = new(WorkforceModule.Name, "Demo HR system", WorkforceModule.SampleSource);

    private static readonly DemoFeed InspectionFeed = new(InspectionsModule.Name, "Demo inspection system", InspectionsModule.SampleSource);

    public static async Task Fill(IServiceProvider services, (Uri Pages, Uri Feeds) addresses, CancellationToken stop)
    {
        var folder = services.GetRequiredService<DataFolder>();
        try
        {
            Console.WriteLine($"\nImprovementSuite demo in {folder.Path}");
            if (await PlanModule.Load2010Plan(services, Actor.Suite, stop))
                Console.WriteLine("  Loaded the plan of 20 August 2010: 29 lines.");
            var key = await Key(services, folder, stop);
            if (!File.Exists(folder.Of("demo-sent")))
            {
                await Send(addresses.Feeds, key, folder, stop);
                await File.WriteAllTextAsync(folder.Of("demo-sent"), "", stop);
            }
            await Recalculated(services, stop);
            if (await SocialCareModule.LoadSampleAudits(services, Actor.Suite, stop) is > 0 and var audits)
                Console.WriteLine($"  Drew {audits:N0} invented case audits from the stored records.");
            if (await SchoolsModule.LoadSample(services, Actor.Suite, stop) is > 0 and var schools)
                Console.WriteLine($"  Imported a register of {schools:N0} invented schools and their results of 2008 and 2009.");
            if (await SchoolFeed.Send(services, addresses.Feeds, [SchoolsModule.SampleBatch()], stop) is > 0 and var sent)
                Console.WriteLine($"  Sent {sent:N0} records of schools to the feed as JSON: results of 2010, forecasts, targets.");
            if (await WorkforceFeed.Send(services, addresses.Feeds, WorkforceModule.SampleBatches(), stop) is > 0 and var staff)
                Console.WriteLine($"  Sent {staff:N0} invented records of the workforce to the feed as JSON: posts, people, agency workers and invoices, candidates, carers, appraisals.");
            if (await WorkforceModule.LoadSample(services, Actor.Suite, stop))
                Console.WriteLine("  Wrote surveys, learning, ceilings and targets of the workforce.");
            if (await InspectionFeed.Send(services, addresses.Feeds, InspectionsModule.SampleBatches(), stop) is > 0 and var inspected)
                Console.WriteLine($"  Sent {inspected:N0} invented records of inspections to the feed as JSON: providers, judgements, recommendations, visits of homes.");
            if (await InspectionsModule.LoadSample(services, Actor.Suite, stop))
                Console.WriteLine("  Said which reports the plan counts, and how ready two services are.");
            await SampleRules.Set(services, stop);
            SocialCareModule.CheckRecords(services);
            Console.WriteLine("  Asked the rules of data quality and graded the measures.");
            await Recalculated(services, stop);
            SocialCareModule.TellOthers(services);
            InspectionsModule.TellOthers(services);
            Console.WriteLine(
                $"""

                  Look:   {addresses.Pages}  (choose who you are; one click signs in)
                  Feeds:  {addresses.Feeds}  (gRPC; send a file of your own with the feed agent)
                  It is {services.GetRequiredService<BusinessClock>().Today:d MMMM yyyy} here. Stop with Ctrl+C; start again to go on, or with --reset to start afresh.
                """);
        }
        catch (OperationCanceledException)
        {
            // Stopped while filling: the next start goes on.
        }
        catch (SendFailedException failure)
        {
            Console.Error.WriteLine($"  The case extract was not sent: {failure.Message}");
        }
    }

    private static async Task<string> Key(IServiceProvider services, DataFolder folder, CancellationToken stop)
    {
        var file = folder.Of("feed-agent.key");
        if (File.Exists(file))
            return await File.ReadAllTextAsync(file, stop);
        using var scope = services.CreateScope();
        var secret = await scope.ServiceProvider.GetRequiredService<AccountsDb>()
            .IssueFeedKey(KeyName, SocialCareModule.Name, Sources, Actor.Suite, services.GetRequiredService<BusinessClock>().Now, cancel: stop);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var written = new StreamWriter(file, options))
            await written.WriteAsync(secret);
        return secret;
    }

    private static async Task Send(Uri feeds, string key, DataFolder folder, CancellationToken stop)
    {
        var extract = folder.Of("sample-extract");
        Console.WriteLine($"  Writing an invented case extract to {extract}");
        Directory.CreateDirectory(extract);
        SampleCases.WriteTo(extract);
        var line = new DemoProgress();
        var tally = await new CaseSender(feeds, key) { Source = Sources[0], Progress = line.Show }.Send(extract, stop);
        line.End();
        Console.WriteLine($"  Streamed {tally.Total:N0} records over gRPC: {tally.Accepted:N0} accepted, {tally.Rejected:N0} rejected.");
    }

    /// <summary>Waits until nothing is stale and every value is in the plan, and says how it goes.</summary>
    private static async Task Recalculated(IServiceProvider services, CancellationToken stop)
    {
        Console.Write("  Recalculating");
        while (services.GetServices<ModuleDatabase>().Any(HasWork))
        {
            Console.Write('.');
            await Task.Delay(500, stop);
        }
        Console.WriteLine(" done.");
    }

    private static bool HasWork(ModuleDatabase database) => database.Read(connection =>
        connection.Scalar<long>("SELECT COUNT(*) FROM outgoing_message") > 0
        || (connection.Scalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'stale_day'") > 0 && connection.Scalar<long>("SELECT COUNT(*) FROM stale_day") > 0));
}
