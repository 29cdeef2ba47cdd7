namespace ImprovementSuite.Schools.Register;

/// <summary>What the council itself says of a school: where it counts, who advises it, since when its head is in post.</summary>
internal sealed class SchoolNote
{
    /// <summary>The unique reference number.</summary>
    public int Urn { get; init; }

    /// <summary>The council's own locality; null where the register's district stands.</summary>
    public string? Locality { get; private set; }

    /// <summary>The school improvement adviser; null where none is named.</summary>
    public string? Adviser { get; private set; }

    /// <summary>Since when the head is in post; null where it is not known.</summary>
    public DateOnly? HeadSince { get; private set; }

    /// <summary>When the next inspection is expected; null where nobody has said.</summary>
    public DateOnly? InspectionExpectedOn { get; private set; }

    public int Version { get; private set; }

    public void Say(string? locality, string? adviser, DateOnly? headSince, DateOnly? inspectionExpectedOn) =>
        (Locality, Adviser, HeadSince, InspectionExpectedOn) = (locality, adviser, headSince, inspectionExpectedOn);

    /// <summary>"Locality Central. Adviser J Smith." as the change log keeps it.</summary>
    public string InLog() => string.Join(' ', new[]
    {
        Locality is null ? null : $"Locality {Locality}.", Adviser is null ? null : $"Adviser {Adviser}.", HeadSince is { } since ? $"Head since {since:yyyy-MM-dd}." : null,
        InspectionExpectedOn is { } expected ? $"Inspection expected {expected:yyyy-MM-dd}." : null,
    }.OfType<string>());
}

/// <summary>
/// A URN of results that the register does not have, and the school that it was found to belong to: mistyped, or the school's number before it became an
/// academy.
/// </summary>
internal sealed class MatchedUrn
{
    /// <summary>The number that stands in the results.</summary>
    public int Urn { get; init; }

    /// <summary>The school of the register.</summary>
    public int School { get; set; }
}
