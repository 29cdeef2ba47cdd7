using System.Globalization;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using Invoice = ImprovementSuite.Workforce.Feed.V1.Invoice;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Invented invoices of invented agencies of which the sums are those that the plan published: 2009/10 GBP 1,843,627 in all, 1,811,768 of it social care and
/// 1,390,402 of that under one contract; from April to 20 August 2010 435,922 for social workers and team managers and 31,537 for administrators. How a sum
/// falls on months, roles and agencies is illustrative. Invoices come some weeks after the work, and later in 2010.
/// </summary>
internal static class SampleSpend
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    private static readonly FinancialYear Closed = new(2009);

    private static readonly FinancialYear Running = new(2010);

    private static readonly string[] Teams = ["Central 1", "North 1", "South 1", "West 1"];

    private static readonly Line[] Duttons = [new("Dutton Locums", "Duttons", "social-worker", "social-care", 6), new("Dutton Locums", "Duttons", "senior-social-worker", "social-care", 3), new("Dutton Locums", "Duttons", "team-manager", "social-care", 3)];

    private static readonly Line[] OwnOrders = [new("Harbour Social Work", "", "social-worker", "social-care", 3), new("Northline Care", "", "team-manager", "social-care", 1)];

    private static readonly Line[] Administrators = [new("Office Bridge", "", "administrator", "other", 1)];

    /// <summary>All invoices, in the order in which they came.</summary>
    public static IReadOnlyList<WorkforceRecord> Records() =>
    [
        .. new[]
        {
            Split(Closed, Duttons, 1_390_402_00), Split(Closed, OwnOrders, 421_366_00), Split(Closed, Administrators, 31_859_00),
            Split(Running, [.. Duttons, .. OwnOrders], 435_922_00), Split(Running, Administrators, 31_537_00),
        }.SelectMany(invoices => invoices).OrderBy(invoice => invoice.ReceivedOn, StringComparer.Ordinal)
            .Select((invoice, i) => new WorkforceRecord { Key = new() { RecordId = $"invoice-{i + 1:0000}", Version = 1 }, Invoice = Numbered(invoice, i) }),
    ];

    /// <summary>What a person would have typed; the caller saves it.</summary>
    public static void Load(WorkforceDb db, Actor actor)
    {
        var ceiling = new SpendCeiling { Year = Running.First };
        ceiling.Set(1_403_627_00, "1,843,627 less 440,000", Running.From);
        db.Add(ceiling);
        db.Record(actor, "set a ceiling of agency spend", Running.Name, after: ceiling.InLog());
    }

    /// <summary>Two invoices a month for each line, those that have come in by today, so that they come to the sum exactly.</summary>
    private static IEnumerable<Invoice> Split(FinancialYear year, IReadOnlyList<Line> lines, long pence)
    {
        var slices = (
            from month in year.Months.Index()
            where month.Item < Today
            from line in lines.Index()
            from half in new[] { 0, 1 }
            let first = half == 0 ? month.Item : month.Item.AddDays(15)
            let last = half == 0 ? month.Item.AddDays(14) : month.Item.AddMonths(1).AddDays(-1)
            let received = last.AddDays(Lag(year, (month.Index * 5) + (line.Index * 3) + half))
            where received <= Today
            select (Line: line.Item, From: first, To: last, Received: received, Weight: (long)line.Item.Weight * (20 + ((month.Index * 7 + line.Index) % 5)), Team: Teams[(month.Index + line.Index + half) % Teams.Length])).ToList();
        var (whole, left) = (slices.Sum(slice => slice.Weight), pence);
        foreach (var (i, slice) in slices.Index())
        {
            var amount = i == slices.Count - 1 ? left : pence * slice.Weight / whole;
            left -= amount;
            yield return new()
            {
                Agency = slice.Line.Agency, Contract = slice.Line.Contract, Role = slice.Line.Role, Service = slice.Line.Service, Team = slice.Team, Locality = slice.Team.Split(' ')[0],
                WorkedFrom = Day(slice.From), WorkedTo = Day(slice.To), ReceivedOn = Day(slice.Received), Amount = Pounds.Plain(amount),
            };
        }
    }

    /// <summary>Days from the work to its invoice: two to four weeks in 2009/10, five to nine in 2010.</summary>
    private static int Lag(FinancialYear year, int i) => year == Closed ? 14 + (i * 4 % 15) : 35 + (i * 9 % 29);

    private static Invoice Numbered(Invoice invoice, int i)
    {
        invoice.Number = (20_001 + i).ToString(CultureInfo.InvariantCulture);
        return invoice;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(string Agency, string Contract, string Role, string Service, int Weight);
}
