using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>Who one is here, and how the account is opened.</summary>
[Authorize]
internal sealed class IndexModel(AccountsDb db, UserManager<Accounts.Account> accounts, BusinessClock clock) : AccountPage(db, accounts)
{
    public int RecoveryCodes { get; private set; }

    public int Passkeys { get; private set; }

    public int OpenSignIns { get; private set; }

    public async Task OnGetAsync()
    {
        var oldest = clock.Now - SignedIn.Longest;
        RecoveryCodes = await Accounts.CountRecoveryCodesAsync(Own);
        Passkeys = (await Accounts.GetPasskeysAsync(Own)).Count;
        OpenSignIns = await Db.SignIns.CountAsync(s => s.PersonId == Own.Id && s.EndedAt == null && s.StartedAt > oldest);
    }
}
