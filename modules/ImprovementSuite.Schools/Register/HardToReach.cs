namespace ImprovementSuite.Schools.Register;

/// <summary>A time in which a school counted as hard to reach. Ended ones stay: they are its history.</summary>
internal sealed class HardToReach
{
    public int Id { get; private set; }

    public int Urn { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null while it counts as such.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Why it is hard to reach.</summary>
    public required string Why { get; init; }

    /// <summary>Why it is no longer.</summary>
    public string? EndedWhy { get; private set; }

    public int Version { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>"From 2008-09-01 to 2009-07-20: no contact since the merger. Ended: the new head has met us." as the change log keeps it.</summary>
    public string InLog() => $"From {From:yyyy-MM-dd}{(To is { } to ? $" to {to:yyyy-MM-dd}" : "")}: {Why}.{(EndedWhy is null ? "" : $" Ended: {EndedWhy}.")}";

    public void End(DateOnly to, string why) => (To, EndedWhy) = (to, why);
}

/// <summary>A grade of a school that the Inspections module has published.</summary>
internal sealed class SchoolJudgement
{
    /// <summary>The sending module's identifier.</summary>
    public required string Id { get; init; }

    public long Revision { get; private set; }

    /// <summary>The school; null where a correction has taken the judgement from it.</summary>
    public int? Urn { get; private set; }

    public string Judged { get; private set; } = "";

    public string Framework { get; private set; } = "";

    public string Grade { get; private set; } = "";

    public DateOnly On { get; private set; }

    /// <returns>False where something newer is known.</returns>
    public bool Take(Contracts.Inspections.JudgementRecorded recorded)
    {
        if (recorded.Revision <= Revision)
            return false;
        (Revision, Urn, Judged, Framework, Grade, On) = (recorded.Revision, recorded.School, recorded.Judged, recorded.Framework, recorded.Grade, recorded.On);
        return true;
    }
}
