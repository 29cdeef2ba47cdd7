using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>Several texts in one cell, with semicolons between them.</summary>
    Texts,

    Day,
    Number,

    /// <summary>Yes, no, or empty.</summary>
    YesNo,
}

/// <param name="Field">The name that <see cref="PlanParts"/> asks for.</param>
/// <param name="Title">What stands over the column.</param>
/// <param name="Means">What it says, for the sheet that explains all columns.</param>
internal sealed record SheetColumn(string Field, string Title, ColumnKind Kind, string Means, string Example)
{
    public bool Needed { get; init; }

    /// <summary>The words that may stand in it; empty where any may.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The sheet whose first column it names a row of.</summary>
    public string? Names { get; init; }
}

/// <summary>One sheet of a plan's workbook: a kind of thing, a row for each.</summary>
internal sealed record PlanSheet(string Name, string Holds, IReadOnlyList<SheetColumn> Columns)
{
    public const string Lines = "Lines";
    public const string Measures = "Measures";
    public const string Panels = "Panels";
    public const string Conditions = "Conditions";
}

/// <summary>The sheets of a plan's workbook. The template, the export, the explanation and the reader all follow this one list.</summary>
internal static class PlanSheets
{
    private static readonly SheetColumn ForMeasure = new("measure", "Measure", ColumnKind.Text, "The code of the measure that it belongs to", "NI59") { Needed = true, Names = PlanSheet.Measures };
    private static readonly SheetColumn ForLine = new("line", "Line", ColumnKind.Text, "The reference of the line that it belongs to", "1.1") { Needed = true, Names = PlanSheet.Lines };
    private static readonly SheetColumn Note = new("note", "Note", ColumnKind.Text, "What to read it with, such as how it was arrived at, proposed, TBC", "proposed");
    private static readonly SheetColumn Inferred = new("dateInferred", "Date inferred", ColumnKind.YesNo, "Yes where the date is not printed in the plan but worked out", "yes");
    private static readonly SheetColumn Round = new("round", "Round", ColumnKind.Text, "The results round, for what exists once a round", "2010 results");
    private static readonly SheetColumn Grade = new("grade", "Grade", ColumnKind.Text, "A grade of the measure's scale, for a judgement", "good");

    private static readonly SheetColumn[] Figure =
    [
        new("value", "Value", ColumnKind.Number, "In the measure's unit, where the counts are not known: percent, things, posts or pounds", "73.4"),
        new("numerator", "Numerator", ColumnKind.Number, "Of a rate whose counts are known: how many", "1767"),
        new("denominator", "Denominator", ColumnKind.Number, "Of how many", "2270"),
    ];

    private static readonly SheetColumn PeriodOf = new("period", "Period", ColumnKind.Text, "What the days are, where that is not what the measure is rated on", "month") { Choices = Words<PeriodKind>() };

    public static readonly PlanSheet Plan = new("Plan", "The plan itself, in one row",
    [
        new("title", "Title", ColumnKind.Text, "What the plan is called", "Improvement plan") { Needed = true },
        new("authority", "Authority", ColumnKind.Text, "Whose plan it is", "Anytown Council") { Needed = true },
        new("updated", "Updated", ColumnKind.Day, "The day of its last update, on which its readings became known", "20 August 2010") { Needed = true },
        new("start", "Start", ColumnKind.Day, "First day of the plan year", "1 April 2010") { Needed = true },
        new("end", "End", ColumnKind.Day, "Last day of the plan year", "31 March 2011") { Needed = true },
    ]);

    public static readonly PlanSheet Lines = new(PlanSheet.Lines, "The lines of the plan in its order",
    [
        new("ref", "Reference", ColumnKind.Text, "As the plan numbers it; each line has its own", "1.1") { Needed = true },
        new("theme", "Theme", ColumnKind.Text, "The heading that it stands under", "1. Staying safe") { Needed = true },
        new("name", "Name", ColumnKind.Text, "What the line is called in a table", "Case file audits") { Needed = true },
        new("action", "Action", ColumnKind.Text, "What is to be done", "Audit case files every month") { Needed = true },
        new("objective", "Objective", ColumnKind.Text, "What it is for", "Managers know the quality of the work"),
        new("baseline", "Baseline", ColumnKind.Text, "Where it started, in the plan's words", "3 files a month"),
        new("targets", "Targets", ColumnKind.Text, "Where it should get to, in the plan's words", "100% of those due"),
        new("targetDate", "Target date", ColumnKind.Text, "By when, in the plan's words", "30 November 2010"),
        new("commentary", "Commentary", ColumnKind.Text, "What the lead says", "Audits began in June"),
        new("workstreams", "Workstreams", ColumnKind.Texts, "With semicolons between them", "Social Work; Workforce"),
        new("measures", "Measures", ColumnKind.Texts, "Codes of its measures, the most telling first, with semicolons between them", "AUDITS; NI59"),
        new("colour", "Declared colour", ColumnKind.Text, "What the lead says the colour is", "amber") { Choices = [.. Words<Colour>().Where(colour => colour != "none")] },
        new("arrow", "Declared direction", ColumnKind.Text, "Where the lead says performance is going", "improving") { Choices = Words<Direction>() },
        new("reason", "Reason", ColumnKind.Text, "Why the declared colour is not the computed one", "The last count was late"),
    ]);

    public static readonly PlanSheet Leads = new("Leads", "Who answers for a line, a row for each person or organisation",
    [
        ForLine,
        new("name", "Name", ColumnKind.Text, "The person or organisation", "A. Lead") { Needed = true },
        new("organisation", "Organisation", ColumnKind.Text, "Where the person is not of the council", "Health trust"),
    ]);

    public static readonly PlanSheet Milestones = new("Milestones", "Things to be done by a date",
    [
        ForLine,
        new("title", "Title", ColumnKind.Text, "What is to be done", "Policy agreed") { Needed = true },
        new("by", "By", ColumnKind.Day, "The day it is due", "31 August 2010"),
        Inferred,
        new("progress", "Progress", ColumnKind.Text, "What was recorded on the way", "Draft with partners"),
        new("done", "Done", ColumnKind.YesNo, "Yes when it is done", "yes"),
        new("evidence", "Evidence", ColumnKind.Text, "What shows that it is done", "Minutes of 17 August"),
    ]);

    public static readonly PlanSheet Measures = new(PlanSheet.Measures, "What is measured and how it is rated",
    [
        new("code", "Code", ColumnKind.Text, "Short and its own; a module's code, such as NI59, is fed by that module", "NI59") { Needed = true },
        new("title", "Title", ColumnKind.Text, "What it is called", "Initial assessments in time") { Needed = true },
        new("kind", "Kind", ColumnKind.Text, "What sort of quantity it is", "rate") { Needed = true, Choices = Words<MeasureKind>() },
        new("unit", "Unit", ColumnKind.Text, "What it is measured in; a rate in percent", "percent") { Needed = true, Choices = [.. PlanRules.Units.Select(PlanRules.InWords)] },
        new("polarity", "Polarity", ColumnKind.Text, "Which way is better", "high is good") { Needed = true, Choices = Words<Polarity>() },
        new("frequency", "Frequency", ColumnKind.Text, "How often a fresh figure is due", "monthly") { Needed = true, Choices = Words<Frequency>() },
        new("ratedOn", "Rated on", ColumnKind.Text, "Which period is rated", "year to date") { Needed = true, Choices = Words<RatedOn>() },
        new("thing", "Thing", ColumnKind.Text, "One of what is counted", "assessment on time") { Needed = true },
        new("things", "Things", ColumnKind.Text, "Several of them", "assessments on time") { Needed = true },
        new("caution", "Caution", ColumnKind.Text, "What to read it with, where it must not be read alone", "read with the audits"),
        new("scale", "Scale", ColumnKind.Texts, "The grades of a judgement, worst first, with semicolons between them", "inadequate; adequate; good"),
    ]);

    public static readonly PlanSheet Baselines = new("Baselines", "Where a measure stood before",
    [
        ForMeasure,
        new("label", "Label", ColumnKind.Text, "What it is called", "2009/10 outturn") { Needed = true },
        new("on", "On", ColumnKind.Day, "Its day", "31 March 2010"),
        Inferred, .. Figure, Grade,
        new("comparable", "Comparable", ColumnKind.YesNo, "No where the measure cannot be compared with it", "no"),
        Note,
    ]);

    public static readonly PlanSheet Stages = new("Stages", "Where a measure should be, and by when, in the order of the dates",
    [
        ForMeasure,
        new("by", "By", ColumnKind.Day, "The day by which it should be there; empty only where nothing is agreed yet", "31 October 2010"),
        .. Figure,
        new("upper", "Upper", ColumnKind.Number, "Upper edge, where a band is aimed at; the value is the lower", "79"),
        Grade,
        new("from", "From", ColumnKind.Day, "First day of what is added up, where that is not 1 April", "1 April 2009"),
        new("standing", "Standing", ColumnKind.YesNo, "Yes where it applies throughout instead of being approached", "yes"),
        Round, Inferred, Note,
    ]);

    public static readonly PlanSheet Comparators = new("Comparators", "What others reached",
    [
        ForMeasure,
        new("who", "Who", ColumnKind.Text, "Who reached it", "England") { Needed = true },
        new("period", "Period", ColumnKind.Text, "When", "2009/10") { Needed = true },
        .. Figure, Note,
    ]);

    public static readonly PlanSheet Readings = new("Readings", "What a measure was, as published, typed or imported; what a module counts is not here",
    [
        ForMeasure,
        new("to", "To", ColumnKind.Day, "Last day of what is counted", "20 August 2010") { Needed = true },
        new("from", "From", ColumnKind.Day, "First day, where there is more than one", "1 April 2010"),
        .. Figure, Grade, Round,
        new("origin", "Origin", ColumnKind.Text, "Where it came from; published where it is empty", "typed") { Choices = [.. Words<Origin>().Where(origin => origin != "recalculated")] },
        new("known", "Known", ColumnKind.Day, "The day on which it became known, where that is not the day of the plan's update", "25 August 2010"),
        PeriodOf,
        new("scope", "Scope", ColumnKind.Text, "What part it is of; the authority where it is empty", "locality") { Choices = Words<ScopeKind>() },
        new("code", "Code", ColumnKind.Text, "Which locality, team or phase", "Central"),
        new("within", "Within", ColumnKind.Text, "The locality of a team", "Central"),
        Note,
    ]);

    public static readonly PlanSheet Panels = new(PlanSheet.Panels, "Meetings of the panel",
    [
        new("on", "On", ColumnKind.Day, "The day of the meeting", "29 September 2010") { Needed = true },
        new("updatesDue", "Updates due", ColumnKind.Day, "By when leads write; worked out on the working-day calendar where it is empty", "17 September 2010"),
        new("dispatchOn", "Papers go out", ColumnKind.Day, "When papers go out; worked out where it is empty", "22 September 2010"),
        new("frozenOn", "Frozen on", ColumnKind.Day, "Of a meeting that has been: the day whose figures it saw", "22 September 2010"),
    ]);

    public static readonly PlanSheet Freezes = new("Freezes", "What a panel of the past is known to have seen",
    [
        new("panel", "Panel", ColumnKind.Day, "The day of the meeting, one of the panels", "13 July 2010") { Needed = true },
        ForMeasure, .. Figure, Grade,
        new("to", "To", ColumnKind.Day, "Last day counted; the meeting's where it is empty", "13 July 2010"),
        new("from", "From", ColumnKind.Day, "First day", "1 April 2010"),
        PeriodOf, Round,
        new("expected", "Expected", ColumnKind.Number, "What the plan expected on that day", "82.1"),
        new("colour", "Colour", ColumnKind.Text, "The colour that was shown; worked out where it is empty", "amber") { Choices = Words<Colour>() },
    ]);

    public static readonly PlanSheet Achievements = new("Achievements", "What has been achieved beside the lines",
        [new("text", "Achievement", ColumnKind.Text, "In a sentence", "All child protection plans were reviewed in time.") { Needed = true }]);

    public static readonly PlanSheet Papers = new("Papers", "Papers that are promised to a panel and have not come",
    [
        new("panel", "Panel", ColumnKind.Day, "The day of the meeting, one of the panels", "29 September 2010") { Needed = true },
        new("title", "Title", ColumnKind.Text, "What is promised", "Report on case file audits") { Needed = true },
        new("owner", "Owner", ColumnKind.Text, "Who brings it", "A. Lead") { Needed = true },
        new("line", "Line", ColumnKind.Text, "The line that it is about; the whole plan where it is empty", "1.1") { Names = PlanSheet.Lines },
        Note,
    ]);

    public static readonly PlanSheet Notice = new("Notice", "What the council is under, in one row; none where it is not",
    [
        new("kind", "Kind", ColumnKind.Text, "What it is", "improvement notice") { Needed = true, Choices = Words<NoticeKind>() },
        new("issuedBy", "Issued by", ColumnKind.Text, "Who issued it", "Secretary of State"),
        new("issuedOn", "Issued on", ColumnKind.Day, "The day it was issued", "31 March 2010"),
        new("reviewOn", "Review on", ColumnKind.Day, "The day on which it is looked at again", "31 March 2011"),
        new("endsOn", "Ends on", ColumnKind.Day, "The day it ends", "30 September 2011"),
        Note,
    ]);

    public static readonly PlanSheet Conditions = new(PlanSheet.Conditions, "What must be shown before the notice is lifted",
    [
        new("number", "Number", ColumnKind.Number, "Its place in the notice, from 1; tests name it by this", "1") { Needed = true },
        new("text", "Text", ColumnKind.Text, "The condition in its own words", "Initial assessments are in time") { Needed = true },
        new("basis", "Basis", ColumnKind.Text, "Where it is taken from", "paragraph 4"),
    ]);

    public static readonly PlanSheet Tests = new("Tests", "How a condition is shown to be met; it is met when all its tests are",
    [
        new("condition", "Condition", ColumnKind.Number, "The number of the condition", "1") { Needed = true, Names = PlanSheet.Conditions },
        new("kind", "Kind", ColumnKind.Text, "What sort of test it is", "months in a row") { Needed = true, Choices = Words<TestKind>() },
        new("measure", "Measure", ColumnKind.Text, "The measure that is tested", "NI59") { Names = PlanSheet.Measures },
        new("months", "Months", ColumnKind.Number, "How many months in a row", "3"),
        new("value", "Value", ColumnKind.Number, "What must be reached; what the plan expects where it is empty", "85"),
        Grade,
        new("on", "On", ColumnKind.Day, "The day on which it is decided; the latest reading's where it is empty", "31 March 2011"),
        new("line", "Line", ColumnKind.Text, "The line whose milestones must be done, or that evidence is about", "1.1") { Names = PlanSheet.Lines },
        new("wanted", "Wanted", ColumnKind.Text, "What the evidence must show", "An inspection found it so"),
        new("accepted", "Accepted", ColumnKind.Text, "The evidence that was accepted", "Letter of 4 August 2010"),
        new("acceptedBy", "Accepted by", ColumnKind.Text, "Who accepted it", "P. Manager"),
        new("acceptedOn", "Accepted on", ColumnKind.Day, "The day it was accepted", "5 August 2010"),
    ]);

    public static readonly IReadOnlyList<PlanSheet> All =
    [
        Plan, Lines, Leads, Milestones, Measures, Baselines, Stages, Comparators, Readings, Panels, Freezes, Papers, Notice, Conditions, Tests, Achievements,
    ];

    /// <summary>An enumeration's names as a workbook writes them: "high is good".</summary>
    private static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' '))];
}
