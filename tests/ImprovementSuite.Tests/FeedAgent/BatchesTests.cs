extern alias agent;

using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.FeedAgent.Sending;
using agent::ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Tests.FeedAgent;

public sealed class BatchesTests : IDisposable
{
    private readonly ExtractFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_batch_has_500_records_and_the_next_number()
    {
        var batches = Cut(1_201, worker: "C. Okafor");

        Assert.Equal([500, 500, 201], batches.Select(batch => batch.Count));
        Assert.Equal([1L, 2L, 3L], batches.Select(batch => batch.Message.Header.Sequence));
        var header = batches[0].Message.Header;
        Assert.Equal(("case-system", "contacts", 1), (header.SourceSystem, header.Stream, header.SchemaVersion));
        Assert.Equal([502, 503], batches[1].Rows.Take(2));
    }

    [Fact]
    public void Large_records_make_smaller_batches()
    {
        var batches = Cut(600, worker: new string('x', 5_000));

        Assert.All(batches, batch => Assert.InRange(batch.Message.CalculateSize(), 1, 1_048_576));
        Assert.Equal(600, batches.Sum(batch => batch.Count));
        Assert.Equal(4, batches.Count);
    }

    [Fact]
    public void A_record_that_no_batch_can_hold_is_told_and_the_rest_goes_on()
    {
        var path = _file.Write("contacts.csv",
            $"contact_id,version,child,received_on,worker\nC-1,1,CH-1,2010-07-01,{new string('\u00e9', 600_000)}\nC-2,1,CH-1,2010-07-01,\n");

        var batch = Assert.Single(Batches<CaseRecord, CaseBatch>.Of(((RecordExtract<CaseRecord>)Extract.Open(path)).Rows(), "case-system", "contacts"));

        Assert.Equal((2, "C-1"), (Assert.Single(batch.Unreadable).Row, batch.Unreadable[0].Problem!.RecordId));
        Assert.Equal("C-2", Assert.Single(batch.Message.Records).Key.RecordId);
    }

    private List<Batch<CaseBatch>> Cut(int rows, string worker)
    {
        var path = _file.Write("contacts.csv", "contact_id,version,child,received_on,worker\n"
            + string.Concat(Enumerable.Range(1, rows).Select(n => $"C-{n},1,CH-1,2010-07-01,{worker}\n")));
        return [.. Batches<CaseRecord, CaseBatch>.Of(((RecordExtract<CaseRecord>)Extract.Open(path)).Rows(), "case-system", "contacts")];
    }
}
