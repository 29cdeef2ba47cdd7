using System.Text;
using System.Text.RegularExpressions;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>Reads a plan from a workbook of the sheets of <see cref="PlanSheets"/>. Sheets, headings and columns may stand in any order.</summary>
internal sealed partial class WorkbookReader
{
    private readonly FileProblems _problems = new();
    private readonly IReadOnlyList<SheetContent> _sheets;

    private WorkbookReader(IReadOnlyList<SheetContent> sheets) => _sheets = sheets;

    /// <exception cref="PlanFileException">All that is wrong, each with its sheet, row and column.</exception>
    public static PlanFile Read(Stream file) => new WorkbookReader(WorkbookFile.Read(file)).Read();

    private PlanFile Read()
    {
        if (Rows(PlanSheets.Plan) is not [var plan, ..] plans)
        {
            _problems.Add("Sheet Plan has no row: say there what the plan is called, whose it is, and for which year.");
            _problems.ThrowIfAny();
            throw new InvalidOperationException("A problem was told and let through.");
        }
        if (plans.Count > 1)
            plans[1].Refuse("", "is one too many: a workbook holds one plan");
        var places = new FilePlaces(plan, _problems);
        var updated = plan.Day("updated");

        var measures = Rows(PlanSheets.Measures).Select(row => places.At(row, PlanParts.Measure(row))).ToList();
        var measuresByCode = measures.GroupBy(measure => measure.Code).ToDictionary(same => same.Key, same => same.First());
        Each(PlanSheets.Baselines, (row, measure) => measure.Baselines.Add(places.At(row, PlanParts.Baseline(row, measure.Unit))));
        Each(PlanSheets.Stages, (row, measure) => measure.Stages.Add(places.At(row, PlanParts.Stage(row, measure.Unit))));
        Each(PlanSheets.Comparators, (row, measure) => measure.Comparators.Add(places.At(row, PlanParts.Comparator(row, measure.Unit))));
        var readings = new List<Reading>();
        Each(PlanSheets.Readings, (row, measure) => readings.Add(places.At(row, PlanParts.Reading(row, measure, updated))));

        var lines = Rows(PlanSheets.Lines).Select((row, order) => places.At(row, PlanParts.Line(row, row, order))).ToList();
        var linesByRef = lines.GroupBy(line => line.Ref).ToDictionary(same => same.Key, same => same.First());
        foreach (var (row, line) in Of(PlanSheets.Leads, "line", linesByRef, "is not a line of the plan: add it to sheet Lines, or correct the reference"))
            line.Leads.Add(places.At(row, PlanParts.Lead(row)));
        foreach (var (row, line) in Of(PlanSheets.Milestones, "line", linesByRef, "is not a line of the plan: add it to sheet Lines, or correct the reference"))
            line.Milestones.Add(places.At(row, PlanParts.Milestone(row)));

        var rounds = Rows(PlanSheets.Panels).Select(PlanParts.Panel).ToList();
        var frozen = new List<FrozenByPanel>();
        Each(PlanSheets.Freezes, (row, measure) => frozen.Add(PlanParts.Frozen(row, row.Day("panel"), measure)));
        IReadOnlyList<DateOnly> panels = [.. rounds.Select(round => round.On)];
        var papers = new PaperReader(panels, lines);
        return places.Checked(new(
            plan.Text("title"), plan.Text("authority"), updated, plan.Day("start"), plan.Day("end"), panels, measures, readings, lines, frozen,
            [.. Rows(PlanSheets.Achievements).Select(row => row.Text("text"))])
        {
            Rounds = [.. rounds.Where(round => round is not { UpdatesDue: null, DispatchOn: null, FrozenOn: null })],
            Papers = [.. Rows(PlanSheets.Papers).Select(papers.Read)],
            Notice = ReadNotice(new(measures, lines)),
        });

        void Each(PlanSheet sheet, Action<SheetRow, Measure> read)
        {
            foreach (var (row, measure) in Of(sheet, "measure", measuresByCode, "is not a measure of the plan: add it to sheet Measures, or correct the code"))
                read(row, measure);
        }
    }

    private CurrentNotice? ReadNotice(NoticeReader reader)
    {
        var conditions = new Dictionary<string, Condition>();
        foreach (var row in Rows(PlanSheets.Conditions))
            if (!conditions.TryAdd($"{row.WholeOrNull("number")}", NoticeReader.Condition(row, conditions.Count)))
                row.Refuse("number", "stands twice: give each condition a number of its own");
        foreach (var (row, condition) in Of(PlanSheets.Tests, "condition", conditions, "is not a condition of the notice: add it to sheet Conditions, or correct the number"))
            condition.Add(reader.Test(row, row.TextOrNull("accepted") is { } accepted ? new(accepted, row.Text("acceptedBy"), row.Day("acceptedOn")) : null));

        var notices = Rows(PlanSheets.Notice);
        if (notices.Count > 1)
            notices[1].Refuse("", "is one too many: a council is under one notice");
        if (notices.Count == 0 && conditions.Count > 0)
            _problems.Add("Sheet Conditions has conditions and sheet Notice has no row: say there what the council is under.");
        return notices.Count == 0 ? null : CurrentNotice.Of(NoticeReader.Words(notices[0]), conditions.Values);
    }

    /// <summary>The rows of a sheet with what each belongs to; a row that belongs to nothing is told of.</summary>
    private IEnumerable<(SheetRow Row, T Of)> Of<T>(PlanSheet sheet, string field, Dictionary<string, T> known, string otherwise) where T : class
    {
        foreach (var row in Rows(sheet))
        {
            var name = row.Name(field);
            if (known.TryGetValue(name, out var of))
                yield return (row, of);
            else if (name.Length > 0)
                row.Refuse(field, $"is \"{name}\", which {otherwise}");
        }
    }

    private List<SheetRow> Rows(PlanSheet sheet)
    {
        if (_sheets.FirstOrDefault(one => Plain(one.Name) == Plain(sheet.Name)) is not { Rows.Count: > 0 } content)
        {
            if (sheet == PlanSheets.Plan || sheet == PlanSheets.Lines)
                _problems.Add($"The workbook has no sheet {sheet.Name}. Start from the template, which has every sheet.");
            return [];
        }
        var columns = Columns(sheet, content.Rows[0]);
        return [.. content.Rows.Skip(1).Select(line => new SheetRow(sheet, line.Number, Cells(line, columns), _problems))];
    }

    private List<(int Place, string Field)> Columns(PlanSheet sheet, SheetLine headings)
    {
        var columns = new List<(int Place, string Field)>();
        foreach (var (place, heading) in headings.Cells.OrderBy(cell => cell.Key))
        {
            var continued = Continued().Match(heading.Text);
            var title = Plain(continued.Success ? continued.Groups[1].Value : heading.Text);
            if (sheet.Columns.FirstOrDefault(column => Plain(column.Title) == title || Plain(column.Field) == title) is not { } column)
                _problems.Add($"Sheet {sheet.Name}, row {headings.Number}: there is no column \"{heading.Text}\" here. Its columns are {string.Join(", ", sheet.Columns.Select(known => known.Title))}.");
            else if (!continued.Success && columns.Any(other => other.Field == column.Field))
                _problems.Add($"Sheet {sheet.Name}, row {headings.Number}: the column {column.Title} stands twice.");
            else
                columns.Add((place, column.Field));
        }
        foreach (var missing in sheet.Columns.Where(column => column.Needed && columns.All(known => known.Field != column.Field)))
            _problems.Add($"Sheet {sheet.Name}, row {headings.Number}: the column {missing.Title} is missing.");
        return columns;
    }

    /// <summary>The cells by field; a text that was too long for one cell goes on in the next column.</summary>
    private static Dictionary<string, SheetCell> Cells(SheetLine line, List<(int Place, string Field)> columns)
    {
        var cells = new Dictionary<string, SheetCell>();
        foreach (var (place, field) in columns)
            if (line.Cells.GetValueOrDefault(place) is { } cell)
                cells[field] = cells.TryGetValue(field, out var begun) ? new(begun.Text + cell.Text) : cell;
        return cells;
    }

    /// <summary>A heading without what people write differently: capitals, spaces, signs.</summary>
    private static string Plain(string text) =>
        text.Where(char.IsLetterOrDigit).Aggregate(new StringBuilder(), (plain, letter) => plain.Append(char.ToLowerInvariant(letter))).ToString();

    [GeneratedRegex(@"^(.+?)\s*\(\d+\)\s*$")]
    private static partial Regex Continued();
}
