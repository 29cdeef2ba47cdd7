using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Pages.Account;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.People;

/// <summary>One account: who it is, what they may do, how it is opened.</summary>
[Authorize(Tasks.ManagePeople)]
internal sealed class PersonModel(
    AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns, SignInSettings settings, BusinessClock clock, TeamChoices? teams = null, WorkstreamChoices? workstreams = null) : PageModel
{
    private const int LongestReason = 500;

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public List<string> OfWorkstreams { get; set; } = [];

    [BindProperty]
    public List<string> OfTeams { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Null while it is being made.</summary>
    public Accounts.Account? Account { get; private set; }

    public IReadOnlyList<string> Workstreams { get; private set; } = [];

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public IReadOnlyList<SignInRow> SignIns { get; private set; } = [];

    /// <summary>A link that was just made; it is not shown again.</summary>
    public Uri? Link { get; private set; }

    public string Ways { get; private set; } = "";

    /// <summary>Whether anything opens the account.</summary>
    public bool HasWay { get; private set; }

    /// <summary>What the council's own sign-in is called; null where there is none.</summary>
    public string? CouncilName => settings.Council?.Name;

    public IReadOnlyList<SavedField> Meanwhile { get; private set; } = [];

    private Actor Me => Actor.Of(User);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Find())
            return NotFound();
        if (Account is { } account)
            (FullName, Email, Roles, OfWorkstreams, OfTeams, Version) = (account.Name, account.Email, [.. account.RoleList], [.. account.WorkstreamList], [.. account.TeamList], account.AccessVersion);
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (!await Find())
            return NotFound();
        await Check();
        if (Account is { } stored && stored.AccessVersion != Version && ModelState.IsValid)
            ShowMeanwhile(stored);
        if (!ModelState.IsValid)
        {
            await Show();
            return Page();
        }
        var (account, before) = (Account ?? Accounts.Account.Make(Email!, clock.Now), Account?.InWords());
        account.Allow(FullName!, Email!, Roles, OfWorkstreams, OfTeams);
        db.Record(Me, before is null ? "made an account" : "changed an account", account.Id, before, account.InWords(), Why!.Trim());
        var saved = before is null ? await accounts.CreateAsync(account) : await accounts.UpdateAsync(account);
        if (!saved.Succeeded)
        {
            ModelState.AddModelError(nameof(Email), saved.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
                ? "This account has just changed. Open it again, and save if yours is still right" : "There is an account of this e-mail address already");
            await Show();
            return Page();
        }
        return RedirectToPage(new { id = account.Id });
    }

    public Task<IActionResult> OnPostLinkAsync() => Do(async account =>
    {
        Link = new Uri(new Uri($"{Request.Scheme}://{Request.Host}"), await NewPasswordModel.Link(accounts, account));
        db.Record(Me, "made a link to set a password", account.Id);
        await db.SaveChangesAsync();
        return true;
    });

    public Task<IActionResult> OnPostEndAllAsync() => Do(async account =>
    {
        db.Record(Me, "ended every sign-in", account.Id, after: $"{await signIns.EndAll(account.Id)} ended");
        await db.SaveChangesAsync();
        return false;
    });

    public Task<IActionResult> OnPostEndAsync(string signIn) => Do(async account =>
    {
        if (await db.SignIns.SingleOrDefaultAsync(s => s.Id == signIn && s.PersonId == account.Id) is not { } ended)
            return false;
        ended.End(clock.Now);
        db.Record(Me, "ended a sign-in", account.Id, before: ended.Browser);
        await db.SaveChangesAsync();
        return false;
    });

    public Task<IActionResult> OnPostRemoveFactorsAsync() => Do(async account =>
    {
        await signIns.EndAll(account.Id);
        db.Record(Me, "took off app and passkeys", account.Id);
        foreach (var passkey in await accounts.GetPasskeysAsync(account))
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        return false;
    });

    public Task<IActionResult> OnPostCloseAsync() => Do(async account =>
    {
        if (account.Id == Me.Id)
        {
            ModelState.AddModelError("", "You cannot close your own account. Ask another administrator");
            return true;
        }
        await signIns.EndAll(account.Id);
        db.Record(Me, "closed an account", account.Id, "open", "closed");
        account.Close(clock.Now);
        await accounts.UpdateAsync(account);
        return false;
    });

    public Task<IActionResult> OnPostReopenAsync() => Do(async account =>
    {
        db.Record(Me, "opened an account again", account.Id, "closed", "open");
        account.Reopen();
        await accounts.UpdateAsync(account);
        return false;
    });

    /// <summary>Does something to the account; where it returns true the page is shown as it then is.</summary>
    private async Task<IActionResult> Do(Func<Accounts.Account, Task<bool>> what)
    {
        if (Id is null || !await Find() || Account is not { } account)
            return NotFound();
        if (!await what(account))
            return RedirectToPage(new { id = account.Id });
        (FullName, Email, Roles, OfWorkstreams, OfTeams, Version) = (account.Name, account.Email, [.. account.RoleList], [.. account.WorkstreamList], [.. account.TeamList], account.AccessVersion);
        await Show();
        return Page();
    }

    private async Task Check()
    {
        NewPerson.Check(ModelState, FullName, nameof(FullName), Email, nameof(Email));
        if (Roles.Except(Role.All.Select(role => role.Name)).FirstOrDefault() is { } unknown)
            ModelState.AddModelError(nameof(Roles), $"There is no role \"{unknown}\"");
        if (string.IsNullOrWhiteSpace(Why) || Why.Length > LongestReason)
            ModelState.AddModelError(nameof(Why), $"Say why, in up to {LongestReason} characters");
        if (Account is { } stored && stored.RoleList.Contains(Role.Administrator.Name) && !Roles.Contains(Role.Administrator.Name))
        {
            if (stored.Id == Me.Id)
                ModelState.AddModelError(nameof(Roles), "You cannot stop being an administrator yourself. Ask another one");
            else if (await db.Accounts.CountAsync(Administrators.May) == 1)
                ModelState.AddModelError(nameof(Roles), "Nobody else is an administrator. Make another one first");
        }
    }

    private void ShowMeanwhile(Accounts.Account stored)
    {
        var mine = Accounts.Account.Make(Email!, clock.Now);
        mine.Allow(FullName!, Email!, Roles, OfWorkstreams, OfTeams);
        Meanwhile = SavedField.Of(("The account", stored.InWords(), mine.InWords()));
        ModelState.AddModelError("", SavedField.Sentence());
        (Version, _) = (stored.AccessVersion, ModelState.Remove(nameof(Version)));
    }

    private async Task<bool> Find()
    {
        Account = Id is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.Id == Id);
        return Id is null || Account is not null;
    }

    private async Task Show()
    {
        // What somebody holds already can be taken away also where the module no longer knows it.
        Workstreams = [.. (workstreams is null ? [] : await workstreams.Read()).Union(OfWorkstreams).Order(StringComparer.Ordinal)];
        Teams = [.. (teams is null ? [] : await teams.Read()).Union(OfTeams).Order(StringComparer.Ordinal)];
        if (Account is not { } account)
            return;
        SignIns = await SignInRow.Of(db, account.Id, PersonClaims.SignIn(User), clock.Now);
        var (passkeys, logins) = ((await accounts.GetPasskeysAsync(account)).Count, (await accounts.GetLoginsAsync(account)).Count);
        HasWay = account.PasswordHash is not null || passkeys + logins > 0;
        Ways = $"It has {(account.PasswordHash is null ? "no password" : "a password")}, {(account.TwoFactorEnabled ? "an authenticator app" : "no authenticator app")} and {(passkeys == 0 ? "no passkey" : Say.Count("passkey", passkeys))}."
            + (CouncilName is null ? "" : logins > 0 ? " The council's sign-in knows it." : " Nobody has come to it by the council's sign-in yet.");
    }
}
