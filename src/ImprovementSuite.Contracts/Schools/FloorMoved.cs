using MediatR;

namespace ImprovementSuite.Contracts.Schools;

/// <summary>Which way a school went between two rounds.</summary>
public enum FloorWay
{
    /// <summary>It was below the floor and is not any more.</summary>
    Rose,

    /// <summary>It was not below the floor and is now.</summary>
    Fell,

    /// <summary>Neither: what was published of this round before has been corrected since.</summary>
    Neither,
}

/// <summary>
/// A school fell below the floor standard or rose above it, from one round of results to the next. Sent again when results are revised; the higher
/// <paramref name="Revision"/> of a school and year wins.
/// </summary>
/// <param name="Urn">The school's unique reference number.</param>
/// <param name="School">Its name.</param>
/// <param name="Year">The year of the tests of the later round.</param>
/// <param name="Way">Which way it went.</param>
/// <param name="Sentence">The later decision with its numbers: "52% is under 55%."</param>
/// <param name="Settled">False while the results of the later round are provisional.</param>
/// <param name="Path">The module's page of the school.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record FloorMoved(int Urn, string School, int Year, FloorWay Way, string Sentence, bool Settled, string Path, long Revision) : INotification;
