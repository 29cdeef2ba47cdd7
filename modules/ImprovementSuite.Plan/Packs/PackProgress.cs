namespace ImprovementSuite.Plan.Packs;

/// <summary>How far a pack has been written, for whoever waits for it.</summary>
internal sealed class PackProgress
{
    private int _written;

    /// <summary>Rows of tables; 0 until the writing has begun.</summary>
    public int Rows { get; private set; }

    public int Written => _written;

    public void Start(int rows) => Rows = rows;

    public void Step() => Interlocked.Increment(ref _written);
}
