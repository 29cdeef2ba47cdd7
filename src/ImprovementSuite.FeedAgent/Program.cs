using System.Globalization;

namespace ImprovementSuite.FeedAgent;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        // The same words and figures on every machine.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await SendCommand.Run(arguments, Console.Out, Console.Error, redirected: Console.IsOutputRedirected, stop.Token);
    }
}
