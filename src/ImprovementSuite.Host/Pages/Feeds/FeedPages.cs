using ImprovementSuite.Platform.Ui;
using static ImprovementSuite.Platform.People.Tasks;

namespace ImprovementSuite.Host.Pages.Feeds;

internal static class FeedPages
{
    /// <summary>The Feeds section, and its part of the home page.</summary>
    public static void AddFeedPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavigationItem("Feeds", "/feeds", ReadFeeds)
        {
            Within = [new("What came in", "/feeds", ReadFeeds), new("Rejected records", "/feeds/rejected", ReadFeeds), new("Feed keys", "/feeds/keys", ManageFeeds)],
        });
        builder.Services.AddSingleton<IToDoList, RejectedToDo>();
        builder.Services.AddScoped<IToDoList, KeysToDo>();
        builder.Services.AddSingleton(new HomePart(100, "/Pages/Feeds/_Home.cshtml", ReadFeeds, HomePlace.Beside));
    }
}
