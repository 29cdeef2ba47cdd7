using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Host.Pages.Account;

[Authorize]
internal sealed class PasswordModel(AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns) : AccountPage(db, accounts)
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Own.PasswordHash is not null && !await Proved(Current, nameof(Current)))
            return Page();
        await signIns.EndAll(Own.Id, but: PersonClaims.SignIn(User));
        Db.Record(Me, "changed the own password", Own.Name);
        var changed = Own.PasswordHash is null ? await Accounts.AddPasswordAsync(Own, New ?? "") : await Accounts.ChangePasswordAsync(Own, Current!, New ?? "");
        return NewPassword.Accept(ModelState, nameof(New), changed) ? Redirect("/account") : Page();
    }
}
