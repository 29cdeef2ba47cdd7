using ImprovementSuite.Workforce.Agency;

namespace ImprovementSuite.Workforce.Fostering;

/// <summary>How far a household has come. A number is never reused.</summary>
internal enum FosterStage
{
    Enquired = 0,
    Visited = 1,
    Trained = 2,
    Assessed = 3,
    Approved = 4,
}

/// <summary>Households that foster and the carers in them.</summary>
internal readonly record struct FosterStock(int Households, int Carers)
{
    public static FosterStock Of(IEnumerable<FosterHousehold> households) => households.Aggregate(default(FosterStock), (sum, household) => new(sum.Households + 1, sum.Carers + household.Carers));
}

/// <summary>How one stock became another: stock then + approved - de-registered - resigned + corrections = stock now. Households and carers apart; a correction is of households alone.</summary>
internal sealed record FosterBridge(DateOnly From, DateOnly To, FosterStock Then, FosterStock Approved, FosterStock DeRegistered, FosterStock Resigned, IReadOnlyList<FosterCorrection> Corrections, FosterStock Now)
{
    public int Corrected => Corrections.Sum(correction => correction.Households);

    /// <summary>Approvals less those who left: what the work of the time brought, corrections left out.</summary>
    public int Net => Approved.Households - DeRegistered.Households - Resigned.Households;

    public bool Holds => Then.Households + Net + Corrected == Now.Households;
}

/// <summary>What happened in a year.</summary>
internal sealed record FosterYear(FinancialYear Year, DateOnly To, int Approved, int DeRegistered, int Resigned, int Corrected, int Stock)
{
    public int Net => Approved - DeRegistered - Resigned;
}

/// <summary>
/// The council's register of carers: who asked, who was approved, who fosters on a day. A household counts from the day of its approval to the day on which it
/// ends, both included. Family and friends of a child are counted apart.
/// </summary>
internal sealed class FosterRegister(IReadOnlyCollection<FosterHousehold> all, IReadOnlyCollection<FosterCorrection> corrections)
{
    private readonly IReadOnlyList<FosterHousehold> _mainstream = [.. all.Where(household => !household.Connected)];

    public static readonly IReadOnlyList<FosterStage> Stages = Enum.GetValues<FosterStage>();

    /// <summary>Whom published counts mean, on a day, corrections included.</summary>
    public FosterStock StockOn(DateOnly day)
    {
        var stock = FosterStock.Of(_mainstream.Where(household => IsApproved(household, day)));
        return stock with { Households = stock.Households + corrections.Where(correction => correction.On <= day).Sum(correction => correction.Households) };
    }

    /// <summary>Family and friends of a child, on a day.</summary>
    public FosterStock ConnectedOn(DateOnly day) => FosterStock.Of(all.Where(household => household.Connected && IsApproved(household, day)));

    /// <summary>From the end of one day to the end of another.</summary>
    public FosterBridge Bridge(DateOnly from, DateOnly to) => new(
        from, to, StockOn(from), FosterStock.Of(Approved(from.AddDays(1), to)), FosterStock.Of(Left(FosterEnd.DeRegistered, from, to)), FosterStock.Of(Left(FosterEnd.Resigned, from, to)),
        [.. corrections.Where(correction => correction.On > from && correction.On <= to).OrderBy(correction => correction.On)], StockOn(to));

    /// <summary>Gross: approved on one of the days, both included, whoever has left since.</summary>
    public IEnumerable<FosterHousehold> Approved(DateOnly from, DateOnly to) => _mainstream.Where(household => household.ApprovedOn >= from && household.ApprovedOn <= to);

    /// <summary>Households on the way to approval on a day, by the furthest stage that they have come to.</summary>
    public ILookup<FosterStage, FosterHousehold> InProcess(DateOnly day) => _mainstream.Where(household => IsInProcess(household, day)).ToLookup(household => StageOn(household, day));

    /// <summary>Each year in which the register has something, the latest first.</summary>
    public IReadOnlyList<FosterYear> Years(FinancialYear first, DateOnly today) =>
    [
        .. Enumerable.Range(first.First, Math.Max(0, FinancialYear.Of(today).First - first.First + 1)).Reverse().Select(start =>
        {
            var year = new FinancialYear(start);
            var to = year.To < today ? year.To : today;
            var bridge = Bridge(year.From.AddDays(-1), to);
            return new FosterYear(year, to, bridge.Approved.Households, bridge.DeRegistered.Households, bridge.Resigned.Households, bridge.Corrected, bridge.Now.Households);
        }),
    ];

    /// <summary>Of those approved in the year to a day, the days from enquiry to approval that lie in the middle; null where none was.</summary>
    public int? MedianDaysToApproval(DateOnly day)
    {
        var days = Approved(day.AddYears(-1).AddDays(1), day).Select(household => household.ApprovedOn!.Value.DayNumber - household.EnquiredOn.DayNumber).Order().ToList();
        return days.Count == 0 ? null : days[(days.Count - 1) / 2];
    }

    public static FosterStage StageOn(FosterHousehold household, DateOnly day) => Stages.Last(stage => DayOf(household, stage) <= day || stage == FosterStage.Enquired);

    public static DateOnly? DayOf(FosterHousehold household, FosterStage stage) => stage switch
    {
        FosterStage.Enquired => household.EnquiredOn,
        FosterStage.Visited => household.VisitedOn,
        FosterStage.Trained => household.TrainedOn,
        FosterStage.Assessed => household.AssessedOn,
        _ => household.ApprovedOn,
    };

    public static bool IsApproved(FosterHousehold household, DateOnly day) => household.ApprovedOn <= day && (household.EndedOn is not { } ended || ended >= day);

    public static bool IsInProcess(FosterHousehold household, DateOnly day) =>
        household.EnquiredOn <= day && !(household.ApprovedOn <= day) && (household.EndedOn is not { } ended || ended > day);

    public static string Words(FosterStage stage) => stage switch
    {
        FosterStage.Enquired => "Enquired",
        FosterStage.Visited => "Visited",
        FosterStage.Trained => "In training",
        FosterStage.Assessed => "Being assessed",
        _ => "Approved",
    };

    public static string Words(FosterEnd end) => end switch
    {
        FosterEnd.Withdrew => "Withdrew",
        FosterEnd.NotApproved => "Not approved",
        FosterEnd.DeRegistered => "De-registered",
        FosterEnd.Resigned => "Resigned",
        _ => "Ended",
    };

    /// <summary>Out of the stock between the ends of two days: the last day of a household still counts.</summary>
    private IEnumerable<FosterHousehold> Left(FosterEnd how, DateOnly from, DateOnly to) =>
        _mainstream.Where(household => household.ApprovedOn is not null && household.Ended == how && household.EndedOn >= from && household.EndedOn < to);
}
