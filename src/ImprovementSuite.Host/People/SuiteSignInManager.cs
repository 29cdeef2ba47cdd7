using System.Security.Claims;
using ImprovementSuite.Host.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ImprovementSuite.Host.People;

/// <summary>Identity's checks of passwords, codes and passkeys, ending in this suite's own sign-in: a row that can be looked at and ended.</summary>
internal sealed class SuiteSignInManager(
    UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, SignIns signIns, SignInSettings settings)
    : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(Account account) => Task.FromResult(account.ClosedAt is null);

    public override Task SignInWithClaimsAsync(Account account, AuthenticationProperties? properties, IEnumerable<Claim> additional)
    {
        var proved = additional.FirstOrDefault(claim => claim.Type == "amr")?.Value;
        return proved == "mfa" ? Enter(account, "password and code") : signIns.Begin(Context, account, "password", limited: settings.SecondFactorRequired);
    }

    /// <summary>Somebody who has proved enough: two things, a passkey, or the council's own sign-in.</summary>
    public Task Enter(Account account, string how) => signIns.Begin(Context, account, how, limited: false);
}
