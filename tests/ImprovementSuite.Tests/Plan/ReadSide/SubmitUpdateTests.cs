using Google.Rpc;
using Grpc.Core;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Outcome = ImprovementSuite.Plan.Read.V1.Outcome;

namespace ImprovementSuite.Tests.Plan.ReadSide;

public sealed class SubmitUpdateTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    private PlanWriter.PlanWriterClient Client => new(plan.Suite.Channel);

    private async Task<Metadata> Key() => RunningSuite.Bearer(await plan.Suite.Secret("plan-write", "project-tool"));

    [Fact]
    public async Task A_draft_becomes_a_submitted_update_that_only_a_person_accepts()
    {
        var key = await Key();
        var sent = Update("3.5");
        (sent.Why, sent.Reason, sent.Submit) = ("", "", false);

        var draft = await Client.SubmitUpdateAsync(sent, key);
        Assert.Equal((Outcome.Kept, "2010-09-29", "draft", 1), (draft.Outcome, draft.Meeting, draft.State, draft.Version));
        Assert.Equal(Outcome.Duplicate, (await Client.SubmitUpdateAsync(sent, key)).Outcome);

        (sent.Why, sent.Reason, sent.Submit, sent.ExpectedVersion) = ("They are recorded late", "A count by hand says 81%", true, draft.Version);
        var submitted = await Client.SubmitUpdateAsync(sent, key);
        Assert.Equal((Outcome.Kept, "submitted"), (submitted.Outcome, submitted.State));
        Assert.Equal(Outcome.Duplicate, (await Client.SubmitUpdateAsync(sent, key)).Outcome);

        sent.WhatNext = "Something else";
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitUpdateAsync(sent, key));
        Assert.Equal((StatusCode.FailedPrecondition, "NOT_A_DRAFT"), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        var stored = await Stored("3.5");
        Assert.Equal((UpdateState.Submitted, "They are recorded late", null), (stored!.State, stored.Why, stored.AcceptedBy));
    }

    [Fact]
    public async Task A_draft_that_somebody_has_written_in_is_not_overwritten_unseen()
    {
        await using (var scope = plan.Suite.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
            var typed = new LineUpdate { Panel = new(2010, 9, 29), Line = "5.1" };
            typed.Write(new("Typed by hand", null, null, ImprovementSuite.Platform.Ui.Colour.Amber, null, null), new Actor("lead", "The lead"), default);
            db.Updates.Add(typed);
            await db.SaveChangesAsync();
        }

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitUpdateAsync(Update("5.1"), await Key()));

        Assert.Equal(StatusCode.Aborted, refused.StatusCode);
        Assert.StartsWith("The update of 5.1 is at version 1, last written by The lead, and not at 0.", refused.Status.Detail);
        Assert.Equal("Typed by hand", (await Stored("5.1"))!.WhatChanged);
    }

    [Theory]
    [InlineData("reason", "reason is empty: give the reason for amber. The figures say red.")]
    [InlineData("why", "why is empty: a submitted update answers all three questions.")]
    [InlineData("what_next", "what_next has 20,001 characters: 20,000 are the most.")]
    [InlineData("declared", "declared is empty: give RED, AMBER, GREEN or COMPLETE.")]
    public async Task What_a_submitted_update_lacks_is_said_beside_its_field(string field, string sentence)
    {
        var sent = Update("3.5");
        switch (field)
        {
            case "reason": sent.Reason = " "; break;
            case "why": sent.Why = ""; break;
            case "what_next": sent.WhatNext = new string('x', 20_001); break;
            default: sent.Declared = Colour.Unspecified; break;
        }

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitUpdateAsync(sent, await Key()));

        var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations);
        Assert.Equal((StatusCode.InvalidArgument, field, sentence), (refused.StatusCode, violation.Field, violation.Description));
    }

    [Theory]
    [InlineData("9.9", "", StatusCode.InvalidArgument)]
    [InlineData("1.1", "2010-09-30", StatusCode.InvalidArgument)]
    [InlineData("1.1", "soon", StatusCode.InvalidArgument)]
    [InlineData("1.1", "2010-07-13", StatusCode.FailedPrecondition)]
    public async Task A_line_or_meeting_that_cannot_take_it_is_named(string line, string meeting, StatusCode status)
    {
        var sent = Update(line);
        sent.Meeting = meeting;

        Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(async () => await Client.SubmitUpdateAsync(sent, await Key()))).StatusCode);
        Assert.Null(await Stored(line));
    }

    private static SubmitUpdateRequest Update(string line) => new()
    {
        Line = line, WhatChanged = "More of them are done", Why = "Two managers more", WhatNext = "A week for it in September", Declared = Colour.Amber, DeclaredDirection = Direction.Improving,
        Reason = "A count by hand says otherwise", Submit = true,
    };

    private async Task<LineUpdate?> Stored(string line)
    {
        await using var scope = plan.Suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Updates.AsNoTracking().SingleOrDefaultAsync(update => update.Line == line);
    }
}
