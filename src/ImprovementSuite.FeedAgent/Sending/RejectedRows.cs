using System.Globalization;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>Why a row was not taken, and where to find it.</summary>
internal sealed record RejectedRow(string File, int? Row, string RecordType, string RecordId, string Field, string Code, string Reason);

/// <summary>The rejected rows as a CSV file for whoever corrects them; no file is made where nothing is rejected.</summary>
internal sealed class RejectedRows(string path) : IDisposable
{
    private StreamWriter? _file;

    public string Path => path;

    public int Count { get; private set; }

    public void Add(RejectedRow row)
    {
        if (_file is null)
        {
            _file = new StreamWriter(path);
            Write("file", "row", "record_type", "record_id", "field", "code", "reason");
        }
        Write(row.File, row.Row?.ToString(CultureInfo.InvariantCulture) ?? "", row.RecordType, row.RecordId, row.Field, row.Code, row.Reason);
        Count++;
    }

    public void Dispose() => _file?.Dispose();

    private void Write(params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                _file!.Write(',');
            _file!.Write(fields[i].AsSpan().ContainsAny(",\"\r\n") ? $"\"{fields[i].Replace("\"", "\"\"")}\"" : fields[i]);
        }
        _file!.WriteLine();
    }
}
