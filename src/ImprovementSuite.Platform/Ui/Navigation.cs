using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ImprovementSuite.Platform.Ui;

/// <summary>The sections that a person may read, and which of them a page belongs to.</summary>
/// <param name="Sections">In the order of registration.</param>
/// <param name="Current">The section of this page, or null.</param>
/// <param name="Pages">The pages inside the current section.</param>
/// <param name="CurrentPage">The one of <paramref name="Pages"/> that this page belongs to, or null.</param>
public sealed record Navigation(
    IReadOnlyList<NavigationItem> Sections, NavigationItem? Current, IReadOnlyList<NavigationItem> Pages, NavigationItem? CurrentPage)
{
    private static readonly NavigationItem Home = new("Home", "/", "");

    /// <summary>Home, which everybody has, and what <paramref name="person"/> may read of <paramref name="items"/>.</summary>
    public static async Task<Navigation> For(
        ClaimsPrincipal person, PathString path, IEnumerable<NavigationItem> items, IAuthorizationService authorization)
    {
        // Many items ask for few tasks; each task is asked for once.
        var may = new Dictionary<string, bool>();
        List<NavigationItem> sections = [Home, .. await MayRead(items)];
        var current = Nearest(sections, path);
        var pages = await MayRead(current?.Within ?? []);
        return new Navigation(sections, current, pages, Nearest(pages, path));

        async Task<List<NavigationItem>> MayRead(IEnumerable<NavigationItem> all)
        {
            var read = new List<NavigationItem>();
            foreach (var item in all)
            {
                if (!may.TryGetValue(item.Task, out var granted))
                    may[item.Task] = granted = (await authorization.AuthorizeAsync(person, item.Task)).Succeeded;
                if (granted)
                    read.Add(item);
            }
            return read;
        }
    }

    // The longest path that leads here: "/plan/challenges" is under "/plan" too.
    private static NavigationItem? Nearest(IEnumerable<NavigationItem> items, PathString path)
    {
        var steps = (path.Value ?? "").Split('/');
        return items.SelectMany(item => item.Also.Prepend(item.Path).Select(to => (Item: item, To: to.Split('/'))))
            .Where(one => LeadsHere(one.To)).OrderByDescending(one => one.To.Length).Select(one => one.Item).FirstOrDefault();

        bool LeadsHere(string[] to) =>
            to.Length <= steps.Length && to.Zip(steps).All(step => step.First == "#" ? step.Second.Length > 0 && step.Second.All(char.IsAsciiDigit) : step.First.Equals(step.Second, StringComparison.OrdinalIgnoreCase));
    }
}
