using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>What an agency has charged for work of some days; a credit note is under 0.</summary>
internal sealed class Invoice : FedRow
{
    public required string Number { get; init; }

    public required string Agency { get; init; }

    /// <summary>Empty where it is under none.</summary>
    public required string Contract { get; init; }

    public PostRole Role { get; init; }

    public bool SocialCare { get; init; }

    public int TeamId { get; init; }

    public DateOnly WorkedFrom { get; init; }

    public DateOnly WorkedToOn { get; init; }

    public DateOnly ReceivedOn { get; init; }

    /// <summary>The day on which the spend counts.</summary>
    public DateOnly SpentOn { get; init; }

    public long Pence { get; init; }

    /// <summary>
    /// Spend counts when its invoice comes in; but what comes after 31 March for work of the year before is charged to that year, as its accounts are
    /// closed with it.
    /// </summary>
    public static DateOnly CountsOn(DateOnly workedTo, DateOnly received)
    {
        var yearEnd = new DateOnly(workedTo.Month >= 4 ? workedTo.Year + 1 : workedTo.Year, 3, 31);
        return received <= yearEnd ? received : yearEnd;
    }
}
