using System.Text.Json;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Where each thing of a plan stands in its file, so that a rule that it breaks is told there.</summary>
/// <param name="plan">What says the plan's own title and days.</param>
internal sealed class FilePlaces(FilePart plan, FileProblems problems)
{
    private readonly Dictionary<object, FilePart> _parts = new(ReferenceEqualityComparer.Instance) { [plan] = plan };

    public T At<T>(FilePart part, T read) where T : class
    {
        _parts[read] = part;
        return read;
    }

    /// <summary>Tells of every rule of a plan that is broken, and lets through only a plan of which nothing was told.</summary>
    /// <exception cref="PlanFileException">Something is wrong; all of it is said.</exception>
    public PlanFile Checked(PlanFile file)
    {
        var codes = file.Measures.Select(measure => measure.Code).ToHashSet();
        Tell(PlanRules.OfPlan(plan, file.Start, file.End, file.Lines));
        Tell(PlanRules.OfMeasures(file.Measures));
        Tell(file.Lines.SelectMany(line => PlanRules.OfLine(line, codes)));
        Tell(file.Readings.Where(reading => !_parts[reading].IsWrong && reading.KnownOn != default).SelectMany(reading => PlanRules.OfReading(reading, file.Measures.First(measure => measure.Code == reading.Measure), reading.KnownOn)));
        Tell(PlanRules.OfReadings(file.Readings));
        foreach (var twice in file.Panels.GroupBy(on => on).Where(same => same.Count() > 1))
            plan.Breaks("panels", $"The panel of {Say.Date(twice.Key)} stands twice");
        foreach (var on in file.Frozen.Select(frozen => frozen.Panel).Distinct().Where(on => !file.Panels.Contains(on)))
            plan.Breaks("freezes", $"There is a freeze for {Say.Date(on)}, which is not among the panels");
        foreach (var twice in file.Frozen.GroupBy(frozen => (frozen.Panel, frozen.Measure)).Where(same => same.Count() > 1))
            plan.Breaks("freezes", $"{twice.Key.Measure} stands twice in the freeze of {Say.Date(twice.Key.Panel)}");
        problems.ThrowIfAny();
        return file;
    }

    private void Tell(IEnumerable<PlanProblem> broken)
    {
        foreach (var problem in broken)
            if (_parts[problem.At] is { IsWrong: false } part)
                part.Breaks(JsonNamingPolicy.CamelCase.ConvertName(problem.Field), problem.Sentence);
    }
}
