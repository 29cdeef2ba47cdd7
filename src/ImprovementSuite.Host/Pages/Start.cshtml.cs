using System.Net;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>Where the start link leads: the first administrator is made here.</summary>
[AllowAnonymous]
internal sealed class StartModel(
    AccountsDb db, UserManager<Accounts.Account> accounts, SuiteSignInManager manager, SignInSettings settings, BusinessClock clock, StartLink? startLink = null) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Opens { get; private set; }

    public IActionResult OnGet() => Refused() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Refused() is { } refused)
            return refused;
        NewPerson.Check(ModelState, FullName, nameof(FullName), Email, nameof(Email));
        if (!ModelState.IsValid)
            return Page();
        var account = Accounts.Account.Make(Email!, clock.Now);
        account.Allow(FullName!, Email!, [Role.Administrator.Name], [], []);
        db.Record(new Actor(account.Id, account.Name), "made the first administrator", account.Name, after: account.InWords());
        if (!NewPassword.Accept(ModelState, nameof(Password), await accounts.CreateAsync(account, Password ?? "")))
            return Page();
        startLink!.TryUse(Token);
        await manager.SignInWithClaimsAsync(account, null, []);
        return Redirect(settings.SecondFactorRequired ? "/account/second-factor" : "/");
    }

    private IActionResult? Refused()
    {
        if (startLink is null)
            return NotFound();
        Opens = HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && startLink.Opens(Token) && !db.Accounts.Any(Administrators.May);
        if (Opens)
            return null;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
