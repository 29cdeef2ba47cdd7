using ImprovementSuite.Contracts;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>The codes of the vacancy rates: two definitions, each for two groups of roles, named so that they cannot be mixed.</summary>
internal static class Vacancies
{
    public const string SocialWorkers = "VACANCY-SOCIAL-WORKERS";
    public const string TeamManagers = "VACANCY-TEAM-MANAGERS";
    public const string SocialWorkersUncovered = "VACANCY-SOCIAL-WORKERS-UNCOVERED";
    public const string TeamManagersUncovered = "VACANCY-TEAM-MANAGERS-UNCOVERED";

    /// <summary>The measures of both definitions of a group of roles; null where the plan has none of it.</summary>
    public static (string Vacant, string Uncovered)? Of(RoleGroup roles) =>
        roles == RoleGroup.SocialWorkers ? (SocialWorkers, SocialWorkersUncovered) : roles == RoleGroup.TeamManagers ? (TeamManagers, TeamManagersUncovered) : null;

    public static readonly IReadOnlyList<string> Codes = [SocialWorkers, TeamManagers, SocialWorkersUncovered, TeamManagersUncovered];
}

/// <summary>Posts that nobody employed has, whether an agency worker covers them or not: what the plan's lines of 2010 count.</summary>
internal sealed class VacancyRate(string code, RoleGroup roles, DateOnly countsFrom) : StockOfPosts(roles, countsFrom)
{
    public override MeasureDefinition Definition => Define(
        code, $"Vacancy rate of {Roles.Words}, posts covered by agency counted vacant",
        new MeasureWords(
            Of: $"full-time posts of {Roles.Words} in the establishment on the day",
            Counted: "those that nobody employed by the council has, whether an agency worker covers them or not",
            Clock: "none; posts are counted as they stand at the end of the day",
            Limit: null, Finished: "posts are vacant, those covered by agency included", More: "vacant posts",
            NumeratorHeading: "Vacant", DenominatorHeading: "Posts", Cohort: "the day"),
        "Improvement notice; with agency cover counted vacant it equals the vacancy rate of the Department for Education", $"/workforce/vacancies/{Roles.Name}");

    protected override (int Numerator, int Denominator) Parts(PostState state) => (state.Vacant, state.Fte);
}

/// <summary>Posts that nobody has at all.</summary>
internal sealed class UncoveredVacancyRate(string code, RoleGroup roles, DateOnly countsFrom) : StockOfPosts(roles, countsFrom)
{
    public override MeasureDefinition Definition => Define(
        code, $"Vacancy rate of {Roles.Words}, not covered by agency",
        new MeasureWords(
            Of: $"full-time posts of {Roles.Words} in the establishment on the day",
            Counted: "those that nobody employed by the council has and no agency worker covers",
            Clock: "none; posts are counted as they stand at the end of the day",
            Limit: null, Finished: "posts are vacant and not covered", More: "posts without anybody",
            NumeratorHeading: "Not covered", DenominatorHeading: "Posts", Cohort: "the day"),
        "Local measure", $"/workforce/vacancies/{Roles.Name}");

    protected override (int Numerator, int Denominator) Parts(PostState state) => (state.Uncovered, state.Fte);
}

/// <summary>Agency workers' share of all who work in posts.</summary>
internal sealed class AgencyRate(DateOnly countsFrom) : StockOfPosts(RoleGroup.SocialWork, countsFrom)
{
    public const string Code = "AGENCY-RATE";

    public override MeasureDefinition Definition => Define(
        Code, "Agency rate of social workers",
        new MeasureWords(
            Of: $"full-time equivalents of {Roles.Words} in posts on the day, employed and agency",
            Counted: "those of agency workers",
            Clock: "none; they are counted as they stand at the end of the day",
            Limit: null, Finished: "full-time equivalents are agency workers", More: "agency workers",
            NumeratorHeading: "Agency", DenominatorHeading: "In posts", Cohort: "the day"),
        "Department for Education, children's social work workforce: agency / (agency + in post)", "/workforce/vacancies/social-work");

    protected override (int Numerator, int Denominator) Parts(PostState state) => (state.AgencyInPost, state.AgencyInPost + state.InPost);
}
