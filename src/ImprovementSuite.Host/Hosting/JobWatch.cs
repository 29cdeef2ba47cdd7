using System.Diagnostics;
using Hangfire.Server;
using ImprovementSuite.Platform.Operations;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Traces each background job by its name, and counts those that failed.</summary>
internal sealed class JobWatch : IServerFilter
{
    private const string Trace = "suite-trace";

    public void OnPerforming(PerformingContext job)
    {
        if (Telemetry.Traces.StartActivity("job", ActivityKind.Internal, default(ActivityContext)) is not { } trace)
            return;
        trace.SetTag("job", Name(job));
        job.Items[Trace] = trace;
    }

    public void OnPerformed(PerformedContext job)
    {
        // A suite that stops takes its jobs back: that is no failure.
        var failed = job.Exception is { } failure && (failure.InnerException ?? failure) is not OperationCanceledException;
        if (failed)
            Telemetry.JobFailed(Name(job));
        if (job.Items.TryGetValue(Trace, out var started) && started is Activity trace)
        {
            if (failed)
                trace.SetStatus(ActivityStatusCode.Error);
            trace.Dispose();
        }
    }

    private static string Name(PerformContext job) => $"{job.BackgroundJob.Job.Type.Name}.{job.BackgroundJob.Job.Method.Name}";
}
