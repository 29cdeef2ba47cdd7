using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Schools.Register;

/// <summary>A school as the register has it. Everything that the council itself says of a school stands elsewhere, so that no import can undo it.</summary>
internal sealed class School : FedRow
{
    /// <summary>The unique reference number.</summary>
    public int Urn { get; init; }

    public required string Name { get; init; }

    /// <summary>The authority's three digits.</summary>
    public required string Authority { get; init; }

    /// <summary>The number within the authority; it often stays when a school becomes an academy.</summary>
    public required string Establishment { get; init; }

    public required string Type { get; init; }

    public required string TypeGroup { get; init; }

    public required string Status { get; init; }

    public DateOnly? OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public required string ClosedWhy { get; init; }

    public required string Phase { get; init; }

    public int? LowestAge { get; init; }

    public int? HighestAge { get; init; }

    public int? Capacity { get; init; }

    public int? Pupils { get; init; }

    /// <summary>Hundredths of a percent of pupils who may have free school meals.</summary>
    public int? FreeMeals { get; init; }

    public required string Trust { get; init; }

    public required string Postcode { get; init; }

    /// <summary>Part of the authority, as the register has it.</summary>
    public required string District { get; init; }

    /// <summary>The last overall grade that the register has; empty for none.</summary>
    public required string Grade { get; init; }

    public DateOnly? InspectedOn { get; init; }

    /// <summary>URNs of the schools that carried on for it, with spaces between.</summary>
    public required string Successors { get; init; }

    /// <summary>Changes when the head does, and does not say who it is.</summary>
    public required string HeadMark { get; init; }

    public bool IsOpen => Status.StartsWith("Open", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<int> SuccessorUrns => [.. Successors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}

/// <summary>The order of the columns that the writer fills.</summary>
internal static class SchoolColumns
{
    public static readonly IReadOnlyList<string> All =
    [
        nameof(School.Urn), nameof(School.Name), nameof(School.Authority), nameof(School.Establishment), nameof(School.Type), nameof(School.TypeGroup), nameof(School.Status),
        nameof(School.OpenedOn), nameof(School.ClosedOn), nameof(School.ClosedWhy), nameof(School.Phase), nameof(School.LowestAge), nameof(School.HighestAge), nameof(School.Capacity),
        nameof(School.Pupils), nameof(School.FreeMeals), nameof(School.Trust), nameof(School.Postcode), nameof(School.District), nameof(School.Grade), nameof(School.InspectedOn),
        nameof(School.Successors), nameof(School.HeadMark),
    ];
}
