namespace ImprovementSuite.Platform.Files;

/// <summary>
/// The text of an XML file, as long as it holds no run without a "&lt;" that is longer than any tag or text of a workbook needs: a reader of XML keeps a tag
/// with its attributes in memory as a whole, however long.
/// </summary>
internal sealed class BoundedText(TextReader inner) : TextReader
{
    /// <summary>A cell holds 32,767 characters, each of which may be written with six; this is far beyond.</summary>
    private const int LongestRun = 1 << 20;

    private int _run;

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        var one = inner.Read();
        if (one >= 0)
            Watch([(char)one]);
        return one;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = inner.Read(buffer);
        Watch(buffer[..read]);
        return read;
    }

    private void Watch(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOf('<')) >= 0; text = text[(at + 1)..])
        {
            if ((_run += at) > LongestRun)
                throw Endless();
            _run = 0;
        }
        if ((_run += text.Length) > LongestRun)
            throw Endless();
    }

    private static InvalidDataException Endless() => new($"A tag or a text has more than {LongestRun:N0} characters.");

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
