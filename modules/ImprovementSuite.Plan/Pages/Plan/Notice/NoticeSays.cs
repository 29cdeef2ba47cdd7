using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Lack = ImprovementSuite.Plan.Notice.Missing;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>A notice, its tests and their results in the words of its pages.</summary>
internal sealed class NoticeSays(PlanSnapshot plan)
{
    public static string Kind(NoticeKind kind) => kind switch
    {
        NoticeKind.ImprovementNotice => "Improvement notice",
        NoticeKind.StatutoryDirection => "Statutory direction",
        NoticeKind.WarningNotice => "Warning notice",
        _ => "Agreed improvement, without a notice",
    };

    public static string Kind(TestKind kind) => kind switch
    {
        TestKind.MonthsInARow => "A measure met for so many months in a row",
        TestKind.Reading => "A measure at or better than a value",
        TestKind.Milestones => "All milestones of a line done",
        _ => "Evidence accepted",
    };

    /// <summary>"3 months in a row at 100% or better", "at 10% or better", "all milestones of line 1.1 done".</summary>
    public string Test(ConditionTest test) => test.Kind switch
    {
        TestKind.MonthsInARow => $"{Say.Count("month", test.Months)} {(test.Months == 1 ? "" : "in a row ")}{Wanted(test)}, each by its own figure",
        TestKind.Reading => $"{Wanted(test)}{(test.On is { } on ? $" on {Say.Date(on)}" : " at the latest reading")}",
        TestKind.Milestones => $"all milestones of line {test.Line} done",
        _ => $"evidence accepted: {Small(test.Wanted ?? "")}",
    };

    /// <summary>What is missing, in people or things where there are counts.</summary>
    public string? Missing(TestResult result) => result.Missing is null ? null : Missing(result.Test, result.Missing);

    /// <summary>"Met since 31 July 2010".</summary>
    public static string Met(bool met, DateOnly? since) => met ? since is { } day ? $"Met since {Say.Date(day)}" : "Met" : "Not met";

    /// <summary>"By 31 December 2010", "Not at the present rate", "Cannot be told: only one reading".</summary>
    public static string Outlook(Outlook outlook) => outlook.Kind switch
    {
        OutlookKind.Met => "",
        OutlookKind.By => $"By {Say.Date(outlook.By!.Value)}",
        OutlookKind.NotAtPresentRate => "Not at the present rate",
        _ => $"Cannot be told: {outlook.Why}",
    };

    /// <summary>What a month had to reach.</summary>
    public string Target(TestResult result, TestedMonth month) => month.Target is { } target && MeasureOf(result.Test) is { } measure ? InWords.Value(measure, Math.Round(target, 2)) : "none agreed";

    public Measure? MeasureOf(ConditionTest test) => test.Measure is { } code && plan.Content.Measures.TryGetValue(code, out var measure) ? measure : null;

    /// <summary>"1 of 9 conditions is met on 20 August 2010. At the present rate 2 more would be met, the last of them by ...".</summary>
    public static string Sentence(NoticeStanding standing, DateOnly day)
    {
        var all = standing.Conditions.Count;
        if (all == 0)
            return "No condition is recorded yet.";
        var open = standing.Conditions.Where(condition => !condition.Met).ToList();
        var met = $"{standing.Met} of {Say.Count("condition", all)} {(standing.Met == 1 ? "is" : "are")} met on {Say.Date(day)}.";
        if (open.Count == 0)
            return $"{met} Nothing that is recorded here stands between us and lifting the notice.";
        (int Count, string Words)[] parts =
        [
            (Of(OutlookKind.By), "would be met at the present rate"), (Of(OutlookKind.NotAtPresentRate), "would not at the present rate"), (Of(OutlookKind.CannotBeTold), "cannot be told"),
        ];
        return $"{met} Of the other {(open.Count == 1 ? "one" : open.Count)}: {Say.List([.. parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}")])}.";

        int Of(OutlookKind kind) => open.Count(condition => condition.Outlook.Kind == kind);
    }

    private string Wanted(ConditionTest test)
    {
        if (test.Grade is { } grade)
            return $"judged {grade} or better";
        if (MeasureOf(test) is not { } measure)
            return "at its target";
        return test.Value is { } value ? $"at {InWords.Value(measure, value)} or {(measure.Polarity == Polarity.LowIsGood ? "less" : "more")}" : "as the plan expects";
    }

    private string Missing(ConditionTest test, Lack missing) => missing switch
    {
        Lack.MoreMonths months => MoreMonths(test, months),
        Lack.FreshMonth fresh => $"Fresh figures: the last month read is {Say.Month(fresh.LastRead)}",
        Lack.Value value => $"{InWords.Capital(Gap(test, value.Gap))}: {InWords.Reading(value.Reading)} on {Say.Date(value.Reading.To)}",
        Lack.DayToCome day => $"It is decided on {Say.Date(day.On)}; with {InWords.Reading(day.Reading)} on {Say.Date(day.Reading.To)} it would be met",
        Lack.BetterGrade grade => $"{InWords.Capital(grade.Grade)} or better; it is {grade.Now ?? "not judged yet"}",
        Lack.FreshReading stale => $"A fresh reading: {InWords.Reading(stale.Reading)} is of {Say.Date(stale.Reading.To)} and stale",
        Lack.AnyReading { NothingDue: true } => "Nothing has been due yet, so there is nothing to judge by",
        Lack.AnyReading => "No reading yet",
        Lack.AnyTarget => "No target in the plan for this time",
        Lack.Milestones milestones => Milestones(milestones),
        Lack.Evidence => "Evidence that is accepted",
        Lack.Named named => $"The plan does not have \"{named.Name}\" any more: change this test",
        _ => "",
    };

    private string MoreMonths(ConditionTest test, Lack.MoreMonths months)
    {
        var more = months.More == 1 ? $"1 more month{(test.Months == 1 ? "" : " to make the row")}" : $"{months.More} {(months.More == test.Months ? "" : "more ")}months in a row";
        if (months.Next is not { } next)
            return more;
        var month = next.Month.From.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
        return next.Gap switch
        {
            null => more,
            { Short: true } gap => months.NextRuns ? $"{more}; {Gap(test, gap)} in {month} so far" : $"{more}; {month} {(gap.Things is null ? "was" : "needed")} {Gap(test, gap)}",
            _ => months.NextRuns ? $"{more}; {month} is at its target so far" : more,
        };
    }

    private static string Milestones(Lack.Milestones milestones)
    {
        var open = milestones.Open.Select(milestone => milestone.By is { } by ? $"{milestone.Title}, due {Say.Date(by)}" : milestone.Title).ToList();
        return open.Count == 0 ? "The line has no milestones" : $"{open.Count} of {Say.Count("milestone", milestones.All)}: {string.Join("; ", open)}";
    }

    private string Gap(ConditionTest test, Distance gap) => MeasureOf(test) is { } measure ? InWords.Gap(measure, gap, plan.Content.MoreOf(measure.Code)) : "short";

    private static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
