using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Learning;

/// <summary>What the pages of practice issues share: which audits and which part of the authority are shown, and how both are named.</summary>
internal abstract class PracticePage(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock) : PageModel
{
    /// <summary>The months of a trend.</summary>
    protected const int MonthsShown = 12;

    public static readonly IReadOnlyList<(string, string)> Kinds = [("", "All audits"), ("files", "Case files"), ("nfa", "No further action decisions")];

    /// <summary>One of the places, as <see cref="WeeksModel.Key"/> writes it; empty is the whole authority.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "audits")]
    public string? KindKey { get; set; }

    public Scope Scope { get; private set; } = Scope.Authority;

    public IReadOnlyList<Scope> Places { get; private set; } = [];

    public IReadOnlyList<ListedItem> Issues { get; private set; } = [];

    /// <summary>All learning that was not taken back, the newest first.</summary>
    public IReadOnlyList<LearningEvent> Learning { get; private set; } = [];

    public LearningTeams Teams { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public Period YearSoFar => Period.YearToDate(Today);

    public Period Quarter => new(PeriodKind.Span, Today.AddMonths(-3).AddDays(1), Today);

    protected AuditedPractice Audits { get; private set; } = null!;

    private AuditKind? Kind => KindKey switch { "files" => AuditKind.CaseFile, "nfa" => AuditKind.NoFurtherAction, _ => null };

    /// <summary>"audits", "audits of case files", "audits of no further action decisions", each with "in Central 2" where that is shown.</summary>
    public string AuditWords(long number)
    {
        var of = Kind switch { AuditKind.CaseFile => " of case files", AuditKind.NoFurtherAction => " of no further action decisions", _ => "" };
        return $"{Say.Count("audit", number)}{of}{(Scope.Kind == ScopeKind.Authority ? "" : $" in {Name(Scope)}")}";
    }

    /// <summary>A part of the authority where the page has named its locality already: "Central 2".</summary>
    public static string Name(Scope scope) => scope is { Kind: ScopeKind.Team, Code.Length: > 0 } ? scope.Code : WeeksModel.Name(scope);

    public string TitleOf(string code) => Issues.FirstOrDefault(issue => issue.Code == code)?.Title ?? $"an issue that is not in the list ({code})";

    public string Address(string path, Scope? scope = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["place"] = NullIfEmpty(WeeksModel.Key(scope ?? Scope)), ["audits"] = NullIfEmpty(KindKey),
    }.Where(parameter => parameter.Value is not null));

    public string IssueAddress(ListedItem issue, Scope? scope = null) => Address($"/social-care/learning/issue/{issue.Code}", scope);

    /// <summary>The audits that the page needs, the list of issues and the learning: a fixed number of queries.</summary>
    /// <returns>False where the address names a part of the authority or a kind of audit that there is not.</returns>
    protected async Task<bool> Read(CancellationToken cancel)
    {
        Issues = await db.Set<ListedItem>().AsNoTracking().Where(item => item.List == AuditList.PracticeIssue).OrderBy(item => item.Id).ToListAsync(cancel);
        Learning = await db.Set<LearningEvent>().AsNoTracking().Where(learning => !learning.IsWithdrawn).OrderByDescending(learning => learning.On).ThenByDescending(learning => learning.Id).ToListAsync(cancel);
        // Three months more than the trend, for what was found before its first learning; and in March the year so far is as long as the trend.
        var from = Period.Month(Today).From.AddMonths(1 - MonthsShown - 3);
        (Audits, Teams) = database.Read(connection => (PracticeCounts.Read(connection, from, Today, Kind), LearningTeams.Read(connection)));
        var places = Audits.Places(new Period(PeriodKind.Span, from, Today));
        Places =
        [
            Scope.Authority,
            .. places.GroupBy(place => place.Locality).SelectMany(locality => locality.Select(place => Scope.Team(place.Team, place.Locality)).Prepend(Scope.Locality(locality.Key))),
        ];
        if (!string.IsNullOrEmpty(Place))
        {
            if (Places.FirstOrDefault(place => WeeksModel.Key(place) == Place) is not { } scope)
                return false;
            Scope = scope;
        }
        return string.IsNullOrEmpty(KindKey) || Kind is not null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
