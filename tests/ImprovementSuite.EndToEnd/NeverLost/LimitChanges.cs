using System.Globalization;
using System.Net;
using ImprovementSuite.Tests.Support;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>
/// The council changes the limit of initial assessments on its page while records stream in, which counts everything anew. It remembers
/// which changes it tried and which the page confirmed.
/// </summary>
internal sealed class LimitChanges(DateOnly today)
{
    private static readonly DateOnly First = new(2008, 4, 1);

    private readonly List<(string Why, DateOnly From, int WorkingDays)> _tried = [];
    private readonly List<string> _confirmed = [];
    private readonly CookieContainer _cookies = new();

    /// <summary>Changes the limit once more, from a day of its own on.</summary>
    public async Task Change(Uri pages)
    {
        var change = (Why: $"decision {_tried.Count + 1}", From: today.AddDays(40 * _tried.Count - 390), WorkingDays: 5 + (7 * _tried.Count % 20));
        _tried.Add(change);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies });
        try
        {
            var page = new Uri(pages, "/social-care/limits");
            // The cookie outlives the host that gave it.
            using (var known = await browser.GetAsync(page))
                if (known.StatusCode == HttpStatusCode.Unauthorized)
                    await PersonOfTest.SignIn(browser, pages);
            var token = PersonOfTest.Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value;
            using var answer = await browser.PostAsync(new Uri(page, "?handler=Add"), new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Measure"] = "NI59", ["WorkingDays"] = $"{change.WorkingDays}", ["FirstDay"] = change.From.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
                ["DecidedBy"] = "ClockStart", ["StartDayCounts"] = "0", ["Why"] = change.Why, ["__RequestVerificationToken"] = token,
            }));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            _confirmed.Add(change.Why);
        }
        catch (HttpRequestException)
        {
            // Killed before it could confirm: the change is either there with its entry in the change log, or it is not there at all.
        }
    }

    /// <summary>What was confirmed is there, and each change with its entry.</summary>
    public void AreKept(StoredState state)
    {
        var logged = state.ChangesOfLimits();
        Assert.Empty(_confirmed.Except(logged));
        Assert.Equal([First, .. Kept(state).Select(change => change.From)], state.LimitsFrom());
        Assert.Equal(logged.Count, logged.Distinct().Count());
    }

    /// <summary>At least one change was confirmed, so that there was something to lose.</summary>
    public void WereMade() => Assert.NotEmpty(_confirmed);

    /// <summary>The working days allowed to an initial assessment whose clock starts on this day.</summary>
    public Func<DateOnly, int> Limits(StoredState state)
    {
        var kept = Kept(state).ToList();
        return clock => kept.LastOrDefault(change => change.From <= clock, (Why: "", From: First, WorkingDays: 7)).WorkingDays;
    }

    private IEnumerable<(string Why, DateOnly From, int WorkingDays)> Kept(StoredState state) =>
        _tried.Where(change => state.ChangesOfLimits().Contains(change.Why)).OrderBy(change => change.From);
}
