using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Readiness;

/// <summary>A provider beside what is expected of its next inspection.</summary>
/// <param name="Said">Null where its service has never said how ready it is.</param>
/// <param name="Framework">The one that the grades are of; null where nothing is said.</param>
internal sealed record ReadinessLine(ProviderLine Provider, ProviderReadiness? Said, Framework? Framework, int Evidence)
{
    public bool IsReviewed => Said?.ReviewerGrade is not null;

    /// <summary>Below 0 where the reviewer expects worse than the service, above 0 where better; null where one of them has said nothing.</summary>
    public int? Difference => Said?.ReviewerGrade is { } reviewer ? Framework?.Compare(Said.ServiceGrade, reviewer) : null;

    /// <summary>Below 0 where the service itself expects worse than its last judgement; null where that is of another version.</summary>
    public int? SinceLast => Said is not null && Provider.Last is { Overall: { } last } report && report.Framework.Code == Framework?.Code ? Framework.Compare(last, Said.ServiceGrade) : null;

    /// <summary>Whether the window has begun.</summary>
    public bool IsIn(DateOnly today) => Said is not null && Said.WindowFrom <= today && (Said.WindowTo is null || today <= Said.WindowTo);

    /// <summary>Whether its grades can be compared with what an inspection of today would give.</summary>
    public bool IsInForce(DateOnly today) => Framework?.IsInForce(Said?.WindowFrom is { } from && from > today ? from : today) == true;

    /// <summary>How the two views stand to each other, in words.</summary>
    public string DifferenceWords => (Said, Difference) switch
    {
        (null, _) => "Never assessed",
        (_, null) => "Not reviewed yet",
        (_, 0) => "Both expect the same",
        (_, < 0) => "≠ The reviewer expects worse",
        _ => "≠ The reviewer expects better",
    };
}
