using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Feeds;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>The plan for other systems: what pages show, as figures.</summary>
internal sealed class PlanReaderService(PlanSnapshots snapshots, PlanDb db, PlanWatch watch) : PlanReader.PlanReaderBase
{
    public override async Task<ListMeasuresResponse> ListMeasures(ListMeasuresRequest request, ServerCallContext context)
    {
        var response = new ListMeasuresResponse();
        if (await snapshots.Current(context.CancellationToken) is { } plan)
            response.Measures.AddRange(OnThePlan(plan).Select(code => plan.ToState(code)));
        return response;
    }

    public override async Task<GetReadingsResponse> GetReadings(GetReadingsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (await snapshots.Current(cancel) is not { } plan || !plan.Measures.ContainsKey(request.Measure))
            throw new RpcException(new Status(StatusCode.NotFound, $"The plan has no measure \"{request.Measure}\"."));
        var scope = OneOf("scope", request.Scope, PlanMessages.ScopeNames) ?? ScopeKind.Authority;
        var period = OneOf("period", request.Period, PlanMessages.PeriodNames);

        var readings = await db.Readings.AsNoTracking()
            .Where(r => r.Current && r.Measure == request.Measure && r.ScopeKind == scope && r.Code == request.Code && (period == null || r.PeriodKind == period))
            .OrderBy(r => r.From).ThenBy(r => r.To).ToListAsync(cancel);
        var response = new GetReadingsResponse();
        response.Readings.AddRange(readings.Select(PlanMessages.ToMessage));
        return response;
    }

    public override async Task<ListLinesResponse> ListLines(ListLinesRequest request, ServerCallContext context)
    {
        var response = new ListLinesResponse();
        if (await snapshots.Current(context.CancellationToken) is { } plan)
            response.Lines.AddRange((request.Workstream == "" ? plan.Lines : Workstream.LinesOf(plan, [request.Workstream])).Select(plan.ToMessage));
        return response;
    }

    public override async Task<PlanLine> GetLine(GetLineRequest request, ServerCallContext context) =>
        await snapshots.Current(context.CancellationToken) is { } plan && plan.Lines.FirstOrDefault(line => line.Line.Ref == request.Line) is { } line
            ? plan.ToMessage(line)
            : throw FeedErrors.NotFound($"The plan has no line \"{request.Line}\".");

    public override async Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context)
    {
        var response = new ListMeetingsResponse();
        if (await snapshots.Current(context.CancellationToken) is not { } plan)
            return response;
        var minutes = FeedClient.Of(context.GetHttpContext().User).Feed == PlanModule.MinutesFeed;
        var decisions = plan.Content.Decisions.ToLookup(decision => decision.Panel);
        response.Meetings.AddRange(plan.Content.Panels.Select(panel => MeetingMessages.ToMessage(panel, decisions[panel.On], minutes)));
        return response;
    }

    public override Task Watch(WatchRequest request, IServerStreamWriter<MeasureState> responses, ServerCallContext context) => watch.Tell(
        plan => OnThePlan(plan).Where(code => request.Measures.Count == 0 || request.Measures.Contains(code)).Select(code => (code, plan.ToState(code))),
        IsSame, responses, context.CancellationToken);

    public override Task WatchLines(WatchLinesRequest request, IServerStreamWriter<PlanLine> responses, ServerCallContext context) => watch.Tell(
        plan => plan.Lines.Where(line => request.Lines.Count == 0 || request.Lines.Contains(line.Line.Ref)).Select(line => (line.Line.Ref, plan.ToMessage(line))),
        (one, other) => one.Equals(other), responses, context.CancellationToken);

    private static IEnumerable<string> OnThePlan(PlanSnapshot plan) => plan.Lines.SelectMany(line => line.Line.Measures).Distinct();

    /// <summary>What is expected moves every day by itself; a watch is told when the reading or the colour changes.</summary>
    private static bool IsSame(MeasureState one, MeasureState other)
    {
        var alike = other.Clone();
        if (one.HasExpected)
            alike.Expected = one.Expected;
        else
            alike.ClearExpected();
        return alike.Equals(one);
    }

    private static T? OneOf<T>(string field, string name, IReadOnlyDictionary<T, string> names) where T : struct
    {
        if (name == "")
            return null;
        foreach (var (value, known) in names)
            if (known == name)
                return value;
        throw new RpcException(new Status(StatusCode.InvalidArgument, $"\"{field}\" is \"{name}\"; it must be empty or one of {string.Join(", ", names.Values)}."));
    }
}
