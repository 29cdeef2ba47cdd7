using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>The passkeys of an account: added with the browser's help, and removed.</summary>
[Authorize]
internal sealed class PasskeysModel(AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns, SuiteSignInManager manager) : AccountPage(db, accounts)
{
    private const int LongestName = 60;
    private const int Most = 20;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public async Task OnGetAsync() => Passkeys = await Accounts.GetPasskeysAsync(Own);

    /// <summary>What the browser is to make a passkey for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await manager.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = Own.Id, Name = Own.Email!, DisplayName = Own.Name }), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        Passkeys = await Accounts.GetPasskeysAsync(Own);
        if (Name?.Trim() is not { Length: > 0 and <= LongestName } name)
            ModelState.AddModelError(nameof(Name), $"Say what you call it, in up to {LongestName} characters");
        else if (Passkeys.Count >= Most)
            ModelState.AddModelError(nameof(Name), $"You have {Most} passkeys: remove one first");
        else if (credential is { Length: > 0 } && await manager.PerformPasskeyAttestationAsync(credential) is { Succeeded: true } made)
        {
            made.Passkey.Name = name;
            Db.Record(Me, "added a passkey", Own.Name, after: name);
            await Accounts.AddOrUpdatePasskeyAsync(Own, made.Passkey);
            if (IsLimited)
            {
                await signIns.End(HttpContext);
                await manager.Enter(Own, "password and passkey");
            }
            return RedirectToPage();
        }
        else
            ModelState.AddModelError(nameof(Name), "The passkey could not be made. Try again, or set up an authenticator app");
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string passkey)
    {
        Passkeys = await Accounts.GetPasskeysAsync(Own);
        if (Passkeys.FirstOrDefault(known => Convert.ToHexStringLower(known.CredentialId) == passkey) is not { } removed)
            return RedirectToPage();
        Db.Record(Me, "removed a passkey", Own.Name, before: removed.Name);
        await Accounts.RemovePasskeyAsync(Own, removed.CredentialId);
        return RedirectToPage();
    }
}
