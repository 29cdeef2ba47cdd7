using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Accounts;

/// <summary>The tables in which ASP.NET Core Identity keeps accounts, under this house's names, and the sign-ins beside them.</summary>
internal static class AccountTables
{
    public static void AddAccounts(this ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("account");
            e.HasIndex(a => a.NormalizedUserName).IsUnique();
            e.HasIndex(a => a.NormalizedEmail).IsUnique();
            e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            e.HasMany<IdentityUserClaim<string>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
            e.HasMany<IdentityUserLogin<string>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
            e.HasMany<IdentityUserToken<string>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
            e.HasMany<IdentityUserPasskey<string>>().WithOne().HasForeignKey(p => p.UserId).IsRequired();
        });
        model.Entity<IdentityUserClaim<string>>(e => e.ToTable("account_claim"));
        model.Entity<IdentityUserLogin<string>>(e => { e.ToTable("account_login"); e.HasKey(l => new { l.LoginProvider, l.ProviderKey }); });
        model.Entity<IdentityUserToken<string>>(e => { e.ToTable("account_token"); e.HasKey(t => new { t.UserId, t.LoginProvider, t.Name }); });
        model.Entity<IdentityUserPasskey<string>>(e => { e.ToTable("account_passkey"); e.HasKey(p => p.CredentialId); e.OwnsOne(p => p.Data).ToJson(); });
        model.Entity<SignedIn>(e => { e.ToTable("signed_in"); e.HasIndex(s => new { s.PersonId, s.StartedAt }); });
    }
}
