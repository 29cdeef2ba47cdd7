using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Actions;

/// <summary>One thing of the plan that waits for a person.</summary>
/// <param name="Kind">Things of one kind are one row of the home page.</param>
/// <param name="Words">What is to be done: "Write the update of 1.1".</param>
/// <param name="Path">The page where it is done.</param>
/// <param name="Day">The day by which it is to be done or since which it waits; null where there is none.</param>
/// <param name="When">What is said instead of the day: "Stale".</param>
/// <param name="Line">Reference and name of the line that it is about; null where it is about several or none.</param>
/// <param name="Number">How many things it stands for.</param>
internal sealed record ActionItem(ActionKind Kind, string Words, string Path, DateOnly? Day = null, string? When = null, ActionLine? Line = null, int Number = 1)
{
    public ToDo ToDo => new(Words, Path, Day, When);

    /// <summary>As the home page lists them: one row a kind, with their number and the oldest day.</summary>
    public static IReadOnlyList<ToDo> Together(IEnumerable<ActionItem> items) => [.. items.GroupBy(item => item.Kind).Select(same => same.ToList() switch
    {
        [var only] => only.ToDo,
        [var oldest, ..] all => new ToDo(string.Format(same.Key.Several, Say.Number(all.Sum(item => item.Number))), same.Key.ListPath, oldest.Day, oldest.When),
        [] => throw new InvalidOperationException("A group has an item."),
    })];
}

/// <summary>What several things of one sort are called together, and the page that lists them.</summary>
/// <param name="Several">With their number in the place of {0}: "Write {0} updates".</param>
internal sealed record ActionKind(string Several, string ListPath);

/// <summary>The line that an action is about.</summary>
internal sealed record ActionLine(string Ref, string Name);
