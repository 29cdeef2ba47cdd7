using System.Globalization;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Lines;

/// <summary>A figure as a person types it: so many of so many, or a value in percent, whole things, posts or pounds.</summary>
/// <param name="Stored">Null where nothing was typed, or where something is wrong.</param>
/// <param name="Wrong">The field that is wrong ("Numerator", "Denominator", "Value") and why.</param>
internal sealed record TypedFigure(StoredFigure? Stored, (string Field, string Why)? Wrong = null)
{
    public static TypedFigure Read(string? numerator, string? denominator, string? value, Unit unit)
    {
        var (hasNumerator, hasDenominator, hasValue) = (!string.IsNullOrWhiteSpace(numerator), !string.IsNullOrWhiteSpace(denominator), !string.IsNullOrWhiteSpace(value));
        if (!hasNumerator && !hasDenominator && !hasValue)
            return new(Stored: null);
        if (hasValue && (hasNumerator || hasDenominator))
            return Refused("Value", "Give the counts or the value, not both: the percentage is worked out from the counts");
        return hasValue ? Value(value!, unit) : Counts(numerator, denominator, unit);
    }

    private static TypedFigure Counts(string? numerator, string? denominator, Unit unit)
    {
        if (unit != Unit.Percent)
            return Refused("Numerator", "Counts of so many of so many are for a measure in percent: give the value");
        if (Whole(numerator) is not { } n)
            return Refused("Numerator", "Give the first count as a whole number, such as 987");
        if (Whole(denominator) is not { } d)
            return Refused("Denominator", "Give the second count as a whole number, such as 1,232");
        return new(StoredFigure.Of(Figure.Rate(n, d)));
    }

    private static TypedFigure Value(string typed, Unit unit)
    {
        if (!decimal.TryParse(typed.Trim().TrimStart('£').TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) || value < 0)
            return Refused("Value", $"\"{typed.Trim()}\" is not a number: give one such as {(unit == Unit.Percent ? "80.11" : "1,232")}");
        if (unit == Unit.Percent)
            return new(StoredFigure.Of(Figure.AsStated(value)));
        var smallest = unit == Unit.Count ? value : value * 100;
        return smallest == decimal.Truncate(smallest) && smallest <= long.MaxValue
            ? new(StoredFigure.Of(Figure.Of((long)smallest, unit)))
            : Refused("Value", unit == Unit.Count ? "Give a whole number: things and people are counted whole" : "Give at most two decimals");
    }

    private static long? Whole(string? typed) =>
        long.TryParse(typed?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var whole) && whole >= 0 ? whole : null;

    private static TypedFigure Refused(string field, string why) => new(null, (field, why));
}
