using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.People;

/// <summary>Everybody who has an account.</summary>
[Authorize(Tasks.ManagePeople)]
internal sealed class IndexModel(AccountsDb db, TimeProvider time) : PageModel
{
    /// <summary>Open accounts first; when they last signed in, and whether anything opens them yet.</summary>
    public IReadOnlyList<(Accounts.Account Account, DateTime? Last, bool Opened)> People { get; private set; } = [];

    public int WithoutFactor { get; private set; }

    public bool IsLocked(Accounts.Account account) => account.LockoutEnd > time.GetUtcNow();

    public async Task OnGetAsync()
    {
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.ClosedAt != null).ThenBy(a => a.Name).ToListAsync();
        var last = await db.SignIns.GroupBy(s => s.PersonId).Select(g => new { g.Key, At = g.Max(s => s.StartedAt) }).ToDictionaryAsync(g => g.Key, g => g.At);
        var passkeys = await db.Set<IdentityUserPasskey<string>>().Select(p => p.UserId).Distinct().ToListAsync();
        var council = await db.Set<IdentityUserLogin<string>>().Select(l => l.UserId).Distinct().ToListAsync();
        People = [.. accounts.Select(a => (a, last.TryGetValue(a.Id, out var at) ? at : (DateTime?)null, a.PasswordHash is not null || passkeys.Contains(a.Id) || council.Contains(a.Id)))];
        WithoutFactor = accounts.Count(a => a is { ClosedAt: null, TwoFactorEnabled: false, PasswordHash: not null } && !passkeys.Contains(a.Id));
    }
}
