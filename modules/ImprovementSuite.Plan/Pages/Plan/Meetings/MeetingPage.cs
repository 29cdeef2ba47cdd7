using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>A page about one meeting: /plan/meetings/{day}/...</summary>
internal abstract class MeetingPage(PlanSnapshots snapshots) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public Panel Panel { get; private set; } = null!;

    public string Address => AddressOf(Panel.On);

    public static string AddressOf(DateOnly day) => $"/plan/meetings/{day:yyyy-MM-dd}";

    /// <summary>Whether the panel meets on the day of the address.</summary>
    protected async Task<bool> Find(string day, CancellationToken cancel)
    {
        if (TypedDay.OfAddress(day) is not { } on || await snapshots.Current(cancel) is not { } plan || plan.MeetingOn(on) is not { } panel)
            return false;
        (Plan, Panel) = (plan, panel);
        return true;
    }

    /// <summary>The lines to choose from, with the plan as a whole.</summary>
    public IEnumerable<(string Value, string Title)> LineOptions =>
        Plan.Lines.Select(line => (line.Line.Ref, $"{InWords.Ref(line.Line.Ref)} {line.Line.Name}")).Prepend(("", "The plan as a whole"));

    /// <summary>Notes a day that was typed; what is wrong with it stands beside its field.</summary>
    protected DateOnly? DayOf(string field, string? typed, string what)
    {
        if (TypedDay.Read(typed) is { } day)
            return day;
        ModelState.AddModelError(field, string.IsNullOrWhiteSpace(typed)
            ? $"Give {what}, such as {Say.Date(Panel?.On ?? new(2010, 9, 29))}"
            : $"\"{typed.Trim()}\" is no date. Give {what} with day, month and year, such as {Say.Date(Panel?.On ?? new(2010, 9, 29))}");
        return null;
    }
}
