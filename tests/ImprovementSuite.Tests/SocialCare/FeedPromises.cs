using Grpc.Core;
using Grpc.Health.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.SocialCare;

/// <summary>What a sender may rely on, each promise over the wire.</summary>
public sealed class FeedPromises : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Metadata _key = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _key = await _suite.Key();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task A_record_sent_twice_counts_once()
    {
        var first = await Submit(1, Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"));
        var second = await Submit(2, Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"));

        Assert.Equal((2, 0), (first.Accepted, first.Duplicate));
        Assert.Equal((0, 2), (second.Accepted, second.Duplicate));
        Assert.Equal(1, await Db(db => db.Referrals.CountAsync()));
    }

    [Fact]
    public async Task A_newer_version_replaces_and_an_older_one_is_ignored_and_counted()
    {
        await Submit(1, Cases.Referral("R1", "2010-08-02", version: 2));
        var older = await Submit(2, Cases.Referral("R1", "2010-07-01", version: 1));
        var newer = await Submit(3, Cases.Referral("R1", "2010-08-03", version: 5));

        Assert.Equal((0, 1), (older.Accepted, older.Stale));
        Assert.Equal(1, newer.Accepted);
        Assert.Equal(new DateOnly(2010, 8, 3), await Db(db => db.Referrals.Select(r => r.ReceivedOn).SingleAsync()));
    }

    [Fact]
    public async Task A_deletion_withdraws_the_record_and_an_older_version_does_not_bring_it_back()
    {
        var referral = Cases.Referral("R1", "2010-08-02");
        await Submit(1, referral);
        var deletion = await Submit(2, Cases.Withdrawn(referral, version: 3));
        var late = await Submit(3, Cases.Referral("R1", "2010-08-02", version: 2));

        Assert.Equal(1, deletion.Accepted);
        Assert.Equal(1, late.Stale);
        Assert.True(await Db(db => db.Referrals.AllAsync(r => r.Deleted && !r.Counts)));
    }

    [Fact]
    public async Task A_deletion_that_comes_before_its_record_holds()
    {
        var deletion = await Submit(1, Cases.Withdrawn(Cases.Initial("A1", "R1", "2010-08-06"), version: 2));
        var late = await Submit(2, Cases.Initial("A1", "R1", "2010-08-06", version: 1));

        Assert.Equal((1, 1), (deletion.Accepted, late.Stale));
        Assert.Equal(0, await Db(db => db.Assessments.CountAsync(a => a.Counts)));
    }

    [Fact]
    public async Task A_bad_record_is_rejected_by_itself_with_a_code_a_field_and_a_sentence()
    {
        var receipt = await Submit(1,
            Cases.Referral("R1", "2010-08-02"),
            Cases.Referral("R2", "2010-02-30"),
            Cases.Initial("A1", "R1", "2010-08-06"),
            Cases.Initial("A2", "R1", "2010-08-01", startedOn: "2010-08-02"),
            Cases.Referral("R3", "2010-08-21"),
            new CaseRecord { Key = Cases.Key("R4", 1), Referral = new Referral { Child = "C1", ReceivedOn = "2010-08-02", Source = "1Z" } },
            Cases.Referral("", "2010-08-02"),
            Cases.Referral("R5", "2010-08-02", version: 0),
            new CaseRecord { Key = Cases.Key("X1", 1) },
            Cases.Referral("R6", "2010-08-02", child: new string('C', 65)));

        Assert.Equal((2, 8), (receipt.Accepted, receipt.Rejected));
        Assert.Equal(
            [
                (1, RejectionCode.BadDate, "received_on"), (3, RejectionCode.EndBeforeStart, "completed_on"), (4, RejectionCode.DateOutOfRange, "received_on"),
                (5, RejectionCode.UnknownCode, "source"), (6, RejectionCode.MissingField, "key.record_id"), (7, RejectionCode.BadVersion, "key.version"),
                (8, RejectionCode.EmptyRecord, "record"), (9, RejectionCode.TooLong, "child"),
            ],
            receipt.Rejections.Select(r => (r.Index, r.Code, r.Field)));
        Assert.Equal("completed_on (2010-08-01) lies before started_on (2010-08-02): correct one of them.", receipt.Rejections[1].Sentence);
        Assert.All(receipt.Rejections, r => Assert.EndsWith(".", r.Sentence));
    }

    [Fact]
    public async Task A_rejected_record_is_kept_until_a_corrected_version_is_accepted()
    {
        await Submit(1, Cases.Referral("R2", "2010-02-30"));
        await Submit(2, Cases.Referral("R2", "2010-02-30"));
        Assert.Equal(1, await Open());

        await Submit(3, Cases.Referral("R2", "2010-02-28"));
        Assert.Equal(0, await Open());

        Task<int> Open() => Db(db => db.Set<FeedRejection>().CountAsync(r => r.CorrectedAt == null && r.RecordId == "R2"));
    }

    [Fact]
    public async Task The_receipt_carries_the_first_fifty_rejections_and_the_rest_are_kept()
    {
        var receipt = await Submit(1, Enumerable.Range(1, 60).Select(i => Cases.Referral($"R{i}", "never")));

        Assert.Equal((60, 50), (receipt.Rejected, receipt.Rejections.Count));
        Assert.Equal(60, await Db(db => db.Set<FeedRejection>().CountAsync()));
    }

    [Fact]
    public async Task An_assessment_of_an_unknown_referral_is_kept_and_linked_when_the_referral_comes()
    {
        await Submit(1, Cases.Initial("A1", "R1", "2010-08-06"));
        Assert.Equal((null, true), await Db(db => db.Assessments.Select(a => ValueTuple.Create(a.ClockFrom, a.Counts)).SingleAsync()));

        var referral = await Submit(2, Cases.Referral("R1", "2010-08-02"));
        Assert.Equal(1, referral.Accepted);
        Assert.Equal(new DateOnly(2010, 8, 2), await Db(db => db.Assessments.Select(a => a.ClockFrom).SingleAsync()));

        await Submit(3, Cases.Withdrawn(Cases.Referral("R1", "2010-08-02"), version: 2));
        Assert.Null(await Db(db => db.Assessments.Select(a => a.ClockFrom).SingleAsync()));
    }

    [Fact]
    public async Task A_second_source_is_compared_and_does_not_count_twice()
    {
        await Submit(1, Cases.Referral("R1", "2010-08-02"));
        var census = await _suite.Key("cin-census");

        var receipt = await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("C1/2010-08-02", "2010-08-02"), Cases.Referral("C9/2010-08-03", "2010-08-03", child: "C9")), census);

        Assert.Equal((0, 2), (receipt.Accepted, receipt.Reconciled));
        Assert.Equal(1, await Db(db => db.Referrals.CountAsync(r => r.Counts)));
    }

    [Fact]
    public async Task A_stream_gives_receipts_in_order_and_a_cut_goes_on_from_the_checkpoint()
    {
        using (var call = _suite.CaseFeed.StreamBatches(_key))
        {
            for (var i = 1; i <= 12; i++)
                await call.RequestStream.WriteAsync(Cases.Batch(i, Cases.Referral($"R{i}", "2010-08-02")));
            for (var i = 1; i <= 5; i++)
            {
                Assert.True(await call.ResponseStream.MoveNext(default));
                Assert.Equal(i, call.ResponseStream.Current.Sequence);
            }
        }

        var checkpoint = await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "test" }, _key);
        Assert.InRange(checkpoint.Sequence, 5, 12);
        for (var i = checkpoint.Sequence + 1; i <= 12; i++)
            await Submit(i, Cases.Referral($"R{i}", "2010-08-02"));

        Assert.Equal(12, (await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "test" }, _key)).Sequence);
        Assert.Equal(12, await Db(db => db.Referrals.CountAsync()));
    }

    [Fact]
    public async Task A_checkpoint_stops_before_a_gap()
    {
        await Submit(1, Cases.Referral("R1", "2010-08-02"));
        await Submit(3, Cases.Referral("R3", "2010-08-02"));

        Assert.Equal(1, (await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "test" }, _key)).Sequence);
    }

    [Theory]
    [InlineData(2, StatusCode.FailedPrecondition, "Schema version 2 is not taken: this suite takes 1.")]
    [InlineData(1, StatusCode.InvalidArgument, "The batch has 501 records: send 1 to 500.")]
    public async Task A_batch_that_cannot_be_taken_as_a_whole_is_told_in_a_sentence(int schema, StatusCode code, string sentence)
    {
        var batch = Cases.Batch(1, Enumerable.Range(1, 501).Select(i => Cases.Referral($"R{i}", "2010-08-02")));
        batch.Header.SchemaVersion = schema;

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(batch, _key));

        Assert.Equal((code, sentence), (refused.StatusCode, refused.Status.Detail));
        Assert.Equal(sentence, refused.GetRpcStatus()!.Message);
        Assert.NotEmpty(refused.GetRpcStatus()!.Details);
        Assert.Equal(0, await Db(db => db.Referrals.CountAsync()));
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(20_000)]
    public async Task An_oversized_message_is_refused_and_the_next_one_taken(int characters)
    {
        var batch = Cases.Batch(1, Enumerable.Range(1, 400).Select(i => Cases.Referral($"R{i}", "2010-08-02", child: new string('C', characters))));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(batch, _key));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal(1, (await Submit(1, Cases.Referral("R1", "2010-08-02"))).Accepted);
    }

    [Fact]
    public async Task Nobody_without_a_key_for_the_feed_and_source_gets_in()
    {
        var nobody = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02"))));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02")), RunningSuite.Bearer("feed_none")));
        var otherFeed = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-08-02")), RunningSuite.Bearer(await _suite.Secret("plan", "case-system"))));
        var batch = Cases.Batch(1, Cases.Referral("R1", "2010-08-02"));
        batch.Header.SourceSystem = "hr-system";
        var otherSource = await Assert.ThrowsAsync<RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(batch, _key));

        Assert.Equal(
            [StatusCode.Unauthenticated, StatusCode.Unauthenticated, StatusCode.PermissionDenied, StatusCode.PermissionDenied],
            new[] { nobody, unknown, otherFeed, otherSource }.Select(e => e.StatusCode));
    }

    [Fact]
    public async Task The_same_batch_goes_in_as_json()
    {
        var (status, receipt) = await Post(
            """
            { "header": { "stream": "json", "sequence": 1, "schemaVersion": 1 },
              "records": [
                { "key": { "recordId": "R1", "version": 1 }, "referral": { "child": "C1", "receivedOn": "2010-08-02", "source": "1A", "allocations": [ { "team": "North 1", "locality": "North" } ] } },
                { "key": { "recordId": "R2", "version": 1 }, "referral": { "child": "C1", "receivedOn": "yesterday" } } ] }
            """);

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Equal((1, 1), (receipt.GetProperty("accepted").GetInt32(), receipt.GetProperty("rejected").GetInt32()));
        Assert.Equal("BAD_DATE", receipt.GetProperty("rejections")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{ }", System.Net.HttpStatusCode.BadRequest, "The batch has no header: give source_system, stream, sequence and schema_version.")]
    [InlineData("""{ "header": { "stream": "s", "sequence": 1, "schemaVersion": 2 } }""", System.Net.HttpStatusCode.BadRequest, "Schema version 2 is not taken: this suite takes 1.")]
    [InlineData("""{ "header": { "stream": "s", "sequence": 1, "schemaVersion": 1 } }""", System.Net.HttpStatusCode.BadRequest, "The batch has 0 records: send 1 to 500.")]
    [InlineData("""{ "header": { "sourceSystem": "hr", "stream": "s", "sequence": 1, "schemaVersion": 1 }, "records": [ { } ] }""", System.Net.HttpStatusCode.Forbidden, "This key is not for the source system \"hr\". It is for case-system.")]
    public async Task A_json_batch_that_cannot_be_taken_is_told_in_a_sentence_too(string body, System.Net.HttpStatusCode expected, string sentence)
    {
        var (status, refusal) = await Post(body);

        Assert.Equal((expected, sentence), (status, refusal.GetProperty("message").GetString()));
        Assert.NotEqual(0, refusal.GetProperty("details").GetArrayLength());
    }

    [Fact]
    public async Task What_had_no_kind_or_no_identifier_is_settled_when_it_comes_right()
    {
        await Submit(1, new CaseRecord { Key = Cases.Key("R1", 1) }, Cases.Referral("", "2010-08-02"));
        Assert.Equal(2, await Db(db => db.Set<FeedRejection>().CountAsync(r => r.CorrectedAt == null)));

        await Submit(1, Cases.Referral("R1", "2010-08-02"), Cases.Referral("R2", "2010-08-02"));

        Assert.Equal(0, await Db(db => db.Set<FeedRejection>().CountAsync(r => r.CorrectedAt == null)));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_no_part_of_the_batch()
    {
        await using var small = await RunningSuite.Start(null, "--Storage:MaxPages=170");
        var key = await small.Key();
        var kept = 0;

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 1; i <= 100; i++, kept += 500)
                await small.CaseFeed.SubmitBatchAsync(Cases.Batch(i, Enumerable.Range(1, 500).Select(n => Cases.Referral($"R{i}-{n}", "2010-08-02"))), key);
        });

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("DISK_FULL", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        using var scope = small.Services.CreateScope();
        Assert.Equal(kept, await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Referrals.CountAsync());
    }

    [Fact]
    public async Task The_health_service_answers_without_a_key()
    {
        var health = await new Health.HealthClient(_suite.Channel).CheckAsync(new HealthCheckRequest());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task A_sender_can_list_what_is_stored_of_its_own_source()
    {
        await Submit(1, Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"), Cases.Referral("R2", "2010-07-02"), Cases.Initial("A9", "R9", "2010-08-06"));
        await Submit(2, Cases.Withdrawn(Cases.Contact("K1", "2010-08-02"), 2));

        using var call = _suite.CaseFeed.ListRecords(new ListRecordsRequest { From = "2010-08-01", To = "2010-08-31" }, _key);
        var listed = new List<string>();
        await foreach (var record in call.ResponseStream.ReadAllAsync())
            listed.Add($"{record.RecordType} {record.Key.RecordId}");

        Assert.Equal(["referral R1", "assessment A1"], listed);
    }

    private async Task<Receipt> Submit(long sequence, params IEnumerable<CaseRecord> records) =>
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(sequence, records), _key);

    private async Task<(System.Net.HttpStatusCode Status, System.Text.Json.JsonElement Body)> Post(string json)
    {
        using var http = new HttpClient { BaseAddress = _suite.Pages };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/feeds/social-care/v1/batches");
        request.Headers.Add("Authorization", _key[0].Value);
        request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return (response.StatusCode, System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<T> Db<T>(Func<SocialCareDb, Task<T>> ask)
    {
        using var scope = _suite.Services.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<SocialCareDb>());
    }
}
