using System.Buffers.Text;
using System.Text;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>Where the link leads that an administrator gives to a person. It opens once: the password changes what it was made of.</summary>
[AllowAnonymous]
internal sealed class NewPasswordModel(AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>A link for this person; every earlier one ceases to open.</summary>
    public static async Task<string> Link(UserManager<Accounts.Account> accounts, Accounts.Account account)
    {
        await accounts.UpdateSecurityStampAsync(account);
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        return $"/account/new-password?person={Uri.EscapeDataString(account.Id)}&token={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}";
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.FindByIdAsync(Person ?? "") is not { ClosedAt: null } account || !Base64Url.IsValid(Token))
        {
            ModelState.AddModelError("", "This link does not open. Ask an administrator for a new one");
            return Page();
        }
        await signIns.EndAll(account.Id);
        db.Record(new Actor(account.Id, account.Name), "set a password by link", account.Name);
        var result = await accounts.ResetPasswordAsync(account, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Token)), Password ?? "");
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)))
        {
            ModelState.AddModelError("", "This link has been used already or is older than three days. Ask an administrator for a new one");
            return Page();
        }
        if (!NewPassword.Accept(ModelState, nameof(Password), result))
            return Page();
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        return Redirect("/sign-in");
    }
}
