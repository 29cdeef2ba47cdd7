using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>In the demo: choose who to be. Otherwise: by password, by passkey, or by the council's own sign-in.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    AccountsDb db, ModuleDatabase<AccountsDb> database, UserManager<Accounts.Account> accounts, SuiteSignInManager manager, SignIns signIns, SignInTries tries, SignInSettings settings,
    StartLink? startLink = null) : PageModel
{
    // One sentence for all of these, so that nobody finds out who has an account.
    private const string Refused = "This e-mail address and password do not open an account. After five wrong passwords an account stays shut for 15 minutes";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    // The start link exists outside the demo alone.
    public IReadOnlyList<DemoPerson> People => startLink is null ? DemoPerson.All : [];

    public CouncilProvider? Council => settings.Council;

    public bool HasAccounts { get; private set; }

    public void OnGet(string? council)
    {
        HasAccounts = database.Read(AccountsDb.HasAccounts);
        if (council == "failed")
            ModelState.AddModelError("", "The council's sign-in did not answer as it should. Try again; if it goes on, tell the administrator");
        if (council == "unknown")
            ModelState.AddModelError("", "The council's sign-in knows you, but you have no account here. Ask an administrator for one with your work e-mail address");
    }

    public async Task<IActionResult> OnPostAsync(string? person)
    {
        if (startLink is not null)
            return await ByPassword();
        if (People.FirstOrDefault(demo => demo.Id == person) is not { } chosen)
            return BadRequest();
        await signIns.Begin(HttpContext, chosen);
        return Onward();
    }

    /// <summary>Sends the browser to the council's provider.</summary>
    public IActionResult OnGetCouncil() =>
        settings.Council is null ? NotFound() : Challenge(new AuthenticationProperties { RedirectUri = Url.Page("/SignIn", "Answered", new { ReturnUrl }) }, CouncilSignIn.Scheme);

    /// <summary>The provider has answered.</summary>
    public async Task<IActionResult> OnGetAnsweredAsync()
    {
        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (!answer.Succeeded)
            return Redirect("/sign-in?council=failed");
        if (await accounts.AccountOf(answer.Principal) is not { ClosedAt: null } account)
            return Redirect("/sign-in?council=unknown");
        await manager.Enter(account, "the council's sign-in");
        return Onward();
    }

    /// <summary>What the browser is to sign with a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => startLink is null ? NotFound() : Content(await manager.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (startLink is null)
            return NotFound();
        HasAccounts = true;
        if (tries.Refusal(this) is { } refusal)
            return refusal;
        if (credential is null || await manager.PerformPasskeyAssertionAsync(credential) is not { Succeeded: true, User: { } account } signed || account.ClosedAt is not null)
        {
            tries.Failed(HttpContext);
            ModelState.AddModelError("", "This passkey does not open an account here. Sign in with your password, and add the passkey to your account");
            return Page();
        }
        await accounts.AddOrUpdatePasskeyAsync(account, signed.Passkey);
        await manager.Enter(account, "passkey");
        return Onward();
    }

    private async Task<IActionResult> ByPassword()
    {
        HasAccounts = true;
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), "Enter your e-mail address");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid)
            return Page();
        if (tries.Refusal(this) is { } refusal)
            return refusal;
        if (await accounts.FindByEmailAsync(Email!.Trim()) is not { } account)
        {
            // As long as for an account that is there.
            tries.Failed(HttpContext);
            accounts.PasswordHasher.HashPassword(Accounts.Account.Make(Email, DateTime.UnixEpoch), Password!);
            ModelState.AddModelError(nameof(Password), Refused);
            return Page();
        }
        var result = await manager.PasswordSignInAsync(account, Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/SignInCode", new { ReturnUrl });
        if (result.Succeeded)
            return settings.SecondFactorRequired ? Redirect("/account/second-factor") : Onward();
        tries.Failed(HttpContext);
        db.Record(new Actor(account.Id, account.Name), result.IsLockedOut ? "was refused: too many wrong passwords" : "was refused: wrong password", account.Name);
        await db.SaveChangesAsync();
        ModelState.AddModelError(nameof(Password), Refused);
        return Page();
    }

    // An address of somebody else's would make our sign-in page send people there.
    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
