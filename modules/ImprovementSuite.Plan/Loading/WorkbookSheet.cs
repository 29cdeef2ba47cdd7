namespace ImprovementSuite.Plan.Loading;

/// <summary>What stands in a column of the plan's workbook.</summary>
internal enum CellKind
{
    Text,

    /// <summary>A text for each line of the cell.</summary>
    Texts,
    Day,
    Number,
    YesNo,

    /// <summary>One of a list, in words: "High is good".</summary>
    Choice,
}

/// <summary>A column of the plan's workbook: a field of the plan file.</summary>
/// <param name="Says">What it means, for the sheet that explains the others.</param>
internal sealed record WorkbookColumn(string Field, CellKind Kind, string Says, IReadOnlyList<string>? Choices = null)
{
    public string Heading => WorkbookSheet.Heading(Field);
}

/// <summary>A sheet of the plan's workbook: the objects of one list of the plan file, a row each.</summary>
/// <param name="List">The list's field in the plan file; in an object of <paramref name="Owner"/> where that is given.</param>
/// <param name="Owner">The sheet whose rows these belong to, by the first column.</param>
internal sealed record WorkbookSheet(string Name, string List, string? Owner, IReadOnlyList<WorkbookColumn> Columns)
{
    private static readonly WorkbookColumn[] Figure =
    [
        new("numerator", CellKind.Number, "So many; give it with the denominator where the counts are known"),
        new("denominator", CellKind.Number, "Of so many"),
        new("value", CellKind.Number, "Or the value alone: percent (80.11), whole things, posts or pounds"),
    ];

    private static readonly WorkbookColumn Grade = new("grade", CellKind.Text, "For a judgement: one of the measure's grades");
    private static readonly WorkbookColumn Inferred = new("dateInferred", CellKind.YesNo, "Yes where the date is not printed in the plan");
    private static readonly WorkbookColumn Note = new("note", CellKind.Text, "Whatever is to be read with it");

    /// <summary>The sheets in the order of the workbook.</summary>
    public static readonly IReadOnlyList<WorkbookSheet> All =
    [
        new("Plan", "", null,
        [
            new("title", CellKind.Text, "The plan's title"), new("authority", CellKind.Text, "Whose plan it is"), new("updated", CellKind.Day, "The day on which its readings became known"),
            new("start", CellKind.Day, "First day of the plan year"), new("end", CellKind.Day, "Last day of the plan year"),
            new("panels", CellKind.Texts, "The days of the panel's meetings, one a line, such as 29 September 2010"), new("achievements", CellKind.Texts, "What was achieved, one a line"),
        ]),
        new("Lines", "lines", null,
        [
            new("ref", CellKind.Text, "As the plan numbers the line: 1.4"), new("theme", CellKind.Text, "The theme that it stands under"), new("name", CellKind.Text, "What it is called in a table"),
            new("objective", CellKind.Text, "What is to be improved"), new("action", CellKind.Text, "What is to be done"), new("baseline", CellKind.Text, "As the plan words it"),
            new("targets", CellKind.Text, "As the plan words them"), new("targetDate", CellKind.Text, "As the plan words it"), new("commentary", CellKind.Text, "What the lead says"),
            new("leads", CellKind.Texts, "One a line; the organisation after a comma where it is another's"), new("workstreams", CellKind.Texts, "One a line"),
            new("declaredColour", CellKind.Choice, "The lead's colour", ["red", "amber", "green", "complete"]), new("declaredArrow", CellKind.Choice, "The lead's direction", ["improving", "level", "worsening"]),
            new("declaredReason", CellKind.Text, "Why the colour is not the figures' colour"), new("measures", CellKind.Texts, "Codes of its measures, one a line, the most telling first"),
        ]),
        new("Milestones", "milestones", "Lines",
        [
            new("line", CellKind.Text, "Reference of the line"), new("title", CellKind.Text, "What is to be reached"), new("by", CellKind.Day, "By when"), Inferred,
            new("progress", CellKind.Text, "What was done on the way"), new("done", CellKind.YesNo, "Yes where it is done"), new("evidence", CellKind.Text, "What shows that it is done"),
        ]),
        new("Measures", "measures", null,
        [
            new("code", CellKind.Text, "A short code; a module that counts the measure names the same"), new("title", CellKind.Text, "What is measured"),
            new("kind", CellKind.Choice, "What sort of quantity it is", ["rate", "count", "cumulative", "round", "scheduled", "judgement"]),
            new("unit", CellKind.Choice, "What the numbers count", ["percent", "count", "posts", "pounds"]),
            new("polarity", CellKind.Choice, "Which way is better", ["high-is-good", "low-is-good", "mid-range-is-good"]),
            new("frequency", CellKind.Choice, "How often a fresh figure is due", ["daily", "monthly", "quarterly", "yearly"]),
            new("ratedOn", CellKind.Choice, "Which period is rated", ["year-to-date", "month", "as-at", "round", "span"]),
            new("thing", CellKind.Text, "One of what is counted: audit"), new("things", CellKind.Text, "Several of them: audits"), new("caution", CellKind.Text, "What to read the figure with"),
            new("scale", CellKind.Texts, "Grades of a judgement, worst first, one a line"),
        ]),
        new("Baselines", "baselines", "Measures",
        [
            new("measure", CellKind.Text, "Code of the measure"), new("label", CellKind.Text, "What it is: 2009/10 outturn"), .. Figure, Grade, new("on", CellKind.Day, "Its date"), Inferred,
            new("comparable", CellKind.YesNo, "No where it cannot be compared with the readings"), Note,
        ]),
        new("Stages", "stages", "Measures",
        [
            new("measure", CellKind.Text, "Code of the measure"), new("by", CellKind.Day, "By when; empty where that is to be agreed"), .. Figure, Grade,
            new("from", CellKind.Day, "First day that a sum adds up from, where it is not the plan year's"), new("standing", CellKind.YesNo, "Yes where it applies throughout"),
            new("upper", CellKind.Number, "Upper edge of a band"), new("round", CellKind.Text, "The results round that it is for"), Inferred, Note,
        ]),
        new("Comparators", "comparators", "Measures",
        [
            new("measure", CellKind.Text, "Code of the measure"), new("who", CellKind.Text, "Whose figure it is"), new("period", CellKind.Text, "Of which year"), .. Figure, Note,
        ]),
        new("Readings", "readings", "Measures",
        [
            new("measure", CellKind.Text, "Code of the measure"), new("to", CellKind.Day, "Last day that the reading is of"), new("from", CellKind.Day, "First day, where it is another"), .. Figure, Grade,
            new("round", CellKind.Text, "The results round"), Note,
        ]),
        new("Freezes", "freezes", null,
        [
            new("panel", CellKind.Day, "A meeting of which it is known what it saw"), new("measure", CellKind.Text, "Code of the measure"), .. Figure,
        ]),
    ];

    /// <summary>"dateInferred" as a heading: "Date inferred".</summary>
    public static string Heading(string field)
    {
        var words = string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
