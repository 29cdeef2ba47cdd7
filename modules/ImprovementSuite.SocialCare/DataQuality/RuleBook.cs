using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.DataQuality.Rules;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>Every rule, with the settings and time limits that hold now, and the measures that they touch.</summary>
internal sealed record RuleBook(IReadOnlyList<Rule> Rules, QualitySettings Settings, IReadOnlyList<CaseMeasure> Measures)
{
    public static RuleBook Read(SqliteConnection connection)
    {
        var settings = QualitySettings.Read(connection);
        var measures = SocialCareCounting.Read(connection).Measures.OfType<CaseMeasure>().ToList();
        return new(
            [
                .. AssessmentRules.All(settings, measures.OfType<AssessmentsInTime>()).Concat(ReferralRules.All(settings)).Concat(ProtectionRules.All)
                    .Concat(HeldWorkRules.All(settings)).OrderBy(rule => rule.Code, StringComparer.Ordinal),
            ], settings, measures);
    }

    /// <summary>Every check with the code of its rule and its place in it, under which failures name it.</summary>
    public IEnumerable<(Rule Rule, int Part, Check Check)> Checks => Rules.SelectMany(rule => rule.Checks.Select((check, part) => (rule, part, check)));

    /// <summary>A rule by its code, in whatever case an address has it.</summary>
    public Rule? Named(string code) => Rules.FirstOrDefault(rule => rule.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>A measure by its code, in whatever case an address has it.</summary>
    public CaseMeasure? Measure(string code) => Measures.FirstOrDefault(measure => measure.Definition.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first day of the records that rules look at.</summary>
    public static DateOnly Since(DateOnly today) => Period.YearToDate(today).From;
}
