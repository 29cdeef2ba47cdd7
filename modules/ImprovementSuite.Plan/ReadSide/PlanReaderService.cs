using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>The plan for other systems: what pages show, as figures.</summary>
internal sealed class PlanReaderService(PlanSnapshots snapshots, PlanDb db, IHostApplicationLifetime lifetime) : PlanReader.PlanReaderBase
{
    /// <summary>How often a watch looks whether something has changed: one row, read by its key.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

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

    public override async Task Watch(WatchRequest request, IServerStreamWriter<MeasureState> responses, ServerCallContext context)
    {
        var (cancel, sent, seen) = (context.CancellationToken, new Dictionary<string, MeasureState>(), (PlanSnapshot?)null);
        // A watch has no end of its own: a suite that stops does not wait for it.
        while (!cancel.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested)
        {
            if (await snapshots.Current(cancel) is { } plan && !ReferenceEquals(plan, seen))
            {
                seen = plan;
                foreach (var code in OnThePlan(plan).Where(code => request.Measures.Count == 0 || request.Measures.Contains(code)))
                {
                    var state = plan.ToState(code);
                    if (sent.TryGetValue(code, out var last) && IsSame(last, state))
                        continue;
                    sent[code] = state;
                    await responses.WriteAsync(state, cancel);
                }
            }
            try
            {
                await Task.Delay(Look, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

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
