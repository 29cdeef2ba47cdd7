using System.Globalization;
using System.Text.RegularExpressions;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>Of which year's tests a file is, as far as it says so itself; people choose the wrong one because the tables are called by the year in which school began.</summary>
internal static partial class YearOfFile
{
    /// <summary>The last year of levels.</summary>
    public const int LastOfLevels = 2015;

    /// <summary>Refuses a year in which no results of this kind came to be.</summary>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static string? WhyNot(ImportKind kind, int year, DateOnly today) => year switch
    {
        < Results.ResultSet.FirstYear => $"Give the year of the tests, {Results.ResultSet.FirstYear} or later",
        2020 or 2021 => "There were no tests in 2020 and 2021, and so there are no results of these years",
        _ when year > today.Year => $"The tests of {year} have not been yet: give the year of the tests, {today.Year} or earlier",
        <= LastOfLevels when kind == ImportKind.Results => $"Results of {LastOfLevels} and earlier are in levels: choose results in levels, and the suite\u2019s own form",
        > LastOfLevels when kind == ImportKind.LevelResults => $"Results after {LastOfLevels} are not in levels: choose results of the performance tables",
        _ => null,
    };

    /// <summary>Refuses a file that shows another year than the one that was chosen.</summary>
    /// <exception cref="ImportFileException">It does.</exception>
    public static void Check(IReadOnlyList<string> headings, string fileName, int chosen)
    {
        if (Range().Match(fileName) is { Success: true } range && Ends(range) is { } named && named != chosen)
            throw new ImportFileException(
                $"The name of the file says {range.Value}, which is the school year of the tests of {named}, and {chosen} was chosen. Choose {named}, or the file of {chosen}.");
        var earlier = headings.Select(heading => EarlierYear().Match(heading)).Where(match => match.Success).MaxBy(match => match.Groups["year"].Value, StringComparer.Ordinal);
        if (earlier is not null)
        {
            var shown = NextTests(2000 + int.Parse(earlier.Groups["year"].Value, CultureInfo.InvariantCulture));
            if (shown != chosen)
                throw new ImportFileException(
                    $"Line 1: the heading {earlier.Value} is of the tests before, so the file is of the tests of {shown}, and {chosen} was chosen. Choose {shown}, or the file of {chosen}.");
        }
        // The tables of 2022 had no year before with results to stand beside them.
        else if (chosen is not (2016 or 2017 or 2022))
            throw new ImportFileException(
                $"Line 1: no heading such as PTRWM_EXP_{(chosen - 1) % 100:00} is of an earlier year, so the file is of the tests of 2016 or 2017, and {chosen} was chosen. Choose the year of the file, or the file of {chosen}.");
    }

    private static int NextTests(int year) => year is >= 2019 and <= 2021 ? 2022 : year + 1;

    /// <summary>2016-2017 and 2016-17 are school years; 2016_936 is none.</summary>
    private static int? Ends(Match range)
    {
        var (first, last) = (int.Parse(range.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(range.Groups["last"].Value, CultureInfo.InvariantCulture));
        return last % 100 == (first + 1) % 100 && (last < 100 || last == first + 1) ? first + 1 : null;
    }

    [GeneratedRegex(@"(?<!\d)(?<first>20\d\d)[-_\u2013](?<last>20\d\d|\d\d)(?!\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(PTRWM_EXP|READPROG|TELIG)_(?<year>\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex EarlierYear();
}
