using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>A key that ends soon, or ended lately and was not replaced, waits for those who manage the feeds: its sender stops on that day.</summary>
internal sealed class KeysToDo(AccountsDb db, BusinessClock clock) : IToDoList
{
    private const int Days = 30;

    public async Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel)
    {
        if (!person.May(Tasks.ManageFeeds))
            return [];
        // Some dozens at most. When one of them ends is not a column: it may follow from its issue.
        var keys = await db.FeedKeys.AsNoTracking().ToListAsync(cancel);
        var ending = keys.GroupBy(key => key.Name).Select(sender => sender.MaxBy(key => key.Turn)!)
            .Where(key => key.RevokedAt is null && Math.Abs(key.EndsOn.DayNumber - clock.Today.DayNumber) <= Days).ToList();
        return ending.Count == 0
            ? []
            : [new(ending is [var one] ? $"Replace the feed key of {one.Name}" : $"Replace {Say.Count("feed key", ending.Count)}", "/feeds/keys", ending.Min(key => key.EndsOn))];
    }
}
