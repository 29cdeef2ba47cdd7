using ImprovementSuite.Host.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace ImprovementSuite.Host.People;

/// <summary>
/// Identity keeps an authenticator app's secret and the recovery codes as they are, because a code cannot be checked by a hash of the secret. Here they are sealed
/// with the data folder's keys: a copy of the database alone makes nobody's codes.
/// </summary>
internal sealed class SealedTokens(AccountsDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : UserOnlyStore<Account, AccountsDb, string>(db, describer)
{
    /// <summary>How everything that Data Protection seals begins. What does not was kept before this store was there.</summary>
    private const string Sealed = "CfDJ8";

    private readonly IDataProtector _protector = protection.CreateProtector("ImprovementSuite.AccountTokens");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value
            ? value.StartsWith(Sealed, StringComparison.Ordinal) ? _protector.Unprotect(value) : value
            : null;
}
