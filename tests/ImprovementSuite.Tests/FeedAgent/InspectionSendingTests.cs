extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.FeedAgent.Sending;
using agent::ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Tests.Inspections;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>Files of inspections, sent to the real suite on loopback.</summary>
public sealed class InspectionSendingTests : IAsyncLifetime
{
    private const string Providers = "provider_id,version,provider,name,kind,service,urn,opened_on,closed_on\nV-1,1,FOS-1,Fostering service,fostering,Social care,,,\n";
    private const string Reports = "Inspection ID,Version,Inspection,Kind,Provider,Title,Framework,Began on,Ended on\nI-1,1,F1,inspection,FOS-1,\"Fostering inspection, 2010\",ofsted-2009,2010-05-11,2010-05-12\n";
    private const string Recommendations = "recommendation_id,version,deleted,inspection,number,kind,text,owner,service,due_on\n";
    private const string First = "R-1,1,,F1,1,recommendation,\"Review every carer,\neach year\",Head of fostering,Social care,2010-09-30\n";

    private readonly ExtractFile _file = new();
    private RunningSuite _suite = null!;
    private CaseSender _sender = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _sender = new CaseSender(_suite.Feeds, await _suite.Secret("inspections", "inspection-system")) { RejectedPath = Path.Combine(_file.Folder, "rejected.csv") };
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Files_of_a_folder_are_taken_in_their_order_and_a_second_sending_changes_nothing()
    {
        _file.Write("1-providers.csv", Providers);
        _file.Write("2-inspections.csv", Reports);
        _file.Write("3-judgements.csv", "judgement_id,version,inspection,area,grade\nJ-1,1,F1,overall,satisfactory\n");
        _file.Write("4-recommendations.csv", Recommendations + First + "R-2,1,,F1,2,recommendation,Hold visits,Head of fostering,Social care,2010-09-30\n");

        Assert.Equal(new SendTally { Accepted = 5 }, await _sender.Send(_file.Folder));
        Assert.Equal(new SendTally { Duplicate = 5 }, await _sender.Send(_file.Folder));
        Assert.Equal(
            ["1 Fostering inspection, 2010: Review every carer,\neach year", "2 Fostering inspection, 2010: Hold visits"],
            await InspectionsOfTest.Edit(_suite, db => db.Ledger.OrderBy(row => row.Number).Select(row => $"{row.Number} {row.Report}: {row.Text}").ToListAsync()));

        _file.Write("4-recommendations.csv", Recommendations + "R-2,2,yes,F1,2,recommendation,Hold visits,Head of fostering,Social care,2010-09-30\n");
        Assert.Equal(new SendTally { Accepted = 1, Duplicate = 3 }, await _sender.Send(_file.Folder));
        Assert.Equal(["1"], await InspectionsOfTest.Edit(_suite, db => db.Ledger.Select(row => row.Number).ToListAsync()));
    }

    [Fact]
    public async Task What_names_a_report_that_is_not_there_is_listed_and_comes_right_when_it_is_sent_again()
    {
        _file.Write("1-recommendations.csv", Recommendations + First);
        _file.Write("2-providers.csv", Providers);
        _file.Write("3-inspections.csv", Reports);

        Assert.Equal(new SendTally { Accepted = 2, Rejected = 1 }, await _sender.Send(_file.Folder));
        Assert.Contains(await File.ReadAllLinesAsync(Path.Combine(_file.Folder, "rejected.csv")), line => line.StartsWith("1-recommendations.csv,2,recommendation,R-1,inspection,CONFLICT,", StringComparison.Ordinal));
        Assert.Equal(new SendTally { Accepted = 1, Duplicate = 2 }, await _sender.Send(_file.Folder));
    }

    [Fact]
    public void Every_type_of_record_can_be_read()
    {
        foreach (var type in InspectionRecord.Descriptor.Types())
        {
            var extract = (RecordExtract<InspectionRecord>)Extract.Open(_file.Write("extract.csv", $"{type.Name}_id,version,kind,received_on,due_on\nX-1,1,,,\n"));

            Assert.Equal(("inspection-system", type.Name, "X-1"), (extract.UsualSource, Assert.Single(extract.Rows()).Record!.TypeName(), extract.Rows().Single().Record!.Key.RecordId));
        }
    }
}
