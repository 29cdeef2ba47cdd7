using System.Security.Claims;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Plan.Updates;

/// <summary>Whose lines are whose: a person answers for the lines of the workstreams that they lead.</summary>
internal static class OwnLines
{
    public static bool IsLedBy(this Line line, ClaimsPrincipal person) => line.Workstreams.Intersect(Workstreams.Of(person), StringComparer.OrdinalIgnoreCase).Any();
}
