using System.Globalization;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>The managed lists of the audit form.</summary>
internal enum AuditList
{
    FileSection = 1,
    NfaSection = 2,
    Strength = 3,
    PracticeIssue = 4,
}

/// <summary>A line of a managed list. It is retired and never removed, so that what was found with it can still be read.</summary>
internal sealed class ListedItem
{
    public int Id { get; private set; }

    public AuditList List { get; init; }

    public required string Title { get; init; }

    /// <summary>What other modules know it by; as lasting as the line.</summary>
    public string Code => CodeOf(Id);

    public static string CodeOf(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>From this day it is no longer offered.</summary>
    public DateOnly? RetiredOn { get; private set; }

    public int Version { get; private set; }

    public void Retire(DateOnly on) => RetiredOn ??= on;

    public void Offer() => RetiredOn = null;

    public static string Words(AuditList list) => list switch
    {
        AuditList.FileSection => "Sections of a case file audit",
        AuditList.NfaSection => "Sections of a no further action audit",
        AuditList.Strength => "Strengths",
        _ => "Practice issues",
    };
}

/// <summary>The four grades from a month on: 1 is the best and 4 the worst in each version, so that grades of two versions can be compared by place.</summary>
internal sealed class GradeScale
{
    public const int Grades = 4;

    public int Id { get; private set; }

    public DateOnly From { get; init; }

    /// <summary>The names of grades 1 to 4.</summary>
    public required string First { get; init; }

    public required string Second { get; init; }

    public required string Third { get; init; }

    public required string Fourth { get; init; }

    public IReadOnlyList<string> Names => [First, Second, Third, Fourth];

    /// <summary>A grade's name; "No grade" where none is given.</summary>
    public string Name(int? grade) => grade is >= 1 and <= Grades ? Names[grade.Value - 1] : "No grade";

    /// <summary>The scale of an audit of this month; before the first, the first.</summary>
    public static GradeScale At(IEnumerable<GradeScale> scales, DateOnly month)
    {
        var byDay = scales.OrderBy(scale => scale.From).ToList();
        return byDay.LastOrDefault(scale => scale.From <= month) ?? byDay[0];
    }
}
