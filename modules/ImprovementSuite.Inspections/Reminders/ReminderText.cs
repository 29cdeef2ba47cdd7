using System.Text;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>The words of a reminder. It names recommendations by number, report, owner and date, never by what they say.</summary>
internal static class ReminderText
{
    public static string Subject(Reminder reminder, int open)
    {
        var recommendations = $"{Say.Count("recommendation", open)} of {reminder.Service}";
        return reminder.Kind switch
        {
            ReminderKind.Before => $"Due on {Say.LongDayAndMonth(reminder.DueOn)}: {recommendations}",
            ReminderKind.After => $"{(open == 1 ? "Was" : "Were")} due on {Say.LongDayAndMonth(reminder.DueOn)}: {recommendations}",
            _ => $"Still open after {Say.DayAndMonth(reminder.DueOn)}: {recommendations}",
        };
    }

    /// <param name="link">Where the suite is reached; null where that is not set.</param>
    public static string Body(Reminder reminder, ServiceContact contact, IReadOnlyList<OpenRecommendation> open, DateOnly today, Uri? link)
    {
        var text = new StringBuilder();
        text.Append(reminder.Kind == ReminderKind.Escalation ? $"Hello,\n\n{contact.Name} was reminded. " : $"Dear {contact.Name},\n\n");
        var these = $"{Say.Count("recommendation", open.Count)} of {reminder.Service}";
        text.Append(reminder.Kind == ReminderKind.Before
            ? $"{these} {(open.Count == 1 ? "is" : "are")} due on {Say.LongDate(reminder.DueOn)}, and nobody has said yet that {(open.Count == 1 ? "it is" : "they are")} complete:\n\n"
            : $"{these} {(open.Count == 1 ? "was" : "were")} due on {Say.LongDate(reminder.DueOn)} and {(open.Count == 1 ? "is" : "are")} still open:\n\n");
        foreach (var one in open)
        {
            text.Append($"- {one.Number} of {one.Report} ({one.Owner}), originally due on {Say.Date(one.OriginallyDueOn)}{(one.RevisedDueOn is { } revised ? $", revised to {Say.Date(revised)}" : "")}\n");
            if (link is not null)
                text.Append($"  {new Uri(link, LedgerRow.PathOf(one.Id).TrimStart('/'))}\n");
        }
        text.Append(open.Any(one => one.OriginallyDueOn < today)
            ? "\nA recommendation that is complete after its original date is not met in its original timescale, whatever it was revised to. It still has to be complete.\n"
            : "\nA recommendation counts as met in its original timescale when it is complete by then, with evidence, and somebody else has validated that.\n");
        text.Append(link is null ? "They are in ImprovementSuite, under Inspections, Recommendations.\n" : $"All recommendations: {new Uri(link, "inspections/ledger")}\n");
        text.Append("\nThis message was sent by ImprovementSuite. Whoever looks after inspections can change whom it writes to.\n");
        return text.ToString();
    }
}
