using System.Security.Claims;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class NavigationTests
{
    private static readonly NavigationItem[] Items =
    [
        new("Plan", "/plan", "read-plan")
        {
            Within = [new("All lines", "/plan", "read-plan"), new("Challenges", "/plan/challenges", "read-plan") { Also = ["/plan/questions", "/plan/#"] }, new("Answers", "/plan/answers", "read-plan") { Also = ["/plan/#/answers"] }, new("Change", "/plan/change", "edit-plan")],
        },
        new("Feeds", "/feeds", "read-feeds"),
    ];

    [Fact]
    public async Task A_person_sees_home_and_the_sections_and_pages_of_their_tasks()
    {
        var navigation = await At("/plan", "read-plan");

        Assert.Equal(["Home", "Plan"], navigation.Sections.Select(item => item.Title));
        Assert.Equal(["All lines", "Challenges", "Answers"], navigation.Pages.Select(item => item.Title));
    }

    [Theory]
    [InlineData("/plan", "Plan", "All lines")]
    [InlineData("/plan/lines/NI59", "Plan", "All lines")]
    [InlineData("/plan/challenges", "Plan", "Challenges")]
    [InlineData("/plan/questions/3", "Plan", "Challenges")]
    [InlineData("/plan/106872", "Plan", "Challenges")]
    [InlineData("/plan/106872/answers/2", "Plan", "Answers")]
    [InlineData("/plan/106872x", "Plan", "All lines")]
    [InlineData("/plan/", "Plan", "All lines")]
    [InlineData("/", "Home", null)]
    [InlineData("/planning", null, null)]
    public async Task A_page_belongs_to_the_nearest_section_and_page_above_it(string path, string? section, string? page)
    {
        var navigation = await At(path, "read-plan", "read-feeds");

        Assert.Equal(section, navigation.Current?.Title);
        Assert.Equal(page, navigation.CurrentPage?.Title);
    }

    [Fact]
    public async Task Each_task_is_asked_for_once_however_many_items_ask_for_it()
    {
        var authorization = new Counting();

        await Navigation.For(new ClaimsPrincipal(), "/plan", Items, authorization);

        Assert.Equal(["read-plan", "read-feeds", "edit-plan"], authorization.Asked);
    }

    private sealed class Counting : IAuthorizationService
    {
        public List<string> Asked { get; } = [];

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal person, object? resource, string task)
        {
            Asked.Add(task);
            return Task.FromResult(AuthorizationResult.Success());
        }

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal person, object? resource, IEnumerable<IAuthorizationRequirement> requirements) =>
            throw new NotSupportedException();
    }

    private static Task<Navigation> At(string path, params string[] tasks)
    {
        var person = new ClaimsPrincipal(new ClaimsIdentity(tasks.Select(task => new Claim("task", task)), "test"));
        var services = new ServiceCollection().AddLogging().AddAuthorization(options =>
        {
            foreach (var task in new[] { "read-plan", "edit-plan", "read-feeds" })
                options.AddPolicy(task, policy => policy.RequireClaim("task", task));
        });
        return Navigation.For(person, path, Items, services.BuildServiceProvider().GetRequiredService<IAuthorizationService>());
    }
}
