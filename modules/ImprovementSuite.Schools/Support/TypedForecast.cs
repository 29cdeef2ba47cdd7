using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Support;

/// <summary>
/// A forecast or a target that a person types goes the way of everything that is typed, with its history and its undoing. The same person's of the same
/// day takes the place of the one before.
/// </summary>
internal sealed class TypedForecast(TypedRecords typed)
{
    private const int LongestSlug = 20;

    /// <summary>Ends when it is on disk.</summary>
    /// <param name="percent">Hundredths of a percent.</param>
    public Task<int> Take(OwnSchool school, int year, ForecastKind kind, int percent, DateOnly madeOn, string by, Actor actor, CancellationToken cancel)
    {
        var code = kind.ToString().ToLowerInvariant();
        return typed.Take(
            $"{kind} of {school.Name} for {year}",
            new() { Forecast = new() { Urn = $"{school.Urn}", Year = year, Kind = code, Percent = FigureText.Write(percent), MadeOn = $"{madeOn:yyyy-MM-dd}", By = by } },
            $"{school.Urn}-{year}-{code}-{madeOn:yyyyMMdd}-{Slug(by)}", school.Urn, actor, cancel);
    }

    /// <summary>"a-jones" of "A. Jones". Of a longer name the beginning, and a mark of the whole.</summary>
    private static string Slug(string name)
    {
        var words = string.Join('-', new string([.. name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestSlug ? $"{words[..LongestSlug]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8]}" : words;
    }
}
