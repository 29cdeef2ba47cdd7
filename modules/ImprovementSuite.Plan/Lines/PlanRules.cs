using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>Something in a plan that cannot be right.</summary>
/// <param name="Part">The stage, baseline or comparator.</param>
/// <param name="Field">The field of the part, as a plan file names it: "by", "value", "upper".</param>
/// <param name="Why">A sentence without its end.</param>
internal sealed record BrokenRule(object Part, string Field, string Why);

/// <summary>What must hold of a plan's parts whoever gives them: a form, a file, a workbook.</summary>
internal static class PlanRules
{
    public static IEnumerable<BrokenRule> Of(Measure measure)
    {
        foreach (var (stage, number) in measure.Stages.Select((stage, i) => (stage, i)))
        {
            if (measure.Stages.Take(number).FirstOrDefault(earlier => Clash(earlier, stage)) is not null)
                yield return new(stage, "by", $"{Say.Date(stage.By!.Value)} is the date of another stage: each stage has a date of its own");
            else if (measure.Stages.Take(number).FirstOrDefault(earlier => earlier.Round == stage.Round && earlier.From == stage.From && earlier.By > stage.By) is { } earlier)
                yield return new(stage, "by", $"{Say.Date(stage.By!.Value)} lies before the stage above it, {Say.Date(earlier.By!.Value)}: stages follow each other by date");
            if (stage.Upper < stage.Target)
                yield return new(stage, "upper", $"the upper edge of the band, {Say.Number(stage.Upper.Value)}, lies under its lower edge, {Say.Number(stage.Target.Value)}");
            if (stage.Upper is not null && measure.Polarity != Polarity.MidRangeIsGood)
                yield return new(stage, "upper", "only a measure whose middle is good has an upper edge");
            if (stage.From > stage.By)
                yield return new(stage, "from", $"its first day, {Say.Date(stage.From.Value)}, lies after its date, {Say.Date(stage.By!.Value)}");
            if (TooMuch(measure, stage.Stored) is { } why)
                yield return new(stage, "value", why);
        }
        foreach (var baseline in measure.Baselines)
            if (TooMuch(measure, baseline.Stored) is { } why)
                yield return new(baseline, "value", why);
        foreach (var comparator in measure.Comparators)
            if (TooMuch(measure, comparator.Stored) is { } why)
                yield return new(comparator, "value", why);
    }

    /// <summary>Why a figure is more than there can be of this measure; null where it is not.</summary>
    public static string? TooMuch(Measure measure, StoredFigure? stored) => stored switch
    {
        _ when measure.Unit != Unit.Percent || measure.MayExceed100 => null,
        { Numerator: { } numerator, Denominator: { } denominator } when numerator > denominator => $"{Say.Of(numerator, denominator)} is more than all of them",
        { Stated: > 100 and var stated } => $"{Say.Percent(stated)} is more than all of them",
        _ => null,
    };

    private static bool Clash(Stage one, Stage other) => one.By is not null && one.By == other.By && one.Round == other.Round && one.From == other.From;
}
