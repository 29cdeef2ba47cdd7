using System.Globalization;
using System.Text;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>
/// A performance table of as many schools as one likes in the shape of a real one: its headings in their order, and for each school the cells of one of its
/// rows with another number, name and figures.
/// </summary>
internal sealed class NationalTable
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly string _headings;
    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _schools;
    private readonly List<string> _areas;

    /// <param name="real">The lines of a real table, without texts in quotation marks that hold a comma where they are taken apart.</param>
    public NationalTable(IReadOnlyList<string> real)
    {
        _headings = real[0].TrimStart('\uFEFF');
        _columns = _headings.Split(',').Index().ToDictionary(heading => heading.Item, heading => heading.Index);
        _schools = [.. real.Skip(1).Where(line => line.StartsWith("1,", StringComparison.Ordinal) && !line.Contains('"')).Select(line => line.Split(',')).Where(cells => cells.Length == _columns.Count)];
        _areas = [.. real.Skip(1).Where(line => line[0] is '3' or '4' or '5')];
    }

    public int Headings => _columns.Count;

    /// <summary>Writes it: schools numbered from <paramref name="firstUrn"/> on, so many of them the council's own, and the areas.</summary>
    public void Write(Stream to, int schools, int own, string authority, int firstUrn, int seed)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(_headings);
        var random = new Random(seed);
        for (var school = 0; school < schools; school++)
        {
            var cells = (string[])_schools[school % _schools.Count].Clone();
            Set(cells, "LEA", school < own ? authority : (201 + school % 150).ToString(Plain));
            Set(cells, "URN", (firstUrn + school).ToString(Plain));
            Set(cells, "SCHNAME", $"School {school + 1}");
            Set(cells, "TELIG", random.Next(8, 120).ToString(Plain));
            // As often as in the real table nothing is published of a school.
            var isSuppressed = random.Next(60) == 0;
            Set(cells, "PTRWM_EXP", isSuppressed ? "SUPP" : $"{random.Next(25, 100)}%");
            Set(cells, "PTRWM_HIGH", isSuppressed ? "SUPP" : $"{random.Next(0, 25)}%");
            foreach (var subject in new[] { "READPROG", "WRITPROG", "MATPROG" })
            {
                var score = Math.Round(random.NextDouble() * 14 - 7, 1);
                Set(cells, subject, isSuppressed ? "SUPP" : score.ToString(Plain));
                Set(cells, $"{subject}_LOWER", isSuppressed ? "SUPP" : Math.Round(score - 1.5, 1).ToString(Plain));
                Set(cells, $"{subject}_UPPER", isSuppressed ? "SUPP" : Math.Round(score + 1.5, 1).ToString(Plain));
            }
            text.WriteLine(string.Join(',', cells));
        }
        foreach (var area in _areas)
            text.WriteLine(area);
    }

    private void Set(string[] cells, string heading, string value) => cells[_columns[heading]] = value;
}
