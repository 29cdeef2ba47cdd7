using System.Globalization;
using Google.Protobuf.Collections;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>Makes a record of the row that a CSV reader stands on. Dates and codes pass as they are: the suite says what is wrong with them.</summary>
internal sealed class CaseCsvRow(CsvDataReader csv, CaseCsvHeadings headings)
{
    private readonly RecurringTexts _texts = new();
    private readonly int _id = headings.ColumnOf(headings.RecordType + "_id");
    private readonly int _version = headings.ColumnOf("version");
    private readonly int _deleted = headings.ColumnOf("deleted");
    private readonly int _child = headings.ColumnOf("child");
    private readonly int _receivedOn = headings.ColumnOf("received_on");
    private readonly int _source = headings.ColumnOf("source");
    private readonly int _outcome = headings.ColumnOf("outcome");
    private readonly int _team = headings.ColumnOf("team");
    private readonly int _locality = headings.ColumnOf("locality");
    private readonly int _allocations = headings.ColumnOf("allocations");
    private readonly int _worker = headings.ColumnOf("worker");
    private readonly int _recordedOn = headings.ColumnOf("recorded_on");
    private readonly int _closedOn = headings.ColumnOf("closed_on");
    private readonly int _kind = headings.ColumnOf("kind");
    private readonly int _referral = headings.RecordType == "assessment" ? headings.ColumnOf("referral_id") : -1;
    private readonly int _startedOn = headings.ColumnOf("started_on");
    private readonly int _completedOn = headings.ColumnOf("completed_on");

    public ExtractRow Read(int number)
    {
        if (csv.RowFieldCount != headings.Count)
            return Problem(number, "",
                $"The row has {csv.RowFieldCount} fields where the headings are {headings.Count}. Look for a comma that should be in quotation marks.");
        if (!TryVersion(Field(_version), out var version))
            return Problem(number, "version", $"\"{Field(_version)}\" is neither a whole number nor an instant such as 2010-08-19T16:04:00Z.");
        if (!TryYesOrNo(Field(_deleted), out var deleted))
            return Problem(number, "deleted", $"\"{Field(_deleted)}\" is neither yes nor no.");

        var record = new CaseRecord { Key = new RecordKey { RecordId = Field(_id).ToString(), Version = version, Deleted = deleted } };
        RepeatedField<Allocation> allocations;
        switch (headings.RecordType)
        {
            case "contact": allocations = (record.Contact = Contact()).Allocations; break;
            case "referral": allocations = (record.Referral = Referral()).Allocations; break;
            default: allocations = (record.Assessment = Assessment()).Allocations; break;
        }
        return TryAllocate(allocations, out var malformed)
            ? ExtractRow.Of(number, record)
            : Problem(number, "allocations", $"\"{malformed}\" is not of the form team@locality@since, with a semicolon between two of them.");
    }

    private Contact Contact() => new()
    {
        Child = Text(_child), ReceivedOn = Text(_receivedOn), Source = Text(_source), Outcome = Text(_outcome), Worker = Text(_worker),
        RecordedOn = Text(_recordedOn),
    };

    private Referral Referral() => new()
    {
        Child = Text(_child), ReceivedOn = Text(_receivedOn), Source = Text(_source), Outcome = Text(_outcome), Worker = Text(_worker),
        RecordedOn = Text(_recordedOn), ClosedOn = Text(_closedOn),
    };

    private Assessment Assessment() => new()
    {
        Child = Text(_child), Kind = Text(_kind), ReferralId = Text(_referral), StartedOn = Text(_startedOn), CompletedOn = Text(_completedOn),
        Outcome = Text(_outcome), Worker = Text(_worker), RecordedOn = Text(_recordedOn),
    };

    private bool TryAllocate(RepeatedField<Allocation> allocations, out string malformed)
    {
        malformed = "";
        if (Text(_team) is { Length: > 0 } team)
            allocations.Add(new Allocation { Team = team, Locality = Text(_locality) });
        if (Field(_allocations).IsEmpty)
            return true;
        foreach (var later in Text(_allocations).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (later.Split('@', StringSplitOptions.TrimEntries) is not [var heldBy, var locality, var since])
            {
                malformed = later;
                return false;
            }
            allocations.Add(new Allocation { Team = _texts.Of(heldBy), Locality = _texts.Of(locality), Since = since });
        }
        return true;
    }

    private ReadOnlySpan<char> Field(int column) => column < 0 ? [] : csv.GetFieldSpan(column).Trim();

    private string Text(int column) => _texts.Of(Field(column));

    private ExtractRow Problem(int number, string field, string sentence) =>
        ExtractRow.Unreadable(number, new RowProblem(headings.RecordType, _id < csv.RowFieldCount ? Field(_id).ToString() : "", field, sentence));

    private static bool TryVersion(ReadOnlySpan<char> text, out long version)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version))
            return true;
        if (!text.Contains('T') || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        version = instant.ToUnixTimeMilliseconds();
        return true;
    }

    private static bool TryYesOrNo(ReadOnlySpan<char> text, out bool yes)
    {
        yes = text is "1" || text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return yes || text is "" or "0" || text.Equals("no", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
