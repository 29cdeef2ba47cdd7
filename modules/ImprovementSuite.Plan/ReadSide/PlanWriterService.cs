using Grpc.Core;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Outcome = ImprovementSuite.Plan.Read.V1.Outcome;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>Readings and updates that other systems send. What it promises is written in plan.proto.</summary>
internal sealed class PlanWriterService(PlanSnapshots snapshots, PlanDb db, BusinessClock clock) : PlanWriter.PlanWriterBase
{
    public override async Task<ReadingReceipt> SubmitReading(SubmitReadingRequest sent, ServerCallContext context)
    {
        var (client, cancel) = (FeedClient.Of(context.GetHttpContext().User), context.CancellationToken);
        var plan = await Plan(cancel);
        if (!plan.Measures.TryGetValue(sent.Measure, out var rating) || !plan.LinesOf(rating.Measure.Code).Any())
            throw FeedErrors.Invalid("measure", $"No line of the plan has a measure \"{sent.Measure}\": give one of the codes that ListMeasures names.");
        var (reading, problems) = new SubmittedReading(sent, rating.Measure, clock.Today).Read(client.SourceFor(sent.SourceSystem));
        if (reading is null)
            throw FeedErrors.Invalid([.. problems.Select(problem => (problem.Field, problem.Sentence))]);

        var taken = await Kept(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var took = await db.Take(reading, cancel);
            if (took.Outcome != Data.Outcome.Accepted)
                return took;
            db.Record(ActorOf(client), "sent a reading", $"{reading.Measure}, {Platform.Ui.Say.Range(reading.From, reading.To)}", took.Before is { } before ? InWords.Reading(before) : null, InWords.Reading(reading), reading.Note);
            await db.Changed(cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return took;
        });
        return new()
        {
            State = (await Plan(cancel)).ToState(reading.Measure),
            Outcome = taken.Outcome switch { Data.Outcome.Accepted => Outcome.Kept, Data.Outcome.Duplicate => Outcome.Duplicate, _ => Outcome.Stale },
        };
    }

    public override async Task<UpdateReceipt> SubmitUpdate(SubmitUpdateRequest sent, ServerCallContext context)
    {
        var (client, cancel) = (FeedClient.Of(context.GetHttpContext().User), context.CancellationToken);
        var plan = await Plan(cancel);
        var panel = Meeting(plan, sent.Meeting);
        if (plan.Lines.FirstOrDefault(known => known.Line.Ref == sent.Line) is not { } line)
            throw FeedErrors.Invalid("line", $"The plan has no line \"{sent.Line}\": give one of the references that ListLines names.");
        if (SubmittedUpdate.Problems(sent, line) is { Count: > 0 } problems)
            throw FeedErrors.Invalid(problems);

        return await Kept(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Asked again under the write lock: a freeze may have come between.
            if (await db.Panels.AnyAsync(known => known.On == panel.On && known.FrozenOn != null, cancel))
                throw IsFrozen(panel.On);
            var update = await db.Updates.SingleOrDefaultAsync(known => known.Panel == panel.On && known.Line == line.Line.Ref, cancel);
            if (!TakeUpdate(ref update, sent, panel, ActorOf(client)))
                return Receipt(update, Outcome.Duplicate);
            await db.Changed(cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Receipt(update, Outcome.Kept);
        });
    }

    /// <returns>Whether something is to be saved; false where it says so already.</returns>
    private bool TakeUpdate(ref LineUpdate? update, SubmitUpdateRequest sent, Panel panel, Actor actor)
    {
        var words = SubmittedUpdate.Words(sent);
        if (update is not null && update.Says(words) && sent.Submit == (update.State != UpdateState.Draft))
            return false;
        if (update is { State: not UpdateState.Draft })
            throw FeedErrors.NotTaken("NOT_A_DRAFT", update.State == UpdateState.Accepted
                ? $"The update of {sent.Line} is accepted: it stands in the plan as it is."
                : $"The update of {sent.Line} is with the performance manager, who can return it to be changed.");
        if (sent.ExpectedVersion != VersionOf(update))
            throw FeedErrors.ChangedSince(
                $"The update of {sent.Line} is at version {VersionOf(update)}{(update?.AuthorName is { } author ? $", last written by {author}" : "")}, and not at {sent.ExpectedVersion}. Nothing was changed: read it, and send again with its version.");

        update ??= db.Updates.Add(new() { Panel = panel.On, Line = sent.Line }).Entity;
        var before = update.Declared == Platform.Ui.Colour.None ? null : update.Declared.ToString();
        update.Write(words, actor, clock.Now);
        if (sent.Submit)
            update.Submit(actor, clock.Now);
        db.Record(
            actor, sent.Submit ? "submitted an update" : "sent a draft of an update", $"{sent.Line}, panel of {Platform.Ui.Say.Date(panel.On)}", before, words.Declared.ToString(), words.Reason);
        return true;
    }

    private Panel Meeting(PlanSnapshot plan, string named)
    {
        if (named == "")
            return plan.OpenPanel ?? throw FeedErrors.NotTaken("NO_OPEN_MEETING", "No meeting's round of updates is open: name the meeting.");
        if (!IsoDay.TryParse(named, out var on) || plan.Content.Panels.FirstOrDefault(panel => panel.On == on) is not { } panel)
            throw FeedErrors.Invalid("meeting", $"There is no meeting on \"{named}\": give one of the days that ListMeetings names, as yyyy-mm-dd.");
        return panel.IsFrozen ? throw IsFrozen(on) : panel;
    }

    private async Task<PlanSnapshot> Plan(CancellationToken cancel) =>
        await snapshots.Current(cancel) ?? throw FeedErrors.NotTaken("NO_PLAN", "No plan is loaded yet: there is nothing to send readings or updates of.");

    private static RpcException IsFrozen(DateOnly on) => FeedErrors.NotTaken("FROZEN", $"The meeting of {Platform.Ui.Say.Date(on)} is frozen: what it was shown does not change any more.");

    private static Actor ActorOf(FeedClient client) => new($"feed:{client.Name}", client.Name);

    /// <summary>As the wire counts it: 0 where there is none yet.</summary>
    private static int VersionOf(LineUpdate? update) => update is null ? 0 : update.Version + 1;

    private static UpdateReceipt Receipt(LineUpdate? update, Outcome outcome) => new()
    {
        Outcome = outcome, Meeting = LineMessages.Day(update!.Panel), Line = update.Line, State = update.State.ToString().ToLowerInvariant(), Version = VersionOf(update),
    };

    private static async Task<T> Kept<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception failure) when (failure is DbUpdateException or SqliteException)
        {
            throw FeedErrors.NotKept(failure.InnerException ?? failure);
        }
    }
}
