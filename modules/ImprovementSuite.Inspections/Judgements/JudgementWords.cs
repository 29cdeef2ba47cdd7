namespace ImprovementSuite.Inspections.Judgements;

/// <summary>Areas and grades as people read them.</summary>
internal static class JudgementWords
{
    /// <summary>"Help and protection".</summary>
    public static string Area(string area) => Capital(area.Replace('-', ' '));

    /// <summary>"Requires improvement".</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
