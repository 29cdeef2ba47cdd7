using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Learning;

/// <summary>One practice issue: its months with the learning on it, each locality and team now and before, and before and after each learning.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IssueModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PracticePage(db, database, clock)
{
    public ListedItem Issue { get; private set; } = null!;

    public Share Year { get; private set; }

    /// <summary>The last three months beside the three before them.</summary>
    public Change Lately { get; private set; }

    /// <summary>Months of the trend in which any audit was completed, the newest first, each with the learning of that month.</summary>
    public IReadOnlyList<(Period Month, Share Share, IReadOnlyList<LearningEvent> Learning)> Months { get; private set; } = [];

    /// <summary>Each locality with its teams under it.</summary>
    public IReadOnlyList<(Scope Scope, Change Change)> Parts { get; private set; } = [];

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    /// <summary>Null where fewer than two months have enough audits to draw.</summary>
    public Chart? Chart { get; private set; }

    public Period QuarterBefore => new(PeriodKind.Span, Today.AddMonths(-6).AddDays(1), Quarter.From.AddDays(-1));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await Read(cancel) || Issues.FirstOrDefault(issue => issue.Code == code) is not { } issue)
            return NotFound();
        Issue = issue;
        var onIssue = Learning.Where(learning => learning.Addresses(code)).ToList();
        Year = Audits.Of(issue.Id, YearSoFar, Scope.Holds);
        Lately = Between(Scope);
        Parts = [.. Places.Where(place => place.Kind != ScopeKind.Authority && (Scope.Kind == ScopeKind.Authority || place == Scope || place.Within == Scope.Code && Scope.Kind == ScopeKind.Locality)).Select(place => (place, Between(place)))];
        var shown = onIssue.Where(learning => Teams.Reached(Scope, learning.What)).ToList();
        var first = Period.Month(Today).From.AddMonths(1 - MonthsShown);
        Months =
        [
            .. Enumerable.Range(0, MonthsShown).Select(back => Period.Month(Period.Month(Today).From.AddMonths(-back)))
                .Select(month => (month, Audits.Of(issue.Id, month, Scope.Holds), (IReadOnlyList<LearningEvent>)[.. shown.Where(learning => month.Contains(learning.On))]))
                .Where(row => row.Item2.Completed > 0 || row.Item3.Count > 0),
        ];
        Effects = [.. shown.Where(learning => learning.On >= first && learning.On <= Today).Select(learning => Effect.Of(learning, issue.Id, onIssue, Teams, Audits, Today))];
        Chart = Drawn();
        return Page();

        Change Between(Scope scope) => new(Audits.Of(issue.Id, QuarterBefore, scope.Holds), Audits.Of(issue.Id, Quarter, scope.Holds));
    }

    private Chart? Drawn()
    {
        var months = Months.Where(row => !row.Share.IsFew).Reverse().Select(row => new ChartMonth(row.Month.From, row.Month.To, row.Share.Percent!.Value, row.Month.To <= Today)).ToList();
        return months.Count < 2 ? null : new Chart($"Percentage of audits that found “{Issue.Title}” by month, with the learning on it; the table beside it says the same", Months[^1].Month.From, Period.Month(Today).To, "%")
        {
            Months = months,
            Marks = [.. Months.SelectMany(row => row.Learning).OrderBy(learning => learning.On).Select(learning => new ChartMark(learning.On, $"{learning.Title}, {Say.ShortDayAndMonth(learning.On)}"))],
        };
    }
}
