using Grpc.Core;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>How often in a row a lost suite is tried again, and how long is waited: twice as long each time, up to half a minute.</summary>
internal sealed record Patience(int Tries, TimeSpan First)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>About a minute and a half in all: longer than a suite takes to start.</summary>
    public static Patience Usual { get; } = new(8, TimeSpan.FromMilliseconds(500));

    public TimeSpan DelayAfter(int cuts) => First * Math.Pow(2, cuts) is var delay && delay < Longest ? delay : Longest;

    /// <summary>Makes one call, again and again while the suite is lost.</summary>
    public async Task<T> Try<T>(Func<Task<T>> call, CancellationToken stop)
    {
        for (var cuts = 0; ; cuts++)
        {
            try
            {
                return await call();
            }
            catch (RpcException cut) when (SuiteErrors.IsCut(cut) && cuts < Tries && !stop.IsCancellationRequested)
            {
                await Task.Delay(DelayAfter(cuts), stop);
            }
        }
    }
}
