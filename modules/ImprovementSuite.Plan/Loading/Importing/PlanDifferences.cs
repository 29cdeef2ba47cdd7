using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>What kind of thing of a plan is changed, in the order of the preview.</summary>
internal enum PlanPart
{
    Plan,
    Line,
    Measure,
    Panel,
}

internal enum ChangeKind
{
    New,
    Changed,
    Removed,
}

/// <summary>One field before and after; null where it says nothing.</summary>
internal sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What an import does to one line, measure or panel, or to what the plan says of itself.</summary>
/// <param name="Key">The line's reference, the measure's code, the panel's day.</param>
internal sealed record PlanChange(PlanPart Part, ChangeKind Kind, string Key, string Title, IReadOnlyList<FieldChange> Fields);

/// <summary>What importing a file would change. It is worked out from the two plans alone, and what it lists is what an import does.</summary>
/// <param name="Unchanged">How many stay as they are.</param>
/// <param name="Kept">What the file has otherwise or does not have, and what stays for all that.</param>
internal sealed record PlanDifferences(IReadOnlyList<PlanChange> Changes, IReadOnlyDictionary<PlanPart, int> Unchanged, IReadOnlyList<string> Kept)
{
    public const string LineOrder = "Order of the lines";

    public int Count(PlanPart part, ChangeKind kind) => Changes.Count(change => change.Part == part && change.Kind == kind);

    /// <param name="before">Null where no plan is loaded.</param>
    /// <param name="held">Panels that people have worked for: an import does not take them away.</param>
    public static PlanDifferences Between(PlanFile? before, PlanFile after, IReadOnlySet<DateOnly>? held = null)
    {
        var comparison = new Comparison();
        comparison.Plan(before, after);
        comparison.Each(PlanPart.Line, before?.Lines ?? [], after.Lines, line => line.Ref, line => line.Name, PlanWords.Of);
        comparison.Measures(before, after);
        comparison.Panels(before, after, held ?? new HashSet<DateOnly>());
        return new(comparison.Changes, comparison.Unchanged, comparison.Kept);
    }

    /// <summary>Fields that differ, in the order of the newer plan, and then those that only the older one has.</summary>
    private static List<FieldChange> Fields(IReadOnlyList<(string Field, string? Words)> before, IReadOnlyList<(string Field, string? Words)> after)
    {
        var (old, now) = (before.ToDictionary(field => field.Field, field => field.Words), after.ToDictionary(field => field.Field, field => field.Words));
        return [.. after.Concat(before).Select(field => field.Field).Distinct()
            .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field))).Where(field => field.Before != field.After)];
    }

    private sealed class Comparison
    {
        public List<PlanChange> Changes { get; } = [];
        public Dictionary<PlanPart, int> Unchanged { get; } = Enum.GetValues<PlanPart>().ToDictionary(part => part, _ => 0);
        public List<string> Kept { get; } = [];

        public void Plan(PlanFile? before, PlanFile after)
        {
            var fields = Fields(before is null ? [] : PlanWords.Of(before), PlanWords.Of(after));
            if (before is not null)
            {
                var (old, now) = (Common(before.Lines, after.Lines), Common(after.Lines, before.Lines));
                if (!old.SequenceEqual(now))
                    fields.Add(new(LineOrder, string.Join(", ", old), string.Join(", ", now)));
            }
            Add(PlanPart.Plan, before is null ? ChangeKind.New : ChangeKind.Changed, "", after.Title, fields);

            static List<string> Common(IReadOnlyList<Line> lines, IReadOnlyList<Line> others) =>
                [.. lines.Select(line => line.Ref).Where(reference => others.Any(other => other.Ref == reference))];
        }

        public void Measures(PlanFile? before, PlanFile after)
        {
            var (old, now) = (before?.Readings.ToLookup(reading => reading.Measure), after.Readings.ToLookup(reading => reading.Measure));
            var kept = 0;
            Each(PlanPart.Measure, before?.Measures ?? [], after.Measures, measure => measure.Code, measure => measure.Title, PlanWords.Of, (measure, isNew) =>
            {
                // A reading that the file does not have has still been read: it stays.
                var read = now[measure.Code].Select(PlanWords.Of).ToList();
                if (isNew)
                    return read;
                var earlier = old?[measure.Code].Select(PlanWords.Of).ToList() ?? [];
                kept += earlier.Count(one => read.All(other => other.Field != one.Field));
                return [.. earlier.Where(one => read.Any(other => other.Field == one.Field))];
            });
            if (kept > 0)
                Kept.Add($"{Say.Count("reading", kept)} that the file does not have {(kept == 1 ? "stays" : "stay")}: what was read is not taken back by an import.");
        }

        public void Panels(PlanFile? before, PlanFile after, IReadOnlySet<DateOnly> held)
        {
            var old = before?.Panels.ToDictionary(on => on, on => PlanContent.Freeze(before, on)) ?? [];
            foreach (var on in after.Panels.Order())
            {
                var now = PlanContent.Freeze(after, on);
                var fields = Fields(old.TryGetValue(on, out var was) ? PlanWords.Of(was) : [], PlanWords.Of(now));
                if (was?.IsFrozen == true)
                {
                    Unchanged[PlanPart.Panel]++;
                    if (fields.Count > 0)
                        Kept.Add($"The panel of {Say.Date(on)} is frozen. The file says otherwise of it, and it stays as it is.");
                }
                else
                {
                    Add(PlanPart.Panel, was is null ? ChangeKind.New : ChangeKind.Changed, Key(on), Say.Date(on), fields);
                }
            }
            foreach (var (on, was) in old.Where(panel => !after.Panels.Contains(panel.Key)))
            {
                if (was.IsFrozen || held.Contains(on))
                {
                    Unchanged[PlanPart.Panel]++;
                    Kept.Add($"The panel of {Say.Date(on)} is not in the file. It {(was.IsFrozen ? "is frozen" : "has updates, decisions or papers")} and stays.");
                }
                else
                {
                    Add(PlanPart.Panel, ChangeKind.Removed, Key(on), Say.Date(on), Fields(PlanWords.Of(was), []));
                }
            }
        }

        /// <param name="beside">More fields of one, asked of the newer and of the older in turn.</param>
        public void Each<T>(
            PlanPart part, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, string> title, Func<T, IReadOnlyList<(string, string?)>> words,
            Func<T, bool, IReadOnlyList<(string, string?)>>? beside = null)
        {
            var old = before.ToDictionary(key);
            foreach (var now in after)
            {
                var newer = (IReadOnlyList<(string, string?)>)[.. words(now), .. beside?.Invoke(now, true) ?? []];
                if (old.Remove(key(now), out var was))
                    Add(part, ChangeKind.Changed, key(now), title(now), Fields([.. words(was), .. beside?.Invoke(was, false) ?? []], newer));
                else
                    Add(part, ChangeKind.New, key(now), title(now), Fields([], newer));
            }
            foreach (var gone in before.Where(one => old.ContainsKey(key(one))))
                Add(part, ChangeKind.Removed, key(gone), title(gone), Fields(words(gone), []));
        }

        private void Add(PlanPart part, ChangeKind kind, string key, string title, List<FieldChange> fields)
        {
            if (fields.Count > 0)
                Changes.Add(new(part, kind, key, title, fields));
            else
                Unchanged[part]++;
        }

        private static string Key(DateOnly on) => on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
