using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Rejected records wait for those who answer for the feeds or for the data being right.</summary>
internal sealed class RejectedToDo(IEnumerable<Feed> feeds, BusinessClock clock) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ToDo>>(IsFor(person) ? [.. Rows()] : []);

    private static bool IsFor(Person person) => person.May(Tasks.ReadFeeds) && (person.May(Tasks.ManageFeeds) || person.May(Tasks.ChangeDefinitions));

    private IEnumerable<ToDo> Rows()
    {
        foreach (var feed in feeds)
            if (FeedReader.StillRejected(feed) is (> 0 and var records, { } since))
            {
                var day = DateOnly.FromDateTime(BusinessClock.Local(since));
                yield return new ToDo(
                    $"See to {Say.Count("rejected record", records)} of {char.ToLowerInvariant(feed.Title[0]) + feed.Title[1..]}", "/feeds/rejected", day,
                    day == clock.Today ? "Since today" : $"Since {Say.ShortDayAndMonth(day)}");
            }
    }
}
