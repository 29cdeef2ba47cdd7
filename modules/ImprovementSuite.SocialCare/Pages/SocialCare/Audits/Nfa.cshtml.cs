using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>The review of no further action decisions: how many were found right, beside how often the decision is taken.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class NfaModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    /// <summary>The two measures and what each counts.</summary>
    public static readonly IReadOnlyList<(string Measure, string Of)> Rates = [(ContactsWithoutAction.Code, "contacts"), (ReferralsWithoutAction.Code, "referrals")];

    public sealed record Found(string Title, int Drawn, int Audited, int Right)
    {
        public int Wrong => Audited - Right;
    }

    public DateOnly Today => clock.Today;

    public Found All { get; private set; } = new("All", 0, 0, 0);

    public IReadOnlyList<Found> ByType { get; private set; } = [];

    public IReadOnlyList<Found> ByLocality { get; private set; } = [];

    /// <summary>Audits of the month's quota come on top of the review.</summary>
    public Found Quota { get; private set; } = new("Quota", 0, 0, 0);

    public AuditProgramme Programme { get; private set; } = null!;

    /// <summary>How often the decision was taken in the period that it is to fall from, counted from the records; empty where no period is set.</summary>
    public IReadOnlyDictionary<string, Figure> Baseline { get; private set; } = new Dictionary<string, Figure>();

    public bool Moderates { get; private set; }

    public IReadOnlyDictionary<string, Figure> Now { get; private set; } = new Dictionary<string, Figure>();

    /// <summary>For moderators: decisions found wrong, newest first, with what is open of their actions.</summary>
    public IReadOnlyList<(CaseAudit Audit, int OpenActions)> Wrong { get; private set; } = [];

    /// <summary>Those whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    /// <summary>So many of a hundred less than a rate as it is stated, with two decimals: a target is agreed on what people read.</summary>
    public static decimal Less(decimal rate, int reduction) => Math.Round(rate, 2, MidpointRounding.AwayFromZero) * (100 - reduction) / 100;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var year = Period.YearToDate(clock.Today);
        Programme = await db.Programme(cancel);
        Moderates = (await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded;
        var (rows, places, rates, baseline) = database.Read(connection => (
            connection.Query(
                $"""
                 SELECT Purpose, FileType, TeamId, COUNT(*), TOTAL(ReceivedOn IS NOT NULL), TOTAL(ReceivedOn IS NOT NULL AND DecisionRight = 1)
                 FROM case_audit WHERE Kind = {(int)AuditKind.NoFurtherAction} AND Purpose IN ({(int)AuditPurpose.NfaReview}, {(int)AuditPurpose.Quota}) AND WithdrawnWhy IS NULL
                 GROUP BY Purpose, FileType, TeamId
                 """,
                row => (Purpose: (AuditPurpose)row.GetInt32(0), Type: (FileType)row.GetInt32(1), Team: row.GetInt32(2), Drawn: row.GetInt32(3), Audited: (int)row.GetDouble(4), Right: (int)row.GetDouble(5))),
            SocialCareCounting.Places(connection),
            connection.Query(
                """SELECT Measure, Numerator, Denominator FROM measure_value WHERE Measure IN ($1, $2) AND ScopeKind = $3 AND PeriodKind = $4 AND "From" = $5 AND "To" = $6""",
                row => (row.GetString(0), Figure.Rate(row.GetInt64(1), row.GetInt64(2))),
                Rates[0].Measure, Rates[1].Measure, (int)ScopeKind.Authority, (int)PeriodKind.YearToDate, year.From, year.To),
            Programme is { BaselineFrom: { } from, BaselineTo: { } to }
                ? connection.Query(
                    "SELECT Measure, SUM(Numerator), SUM(Denominator) FROM tally WHERE Measure IN ($1, $2) AND Day BETWEEN $3 AND $4 GROUP BY Measure",
                    row => (row.GetString(0), Figure.Rate(row.GetInt64(1), row.GetInt64(2))), Rates[0].Measure, Rates[1].Measure, from, to)
                : []));
        (Now, Baseline) = (rates.ToDictionary(), baseline.ToDictionary());
        var review = rows.Where(row => row.Purpose == AuditPurpose.NfaReview).ToList();
        All = Sum("All", review);
        ByType = [.. review.GroupBy(row => row.Type).OrderBy(g => g.Key).Select(g => Sum($"{g.Key}s", g))];
        ByLocality = [.. review.GroupBy(row => places.GetValueOrDefault(row.Team).Locality ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Sum(g.Key.Length > 0 ? g.Key : "No team recorded", g))];
        Quota = Sum("Quota", rows.Where(row => row.Purpose == AuditPurpose.Quota));
        if (!Moderates)
            return;
        var me = Actor.Of(User).Id;
        var blind = Blind.To(db, me);
        var wrong = await db.Audits.AsNoTracking().Include(a => a.Auditor).Include(a => a.Actions)
            .Where(a => a.ReceivedOn != null && a.DecisionRight == false && a.Purpose != AuditPurpose.SecondMark && !blind.Contains(a.Id)).OrderByDescending(a => a.ReceivedAt).Take(100).ToListAsync(cancel);
        Wrong = [.. wrong.Select(audit => (audit, audit.Actions.Count(action => action.ClosedOn is null)))];
        if (Wrong.Count > 0)
        {
            Closed = database.Read(connection => ClosedAudits.To(connection, me));
            db.Record(Actor.Of(User), "viewed audit files", "No further action decisions found wrong", after: Closed.InLog(wrong, pseudonyms));
            await db.SaveChangesAsync(cancel);
        }

        static Found Sum(string title, IEnumerable<(AuditPurpose, FileType, int, int Drawn, int Audited, int Right)> some)
        {
            var all = some.ToList();
            return new(title, all.Sum(r => r.Drawn), all.Sum(r => r.Audited), all.Sum(r => r.Right));
        }
    }
}
