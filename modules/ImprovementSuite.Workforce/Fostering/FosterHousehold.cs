using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Workforce.Fostering;

/// <summary>How a household's way ended: the first two before approval, the last two after it.</summary>
internal enum FosterEnd
{
    None = 0,
    Withdrew = 1,
    NotApproved = 2,
    DeRegistered = 3,
    Resigned = 4,
}

/// <summary>A household that fosters, or asks to.</summary>
internal sealed class FosterHousehold : FedRow
{
    public required string Household { get; init; }

    public int Carers { get; init; }

    /// <summary>The row of the locality, as a team without a code.</summary>
    public int TeamId { get; init; }

    /// <summary>Family or friends of the child.</summary>
    public bool Connected { get; init; }

    public DateOnly EnquiredOn { get; init; }

    public DateOnly? VisitedOn { get; init; }

    public DateOnly? TrainedOn { get; init; }

    public DateOnly? AssessedOn { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public FosterEnd Ended { get; init; }
}

/// <summary>
/// A difference between what the register of carers says and what the council knows or has published, which no household explains. It is one row with its
/// reason, so that nobody has to invent households to make a sum come out.
/// </summary>
internal sealed class FosterCorrection
{
    public int Id { get; private set; }

    public DateOnly On { get; set; }

    /// <summary>Households more, or under 0 fewer.</summary>
    public int Households { get; set; }

    public required string Why { get; set; }

    public int Version { get; private set; }

    public void Set(DateOnly on, int households, string why) => (On, Households, Why) = (on, households, why);

    public string InLog() => $"{On:yyyy-MM-dd}: {Households:+0;-0} households. {Why}";
}

/// <summary>Since when approvals are counted towards the recruitment of the plan.</summary>
internal sealed class FosterSettings
{
    public int Id { get; private set; }

    /// <summary>The first day of the programme of recruitment.</summary>
    public DateOnly ProgrammeFrom { get; set; }

    public int Version { get; private set; }
}
