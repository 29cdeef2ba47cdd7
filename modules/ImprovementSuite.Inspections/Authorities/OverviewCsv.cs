using System.Globalization;
using System.Text;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Ui;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Inspections.Authorities;

/// <summary>A row that cannot be taken, and why.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Code">Its local authority code; empty where that is what is wrong.</param>
internal sealed record OverviewFault(int Line, string Code, string Authority, string Sentence);

/// <summary>What a file of the overview holds.</summary>
internal sealed record OverviewRead(IReadOnlyList<OverviewAuthority> Authorities, IReadOnlyList<OverviewFault> Faults);

/// <summary>The whole file cannot be read; the message says what to do.</summary>
internal sealed class OverviewFileException(string message) : Exception(message);

/// <summary>
/// Reads the overview of authorities, whose columns its first line names. Each row is checked by itself: one that is wrong is named with its line and takes no other with it.
/// </summary>
internal static class OverviewCsv
{
    public const int LargestMegabytes = 2;

    private const int MostRows = 1_000;
    private const int LongestName = 100;
    private const string Ilacs = "ilacs-";

    private static readonly string[] Columns =
    [
        "la_code", "local_authority", "stat_neighbours", "inspection_end_date", "publication_date", "overall_effectiveness_grade", "impact_of_leaders_grade", "help_and_protection_grade", "in_care_grade", "care_leavers_grade",
    ];

    private static readonly string[] Days = ["d/M/yyyy", "d/M/yy", "yyyy-MM-dd"];

    /// <summary>What stands where there is no grade.</summary>
    private static readonly string[] NoGrade = ["", "nan", "none", "inspection_pre_dates_judgement"];

    /// <exception cref="OverviewFileException">It is no such overview.</exception>
    public static OverviewRead Read(byte[] content, IEnumerable<Framework> frameworks)
    {
        var versions = frameworks.Where(framework => framework.Code.StartsWith(Ilacs, StringComparison.Ordinal)).ToList();
        var (authorities, faults, lines) = (new List<OverviewAuthority>(), new List<OverviewFault>(), new Dictionary<string, int>());
        foreach (var (line, row) in Rows(content))
        {
            var code = row("la_code");
            try
            {
                var authority = Authority(row, versions);
                if (!lines.TryAdd(authority.Code, line))
                    throw new FormatException($"la_code {code} stands in line {lines[authority.Code]} already: leave one of the two rows");
                authorities.Add(authority);
            }
            catch (FormatException wrong)
            {
                faults.Add(new(line, IsCode(code) ? code : "", Named(row("local_authority")), wrong.Message));
            }
        }
        return authorities.Count + faults.Count == 0 ? throw new OverviewFileException("The file has its headings and no authority under them. Choose the whole overview") : new(authorities, faults);
    }

    private static IEnumerable<(int Line, Func<string, string> Row)> Rows(byte[] content)
    {
        CsvDataReader csv;
        try
        {
            csv = CsvDataReader.Create(new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true)), new CsvDataReaderOptions { Delimiter = ',', MaxBufferSize = 1 << 17 });
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new OverviewFileException("The file cannot be read as CSV. Save the overview as CSV in UTF-8 and choose that");
        }
        using var open = csv;
        var places = Enumerable.Range(0, csv.FieldCount).GroupBy(place => csv.GetName(place).Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(name => name.Key, name => name.First(), StringComparer.OrdinalIgnoreCase);
        if (Columns.Where(column => !places.ContainsKey(column)).ToList() is { Count: > 0 } missing)
            throw new OverviewFileException($"The first line does not name {Say.List(missing)}. Choose the overview of authorities with the columns that this page lists");
        for (var (next, rows) = (2, 0); ; rows++)
        {
            var line = next;
            try
            {
                if (!csv.Read())
                    yield break;
            }
            catch (Exception broken) when (IsBroken(broken))
            {
                throw new OverviewFileException($"Line {Say.Number(line)} cannot be read as CSV. Look for a quotation mark in it that is not closed");
            }
            if (rows == MostRows)
                throw new OverviewFileException($"The file has more than {Say.Number(MostRows)} rows, and there are fewer authorities than that. Choose the overview");
            // A text in quotation marks may run over several lines.
            next += Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
            var cells = Enumerable.Range(0, csv.RowFieldCount).Select(cell => csv.GetString(cell).Trim()).ToList();
            if (cells.Any(cell => cell.Length > 0))
                yield return (line, column => places[column] < cells.Count ? cells[places[column]] : "");
        }
    }

    private static bool IsBroken(Exception broken) => broken is CsvRecordTooLargeException or FormatException or InvalidDataException or InvalidOperationException or DecoderFallbackException;

    private static OverviewAuthority Authority(Func<string, string> row, IReadOnlyList<Framework> versions)
    {
        var (code, name) = (row("la_code"), row("local_authority"));
        if (!IsCode(code))
            throw new FormatException($"la_code is “{Short(code)}”: give three digits, such as 372");
        if (name.Length is 0 or > LongestName)
            throw new FormatException(name.Length == 0 ? "local_authority is empty: give the authority’s name" : $"local_authority has more than {LongestName} characters: give the authority’s name");
        var neighbours = row("stat_neighbours").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (neighbours.Find(neighbour => !IsCode(neighbour) || neighbour == code) is { } wrong)
            throw new FormatException(wrong == code ? $"stat_neighbours names the authority itself, {code}: leave it out" : $"stat_neighbours has “{Short(wrong)}”: give codes of three digits with commas between them");
        var (ended, published) = (Day(row, "inspection_end_date"), Day(row, "publication_date"));
        if ((ended ?? published) is not { } on)
            throw new FormatException("inspection_end_date and publication_date are empty: give one of them, for it says which framework judged");
        if (versions.Where(version => version.IsInForce(on)).MaxBy(version => version.StartsOn) is not { } framework)
            throw new FormatException($"No version of ILACS here judges on {Say.Date(on)}: correct the date, or add the version on the page of frameworks");
        return new()
        {
            Code = code, Name = Named(name), Neighbours = neighbours, Framework = framework.Code, On = on, Overall = Overall(row, framework), Leaders = Grade(row, "impact_of_leaders_grade", framework),
            HelpAndProtection = Grade(row, "help_and_protection_grade", framework), InCare = Grade(row, "in_care_grade", framework), CareLeavers = Grade(row, "care_leavers_grade", framework),
        };
    }

    private static string? Overall(Func<string, string> row, Framework framework) => (Grade(row, "overall_effectiveness_grade", framework), framework.HasOverall) switch
    {
        (null, true) => throw new FormatException($"overall_effectiveness_grade is empty, and {framework.Title} gives one: give {Say.List(framework.Grades)}"),
        ({ } given, false) => throw new FormatException($"overall_effectiveness_grade is “{given}”, and {framework.Title} gives no overall grade: leave it empty, or correct the date"),
        var (grade, _) => grade,
    };

    private static string? Grade(Func<string, string> row, string column, Framework framework)
    {
        var text = row(column).ToLowerInvariant();
        if (NoGrade.Contains(text))
            return null;
        return framework.RankOf(text) is not null ? text
            : throw new FormatException($"{column} is “{Short(text)}”, which {framework.Title} does not have: give one of {string.Join(", ", framework.Grades)}");
    }

    private static DateOnly? Day(Func<string, string> row, string column)
    {
        var text = row(column);
        if (text.Length == 0 || text.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return null;
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new FormatException($"{column} is “{Short(text)}”, which is no day of the calendar: write it as 31/01/2025");
    }

    /// <summary>"bath and north east somerset" as the authority writes it.</summary>
    private static string Named(string name) =>
        string.Join(' ', Short(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word is "and" or "of" or "upon" or "the" or "with" ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiDigit);

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName] + "...";
}
