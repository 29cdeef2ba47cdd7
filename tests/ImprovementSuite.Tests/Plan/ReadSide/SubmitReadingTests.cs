using System.Net;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Outcome = ImprovementSuite.Plan.Read.V1.Outcome;

namespace ImprovementSuite.Tests.Plan.ReadSide;

public sealed class SubmitReadingTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    private PlanWriter.PlanWriterClient Client => new(plan.Suite.Channel);

    private async Task<Metadata> Key(params string[] sources) => RunningSuite.Bearer(await plan.Suite.Secret("plan-write", sources.Length == 0 ? ["hr-system"] : sources));

    [Fact]
    public async Task A_reading_is_kept_once_however_often_it_is_sent_and_a_higher_version_corrects_it()
    {
        var key = await Key();
        var sent = new SubmitReadingRequest { Measure = "VACANCY-SOCIAL-WORKERS", Period = "as-at", To = "2010-08-19", Numerator = 12, Denominator = 60, Version = 5, Note = "establishment list" };

        var receipt = await Client.SubmitReadingAsync(sent, key);
        Assert.Equal((Outcome.Kept, 20, "imported"), (receipt.Outcome, receipt.State.Reading.Value, receipt.State.Reading.Origin));
        Assert.Equal(Outcome.Duplicate, (await Client.SubmitReadingAsync(sent, key)).Outcome);
        sent.Numerator = 15;
        sent.Version = 4;
        Assert.Equal((Outcome.Stale, 20), (await Client.SubmitReadingAsync(sent, key) is var stale ? (stale.Outcome, stale.State.Reading.Value) : default));
        sent.Version = 6;
        Assert.Equal((Outcome.Kept, 25), (await Client.SubmitReadingAsync(sent, key) is var corrected ? (corrected.Outcome, corrected.State.Reading.Value) : default));

        await using var scope = plan.Suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        Assert.Equal("sent by hr-system: establishment list", Assert.Single(await db.Readings.Where(reading => reading.Measure == "VACANCY-SOCIAL-WORKERS").ToListAsync()).Note);
        var changes = await db.ChangeLog.Where(change => change.Action == "sent a reading" && change.Subject.StartsWith("VACANCY-SOCIAL-WORKERS")).OrderBy(change => change.Sequence).ToListAsync();
        Assert.Equal([(null, "20%"), ("20%", "25%")], changes.Select(change => (change.Before, change.After)));
    }

    [Fact]
    public async Task It_stands_beside_a_figure_that_a_module_counts_and_not_in_its_place()
    {
        var receipt = await Client.SubmitReadingAsync(
            new() { Measure = "NI59", Period = "year-to-date", From = "2010-04-01", To = "2010-08-20", Value = 99, Version = 1 }, await Key());

        Assert.Equal((Outcome.Kept, "recalculated"), (receipt.Outcome, receipt.State.Reading.Origin));
    }

    [Fact]
    public async Task A_grade_is_a_reading_of_a_judgement()
    {
        var receipt = await Client.SubmitReadingAsync(new() { Measure = "FOSTERING-JUDGEMENT", Period = "as-at", To = "2010-08-19", Grade = "good", Version = 1 }, await Key());

        Assert.Equal(("good", Colour.Green), (receipt.State.Reading.Grade, receipt.State.Computed));
    }

    [Theory]
    [InlineData("measure", "No line of the plan has a measure \"NI999\": give one of the codes that ListMeasures names.", "NI999", "as-at", "", "2010-08-19", 1, 2)]
    [InlineData("to", "to is 2010-08-21, which is after today (2010-08-20): correct it, or send the record when the day has come.", "PDR-COMPLETED", "as-at", "", "2010-08-21", 1, 2)]
    [InlineData("to", "to is \"19/8/2010\", which is no day of the calendar: write it as yyyy-mm-dd.", "PDR-COMPLETED", "as-at", "", "19/8/2010", 1, 2)]
    [InlineData("period", "period is \"day\": give month, year-to-date, as-at, span or round.", "PDR-COMPLETED", "day", "", "2010-08-19", 1, 2)]
    [InlineData("from", "from and to are 2010-07-01 and 2010-07-30, which is no month: that is 2010-07-01 to 2010-07-31.", "AUDITS-COMPLETED", "month", "2010-07-01", "2010-07-30", 1, 2)]
    [InlineData("to", "to (2010-07-01) lies before from (2010-07-31): correct one of them.", "AUDITS-COMPLETED", "month", "2010-07-31", "2010-07-01", 1, 2)]
    [InlineData("numerator", "3 of 2 is over 100%, which PDR-COMPLETED cannot be.", "PDR-COMPLETED", "as-at", "", "2010-08-19", 3, 2)]
    [InlineData("denominator", "PDR-COMPLETED is a percentage: give what the numerator is out of, or a value in percent.", "PDR-COMPLETED", "as-at", "", "2010-08-19", 1, null)]
    [InlineData("denominator", "FOSTER-CARERS is no rate: give the count as numerator, and no denominator.", "FOSTER-CARERS", "as-at", "", "2010-08-19", 140, 200)]
    [InlineData("numerator", "There is no figure: give counts, a value or a grade.", "FOSTER-CARERS", "as-at", "", "2010-08-19", null, null)]
    [InlineData("grade", "FOSTERING-JUDGEMENT is a judgement: give one of inadequate, satisfactory, good, outstanding.", "FOSTERING-JUDGEMENT", "as-at", "", "2010-08-19", 1, null)]
    [InlineData("round", "round is empty: give it.", "EOS-CYPS", "round", "2010-01-01", "2010-08-19", 1, 2)]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_kept(string field, string sentence, string measure, string period, string from, string to, int? numerator, int? denominator)
    {
        var sent = new SubmitReadingRequest { Measure = measure, Period = period, From = from, To = to, Version = 1 };
        if (numerator is { } upper)
            sent.Numerator = upper;
        if (denominator is { } lower)
            sent.Denominator = lower;

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitReadingAsync(sent, await Key()));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations);
        Assert.Equal((field, sentence), (violation.Field, violation.Description));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var sent = new SubmitReadingRequest { Measure = "PDR-COMPLETED", Period = "as-at", To = "2011-01-01", Value = 164, Note = new string('x', 501) };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitReadingAsync(sent, await Key()));

        Assert.Equal(["to", "value", "version", "note"], refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task A_ratio_of_two_flows_may_pass_a_hundred() => Assert.Equal(
        Outcome.Kept,
        (await Client.SubmitReadingAsync(new() { Measure = "NI68", Period = "month", From = "2010-07-01", To = "2010-07-31", Numerator = 110, Denominator = 100, Version = 1 }, await Key())).Outcome);

    [Fact]
    public async Task A_key_to_read_does_not_write_and_a_key_to_write_does_not_read()
    {
        var read = RunningSuite.Bearer(await plan.Suite.Secret("plan+minutes", "reporting"));

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitReadingAsync(new(), read))).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await new PlanReader.PlanReaderClient(plan.Suite.Channel).ListLinesAsync(new(), await Key()))).StatusCode);
    }

    [Fact]
    public async Task A_key_of_several_systems_says_which()
    {
        var sent = new SubmitReadingRequest { Measure = "BLOCK-A", Period = "as-at", To = "2010-08-18", Value = 60, Version = 1 };

        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitReadingAsync(sent, await Key("a", "b")))).StatusCode);
        sent.SourceSystem = "c";
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitReadingAsync(sent, await Key("a", "b")))).StatusCode);
    }

    [Fact]
    public async Task JSON_is_taken_and_refused_with_the_same_sentences()
    {
        using var http = new HttpClient { DefaultRequestVersion = new(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await plan.Suite.Secret("plan-write", "hr-system"));

        var (kept, receipt) = await Post("""{"measure":"REPORTS-QUARTERLY","period":"year-to-date","from":"2010-04-01","to":"2010-08-19","numerator":"1","version":"1"}""");
        var (refused, why) = await Post("""{"measure":"REPORTS-QUARTERLY","period":"year-to-date","from":"2010-05-01","to":"2010-08-19","numerator":"1","version":"1"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (kept, refused));
        Assert.Contains("KEPT", receipt);
        Assert.Contains("which is no year-to-date: that is 2010-04-01 to 2010-08-19.", why);

        async Task<(HttpStatusCode, string)> Post(string json)
        {
            using var response = await http.PostAsync(new Uri(plan.Suite.Feeds, "/plan/v1/readings"), new StringContent(json, Encoding.UTF8, "application/json"));
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}
