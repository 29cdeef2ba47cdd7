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

/// <summary>Which practice issues audits find, by locality and team, and the learning that was delivered for them. Counts only: no file, no person.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class PracticeIssuesModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PracticePage(db, database, clock)
{
    /// <summary>As much learning as is listed.</summary>
    public const int Most = 100;

    public static readonly IReadOnlyList<(string, string)> Spans = [("", "This year so far"), ("quarter", "Last 3 months")];

    [BindProperty(SupportsGet = true)]
    public string? Span { get; set; }

    public Period Days => Span == "quarter" ? Quarter : YearSoFar;

    public long Completed { get; private set; }

    /// <summary>The localities of the authority, or the teams of the locality that is shown.</summary>
    public IReadOnlyList<Scope> Parts { get; private set; } = [];

    /// <summary>The issue found most on top; one that is no longer offered stands only where it was found.</summary>
    public IReadOnlyList<(ListedItem Issue, Share All)> Rows { get; private set; } = [];

    public Share Of(ListedItem issue, Scope scope) => Audits.Of(issue.Id, Days, scope.Holds);

    public string SinceWords => Span == "quarter" ? $"in the 3 months to {Say.Date(Today)}" : $"since {Say.Date(Days.From)}";

    /// <summary>"In 214 audits since 1 April 2010, "The child was not seen alone" was the issue found most: in 61."</summary>
    public string Sentence
    {
        get
        {
            if (Completed == 0)
                return $"No {AuditWords(1)[2..]} has been completed {SinceWords}.";
            var most = Rows.Where(row => row.All.Found > 0 && row.All.Found == Rows[0].All.Found).Select(row => $"“{row.Issue.Title}”").ToList();
            var all = $"In {AuditWords(Completed)} {SinceWords}";
            return most.Count switch
            {
                0 => $"{all} no practice issue was found.",
                1 => $"{all}, {most[0]} was the issue found most: in {Say.Number(Rows[0].All.Found)}.",
                _ => $"{all}, {Say.List(most)} were the issues found most: each in {Say.Number(Rows[0].All.Found)}.",
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Read(cancel) || !string.IsNullOrEmpty(Span) && Spans.All(span => span.Item1 != Span))
            return NotFound();
        Completed = Audits.Completed(Days, Scope.Holds);
        Parts = Scope.Kind switch
        {
            ScopeKind.Authority => [.. Places.Where(place => place.Kind == ScopeKind.Locality)],
            ScopeKind.Locality => [.. Places.Where(place => place.Kind == ScopeKind.Team && place.Within == Scope.Code)],
            _ => [],
        };
        Rows = [.. Issues.Select(issue => (Issue: issue, All: Of(issue, Scope))).Where(row => row.Issue.RetiredOn is null || row.All.Found > 0).OrderByDescending(row => row.All.Found).ThenBy(row => row.Issue.Id)];
        return Page();
    }
}
