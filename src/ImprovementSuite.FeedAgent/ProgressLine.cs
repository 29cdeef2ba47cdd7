using System.Diagnostics;

namespace ImprovementSuite.FeedAgent;

/// <summary>Shows how far a sending is: a bar that fills on a terminal, a line every few seconds where the output goes to a file.</summary>
internal sealed class ProgressLine(TextWriter output, bool redirected)
{
    private const int Width = 30;
    private static readonly TimeSpan EveryOnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EveryElsewhere = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _shown = TimeSpan.MinValue;
    private SendProgress? _latest;
    private bool _open;

    public SendTally? Latest => _latest?.Tally;

    public void Show(SendProgress progress)
    {
        lock (_lock)
        {
            var another = _latest is not null && _latest.File != progress.File;
            if (another)
            {
                Draw();
                Finish();
            }
            _latest = progress;
            if (!another && _shown != TimeSpan.MinValue && _since.Elapsed - _shown < (redirected ? EveryElsewhere : EveryOnTerminal))
                return;
            Draw();
        }
    }

    public void Say(string sentence)
    {
        lock (_lock)
        {
            Finish();
            output.WriteLine(sentence);
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            if (_latest is not null)
                Draw();
            Finish();
        }
    }

    private void Draw()
    {
        var (file, share, tally) = _latest!;
        var perSecond = tally.Total / Math.Max(0.001, _since.Elapsed.TotalSeconds);
        var words = $"{share * 100,3:0}%  {file}  {tally.Total:N0} records, {perSecond:N0} a second";
        _shown = _since.Elapsed;
        if (redirected)
        {
            output.WriteLine(words.Trim());
            return;
        }
        var filled = (int)(share * Width);
        output.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {words}  ");
        _open = true;
    }

    private void Finish()
    {
        if (_open)
            output.WriteLine();
        _open = false;
    }
}
