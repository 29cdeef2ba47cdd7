using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>The second of two things: a code of the authenticator app, or a recovery code, which opens once.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(AccountsDb db, SuiteSignInManager manager, SignInTries tries) : PageModel
{
    private const int Digits = 6;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await manager.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return Redirect("/sign-in");
        var typed = new string([.. (Code ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (typed.Length == 0)
        {
            ModelState.AddModelError(nameof(Code), "Enter the code");
            return Page();
        }
        if (tries.Refusal(this) is { } refusal)
            return refusal;
        var result = typed.Length == Digits && typed.All(char.IsAsciiDigit)
            ? await manager.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await manager.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded)
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        tries.Failed(HttpContext);
        db.Record(new Actor(account.Id, account.Name), "was refused: wrong code", account.Name);
        await db.SaveChangesAsync();
        ModelState.Remove(nameof(Code));
        ModelState.AddModelError(nameof(Code), "This code does not fit. Wait for the app's next one. After five wrong codes the account stays shut for 15 minutes");
        return Page();
    }
}
