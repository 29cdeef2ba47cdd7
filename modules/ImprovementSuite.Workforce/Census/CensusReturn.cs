using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Workforce.Census;

/// <summary>What the authority returns of itself in the workforce census of a year.</summary>
internal sealed class CensusReturn : FedRow
{
    public int Year { get; init; }

    public DateOnly ReferenceOn { get; init; }

    /// <summary>Vacancies, in hundredths of a full-time post.</summary>
    public int VacanciesFte { get; init; }
}

/// <summary>One worker of a census return.</summary>
internal sealed class CensusWorker : FedRow
{
    public int Year { get; init; }

    /// <summary>30 September of the year, under which the worker counts.</summary>
    public DateOnly RoundOn { get; init; }

    /// <summary>A mark that stays with the person and does not say who it is.</summary>
    public required string Worker { get; init; }

    public bool Agency { get; init; }

    /// <summary>1 to 6 as in the census; 0 where it is not given.</summary>
    public int OrgRole { get; init; }

    /// <summary>In hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public DateOnly? RoleStartsOn { get; init; }

    public DateOnly? RoleEndsOn { get; init; }

    public int? Cases { get; init; }

    /// <summary>Working days lost, in hundredths.</summary>
    public int DaysLost { get; init; }

    public bool CoversVacancy { get; init; }
}
