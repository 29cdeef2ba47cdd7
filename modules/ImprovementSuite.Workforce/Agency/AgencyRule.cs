using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>What a rule for agency workers says. A number is never reused.</summary>
internal enum AgencyRuleKind
{
    /// <summary>The most that the council pays for an hour of a role.</summary>
    PriceCap = 1,

    /// <summary>The most months that one agency worker stays without a break.</summary>
    LongestTenure = 2,

    /// <summary>A return of agency workers is made each quarter.</summary>
    QuarterlyReturn = 3,
}

/// <summary>A rule that the council holds agencies to, from a day on. Another of the same kind and role that begins later takes its place.</summary>
internal sealed class AgencyRule
{
    public int Id { get; private set; }

    public AgencyRuleKind Kind { get; private set; }

    /// <summary>Of a price cap.</summary>
    public PostRole? Role { get; private set; }

    /// <summary>Of a price cap: pence for an hour, without VAT.</summary>
    public int? Pence { get; private set; }

    /// <summary>Of the longest tenure.</summary>
    public int? Months { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Where it is written down.</summary>
    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public void SetCap(PostRole role, int pence) => (Kind, Role, Pence, Months) = (AgencyRuleKind.PriceCap, role, pence, null);

    public void SetLongestTenure(int months) => (Kind, Role, Pence, Months) = (AgencyRuleKind.LongestTenure, null, null, months);

    public void SetQuarterlyReturn() => (Kind, Role, Pence, Months) = (AgencyRuleKind.QuarterlyReturn, null, null, null);

    public void Hold(DateOnly from, DateOnly? until, string source) => (From, Until, Source) = (from, until, source);

    public string Words() => Kind switch
    {
        AgencyRuleKind.PriceCap => $"{Role!.Value.Words()}: no more than {Pounds.Exact(Pence!.Value)} an hour",
        AgencyRuleKind.LongestTenure => $"No agency worker stays longer than {Say.Count("month", Months!.Value)}",
        _ => "Agency workers are returned each quarter",
    };

    public string InLog() => $"{Words()}. From {From:yyyy-MM-dd}{(Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}. Source: {Source}";
}

/// <summary>The rules that hold on one day.</summary>
internal sealed class AgencyRules
{
    private AgencyRules(IReadOnlyList<AgencyRule> all) => All = all;

    public IReadOnlyList<AgencyRule> All { get; }

    /// <summary>In months; null where no rule says it.</summary>
    public int? LongestTenure => All.FirstOrDefault(rule => rule.Kind == AgencyRuleKind.LongestTenure)?.Months;

    public bool ReturnIsDue => All.Any(rule => rule.Kind == AgencyRuleKind.QuarterlyReturn);

    public bool HasCaps => All.Any(rule => rule.Kind == AgencyRuleKind.PriceCap);

    /// <summary>Pence for an hour; null where the role has no cap.</summary>
    public int? CapOf(PostRole role) => All.FirstOrDefault(rule => rule.Kind == AgencyRuleKind.PriceCap && rule.Role == role)?.Pence;

    /// <summary>Of each kind and role the one that began last, unless it has ended.</summary>
    public static AgencyRules On(DateOnly day, IEnumerable<AgencyRule> rules) => new(
        [
            .. rules.Where(rule => rule.From <= day).GroupBy(rule => (rule.Kind, rule.Role)).Select(same => same.OrderBy(rule => rule.From).ThenBy(rule => rule.Id).Last())
                .Where(rule => rule.Until is not { } until || until >= day).OrderBy(rule => rule.Kind).ThenBy(rule => rule.Role),
        ]);
}
