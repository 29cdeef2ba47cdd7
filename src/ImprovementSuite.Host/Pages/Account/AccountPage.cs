using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>A page of one's own account. A person of the demo has none.</summary>
internal abstract class AccountPage(AccountsDb db, UserManager<Accounts.Account> accounts) : PageModel
{
    public Accounts.Account Own { get; private set; } = null!;

    /// <summary>Whether a second factor is still to be set up before anything else opens.</summary>
    public bool IsLimited => PersonClaims.IsLimited(User);

    protected AccountsDb Db => db;

    protected UserManager<Accounts.Account> Accounts => accounts;

    protected Actor Me => Actor.Of(User);

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var me = Me.Id;
        if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == me) is not { } own)
        {
            context.Result = NotFound();
            return;
        }
        Own = own;
        await next();
    }

    /// <summary>Whoever changes how the account is opened proves once more that it is theirs.</summary>
    protected async Task<bool> Proved(string? password, string field)
    {
        if (password is { Length: > 0 } && await accounts.CheckPasswordAsync(Own, password))
            return true;
        ModelState.AddModelError(field, "Enter your password as it is now");
        return false;
    }
}
