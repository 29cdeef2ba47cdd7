namespace ImprovementSuite.Workforce.Agency;

/// <summary>A council's year, from 1 April to 31 March.</summary>
/// <param name="First">The calendar year in which it begins.</param>
internal readonly record struct FinancialYear(int First)
{
    public DateOnly From => new(First, 4, 1);

    public DateOnly To => new(First + 1, 3, 31);

    /// <summary>"2010/11".</summary>
    public string Name => $"{First}/{(First + 1) % 100:00}";

    /// <summary>The first day of each of its months.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            var from = From;
            return Enumerable.Range(0, 12).Select(month => from.AddMonths(month));
        }
    }

    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    public bool Has(DateOnly day) => From <= day && day <= To;
}
