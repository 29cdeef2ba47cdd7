namespace ImprovementSuite.Inspections.Judgements;

/// <summary>A grade of an area.</summary>
internal sealed record AreaGrade(string Area, string Grade);

/// <summary>An inspection of a provider with the grades that it gave, the overall one first.</summary>
/// <param name="On">The inspection's last day.</param>
internal sealed record JudgedReport(string Reference, string ProviderRef, string Title, Framework Framework, DateOnly On, IReadOnlyList<AreaGrade> Grades)
{
    /// <summary>Null where its framework gives none, or the inspection did not.</summary>
    public string? Overall => GradeOf(Judgement.Overall);

    public string? GradeOf(string area) => Grades.FirstOrDefault(grade => grade.Area == area)?.Grade;

    /// <summary>"Good"; where there is no overall grade, "Leaders good, in care inadequate".</summary>
    public string Words => JudgementWords.Capital(Overall ?? string.Join(", ", Grades.Select(grade => $"{JudgementWords.Area(grade.Area).ToLowerInvariant()} {grade.Grade}")));
}
