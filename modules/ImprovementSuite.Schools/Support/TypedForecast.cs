using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Support;

/// <summary>A forecast or a target that a person types goes the way of every record. The same person's of the same day takes the place of the one before.</summary>
internal sealed class TypedForecast(SchoolRecordIntake intake, BusinessClock clock)
{
    private const string Stream = "typed";
    private const int LongestSlug = 20;

    private static readonly FeedClient Client = new("Typed", SchoolsModule.Name, ["council"]);

    /// <summary>Ends when it is on disk.</summary>
    /// <param name="percent">Hundredths of a percent.</param>
    public Task<Receipt> Take(int urn, int year, ForecastKind kind, int percent, DateOnly madeOn, string by, CancellationToken cancel)
    {
        var code = kind.ToString().ToLowerInvariant();
        var record = new SchoolRecord
        {
            Key = new RecordKey { RecordId = $"{urn}-{year}-{code}-{madeOn:yyyyMMdd}-{Slug(by)}", Version = SqliteCommands.ToMilliseconds(clock.Now) },
            Forecast = new() { Urn = $"{urn}", Year = year, Kind = code, Percent = FigureText.Write(percent), MadeOn = $"{madeOn:yyyy-MM-dd}", By = by },
        };
        var next = intake.CheckpointOf(Client, new CheckpointRequest { Stream = Stream }).Sequence + 1;
        return intake.Submit(Client, new BatchHeader { Stream = Stream, Sequence = next, SchemaVersion = SchoolRecordIntake.SchemaVersion }, [record], cancel);
    }

    /// <summary>"a-jones" of "A. Jones".</summary>
    private static string Slug(string name)
    {
        var words = string.Join('-', new string([.. name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestSlug ? words[..LongestSlug] : words;
    }
}
