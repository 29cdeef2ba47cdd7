using ImprovementSuite.FeedAgent;

namespace ImprovementSuite.Host.Demo;

/// <summary>How far the sending is: one line that is written over on a terminal, a line a file elsewhere.</summary>
internal sealed class DemoProgress
{
    private string _file = "";

    public void Show(SendProgress progress)
    {
        if (!Console.IsOutputRedirected)
            Console.Write($"\r  Streaming {progress.File,-16} {progress.Share,4:P0}  {progress.Tally.Total,7:N0} records");
        else if (progress.File != _file)
            Console.WriteLine($"  Streaming {progress.File}");
        _file = progress.File;
    }

    public void End()
    {
        if (!Console.IsOutputRedirected)
            Console.WriteLine();
    }
}
