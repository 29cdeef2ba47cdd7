using System.Text;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>The words of a reminder. It names lines of the plan and their state, never what a draft says and never a child.</summary>
internal static class ReminderText
{
    public static string Subject(ReminderKind kind, Panel panel, string workstream, int outstanding)
    {
        var lines = $"{Say.Count("line", outstanding)} of {workstream}";
        return kind switch
        {
            ReminderKind.First => $"Updates due on {Say.LongDayAndMonth(panel.UpdatesDue)}: {lines}",
            ReminderKind.Second => $"Updates were due on {Say.LongDayAndMonth(panel.UpdatesDue)}: {lines}",
            _ => $"Updates for the panel of {Say.DayAndMonth(panel.On)} are missing: {lines}",
        };
    }

    /// <param name="link">Where the suite is reached; null where that is not set.</param>
    public static string Body(ReminderKind kind, Panel panel, PlanSnapshot plan, WorkstreamContact contact, IReadOnlyList<RoundLine> outstanding, Uri? link)
    {
        var text = new StringBuilder();
        text.Append(kind == ReminderKind.Escalation ? "Hello,\n\n" : $"Dear {contact.Name},\n\n");
        text.Append($"the improvement panel of {plan.Content.Plan.Authority} meets on {Say.LongDate(panel.On)}. {Due(kind, panel)}\n\n");
        text.Append(kind == ReminderKind.Escalation
            ? $"{contact.Name} was reminded. {These(outstanding.Count)} of {contact.Workstream} still {(outstanding.Count == 1 ? "has" : "have")} none:\n\n"
            : $"{These(outstanding.Count)} of {contact.Workstream} {(outstanding.Count == 1 ? "has" : "have")} none yet:\n\n");
        foreach (var line in outstanding)
        {
            text.Append($"- {InWords.Ref(line.Line.Ref)} {line.Line.Name} ({State(line.State)})\n");
            if (link is not null)
                text.Append($"  {new Uri(link, Address(panel, line))}\n");
        }
        text.Append(link is null ? "\nThey are written in ImprovementSuite, under Plan, Updates.\n" : $"\nAll of them: {new Uri(link, $"plan/updates/{panel.On:yyyy-MM-dd}?whose={(kind == ReminderKind.Escalation ? "all" : "mine")}")}\n");
        text.Append("\nThis message was sent by ImprovementSuite. Whoever runs the panel can change whom it writes to.\n");
        return text.ToString();
    }

    private static string Due(ReminderKind kind, Panel panel) => kind == ReminderKind.First
        ? $"Updates are due on {Say.LongDayAndMonth(panel.UpdatesDue)}."
        : $"Updates were due on {Say.LongDayAndMonth(panel.UpdatesDue)}, and its papers go out on {Say.LongDayAndMonth(panel.DispatchOn)}.";

    private static string These(int lines) => lines == 1 ? "This line" : $"These {lines} lines";

    private static string Address(Panel panel, RoundLine line) => $"plan/updates/{panel.On:yyyy-MM-dd}/{Uri.EscapeDataString(line.Line.Ref)}";

    private static string State(RoundState state) => state switch
    {
        RoundState.NotStarted => "not started",
        RoundState.Returned => "returned with a question",
        _ => "a draft, not submitted",
    };
}
