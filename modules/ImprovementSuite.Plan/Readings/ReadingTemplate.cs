using System.Text;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using MiniExcelLibs;

namespace ImprovementSuite.Plan.Readings;

/// <summary>The empty file that people fill with readings.</summary>
internal static class ReadingTemplate
{
    /// <summary>The sheet that is read.</summary>
    public const string Sheet = "Readings";

    public static byte[] Csv() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', ReadingColumns.All) + "\r\n")];

    /// <summary>A sheet of headings, one of the plan's measures with how each is filled in, and one of the columns.</summary>
    public static byte[] Workbook(IEnumerable<Measure> measures)
    {
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>
        {
            [Sheet] = new[] { ReadingColumns.All.ToDictionary(column => column, _ => (object?)null) },
            ["Measures"] = measures.OrderBy(measure => measure.Code, StringComparer.Ordinal).Select(measure => new Dictionary<string, object?>
            {
                ["measure"] = measure.Code, ["title"] = measure.Title, ["days"] = DaysOf(measure), ["figure"] = FigureOf(measure),
            }).ToList(),
            ["Columns"] = Columns.Select(column => new Dictionary<string, object?> { ["column"] = column.Name, ["what it holds"] = column.Words }).ToList(),
        });
        return file.ToArray();
    }

    /// <summary>What each column holds.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Columns =
    [
        (ReadingColumns.Measure, "the measure's code"),
        (ReadingColumns.From, "the first day; may be empty where it follows from the last one"),
        (ReadingColumns.To, "the last day that is counted, or the day of a reading of one day"),
        (ReadingColumns.Numerator, "of a rate: how many counted"),
        (ReadingColumns.Denominator, "of a rate: of how many"),
        (ReadingColumns.Value, "percent where the counts are not known (64 for 64%), whole things, posts or pounds"),
        (ReadingColumns.Grade, "of a judgement, in place of a figure"),
        (ReadingColumns.Note, "may be empty"),
        (ReadingColumns.Scope, "empty for the whole authority; else locality: Central, team: Central 2 / Central, phase: Primary"),
        (ReadingColumns.Round, "of results that come in rounds; empty for the next one"),
    ];

    /// <summary>Which days a reading of this measure is of.</summary>
    public static string DaysOf(Measure measure) => measure.RatedOn switch
    {
        RatedOn.Month => "a whole month",
        RatedOn.YearToDate => "1 April to any day, or a whole month",
        RatedOn.AsAt => "one day",
        RatedOn.Round => "one day, of a round",
        _ => "a span from its first day to any day",
    };

    /// <summary>What its figure is.</summary>
    public static string FigureOf(Measure measure) => measure switch
    {
        { Kind: MeasureKind.Judgement } => $"a grade: {string.Join(", ", measure.Scale)}",
        { Unit: Unit.Percent } => "numerator and denominator, or percent",
        { Unit: Unit.Pence } => "pounds",
        { Unit: Unit.HundredthsOfPost } => "posts",
        _ => $"whole {measure.Things}",
    };
}
