using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>A sign-in as a list shows it.</summary>
internal sealed record SignInRow(SignedIn SignIn, bool IsOpen, bool IsThis)
{
    private const int Latest = 30;

    /// <summary>The newest sign-ins of a person.</summary>
    public static async Task<IReadOnlyList<SignInRow>> Of(AccountsDb db, string person, string? current, DateTime now) =>
    [
        .. (await db.SignIns.AsNoTracking().Where(s => s.PersonId == person).OrderByDescending(s => s.StartedAt).Take(Latest).ToListAsync())
            .Select(s => new SignInRow(s, s.EndedAt is null && now - s.StartedAt < SignedIn.Longest, s.Id == current)),
    ];
}

/// <summary>One's own sign-ins, each of which can be ended.</summary>
[Authorize]
internal sealed class SignInsModel(AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns, BusinessClock clock) : AccountPage(db, accounts)
{
    public IReadOnlyList<SignInRow> Rows { get; private set; } = [];

    public IReadOnlyList<SignInRow> Open => [.. Rows.Where(row => row.IsOpen)];

    public async Task OnGetAsync() => Rows = await SignInRow.Of(Db, Own.Id, PersonClaims.SignIn(User), clock.Now);

    public async Task<IActionResult> OnPostEndAsync(string signIn)
    {
        if (await Db.SignIns.SingleOrDefaultAsync(s => s.Id == signIn && s.PersonId == Own.Id) is { } ended)
        {
            ended.End(clock.Now);
            Db.Record(Me, "ended an own sign-in", Own.Name, before: ended.Browser);
            await Db.SaveChangesAsync();
        }
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        var ended = await signIns.EndAll(Own.Id, but: PersonClaims.SignIn(User));
        Db.Record(Me, "ended the other own sign-ins", Own.Name, after: $"{ended} ended");
        await Db.SaveChangesAsync();
        return RedirectToPage();
    }
}
