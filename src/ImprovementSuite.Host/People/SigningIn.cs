using System.Security.Claims;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ImprovementSuite.Host.People;

/// <summary>What a cookie says of a person: who they are, of which sign-in it is, and what the account may do.</summary>
internal static class PersonClaims
{
    private const string SignInClaim = "sign-in";
    private const string VersionClaim = "access-version";
    private const string LimitedClaim = "limited";

    public static ClaimsPrincipal Of(Account account, string signIn, bool limited) => Principal(
        account.Id, account.Name, signIn,
        limited
            ? [new(LimitedClaim, "second-factor"), new(VersionClaim, account.AccessVersion.ToString())]
            :
            [
                new(VersionClaim, account.AccessVersion.ToString()), .. account.RoleList.Select(role => new Claim(ClaimTypes.Role, role)),
                .. Workstreams.Claims(account.WorkstreamList), .. Teams.Claims(account.TeamList),
            ]);

    public static ClaimsPrincipal Of(DemoPerson person, string signIn) => Principal(
        person.Id, person.Name, signIn, [new(ClaimTypes.Role, person.Role.Name), .. Workstreams.Claims(person.Workstream), .. Teams.Claims(person.Teams ?? [])]);

    public static string? SignIn(ClaimsPrincipal person) => person.FindFirstValue(SignInClaim);

    /// <summary>Null for a person of the demo, who has no account.</summary>
    public static int? AccessVersion(ClaimsPrincipal person) => int.TryParse(person.FindFirstValue(VersionClaim), out var version) ? version : null;

    /// <summary>Whether the person has proved one thing of two, and so may do nothing but set up the second.</summary>
    public static bool IsLimited(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == LimitedClaim);

    private static ClaimsPrincipal Principal(string id, string name, string signIn, IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name), new(SignInClaim, signIn), .. more], IdentityConstants.ApplicationScheme));
}

/// <summary>Opens and ends sign-ins, and says on each request whether the cookie's is still open and what its person may do now.</summary>
internal sealed class SignIns(AccountsDb db, SignInChanges changes, IMemoryCache known, BusinessClock clock)
{
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    /// <summary>For so long the database is not asked again, unless this process changes something: a command in another process is noticed after it.</summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);

    public async Task Begin(HttpContext http, DemoPerson person) =>
        await Begin(http, new Actor(person.Id, person.Name), "demo", signIn => PersonClaims.Of(person, signIn));

    /// <param name="limited">One thing of two was proved: the account's roles are left out.</param>
    public async Task Begin(HttpContext http, Account account, string how, bool limited) =>
        await Begin(http, new Actor(account.Id, account.Name), how, signIn => PersonClaims.Of(account, signIn, limited));

    public async Task End(HttpContext http)
    {
        if (PersonClaims.SignIn(http.User) is { } id && await db.SignIns.FindAsync(id) is { EndedAt: null } open)
        {
            open.End(clock.Now);
            db.Record(Actor.Of(http.User), "signed out", Actor.Of(http.User).Name);
            await db.SaveChangesAsync();
        }
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends every sign-in of a person, or all but one; the caller saves.</summary>
    public async Task<int> EndAll(string person, string? but = null)
    {
        var open = await db.SignIns.Where(s => s.PersonId == person && s.EndedAt == null && s.Id != but).ToListAsync();
        open.ForEach(s => s.End(clock.Now));
        return open.Count(s => clock.Now - s.StartedAt < SignedIn.Longest);
    }

    /// <summary>The person of the cookie as things stand now; null where the sign-in is ended or too old, or the account closed.</summary>
    private async Task<ClaimsPrincipal?> Current(ClaimsPrincipal person)
    {
        var (id, count) = (PersonClaims.SignIn(person) ?? "", changes.Count);
        if (!known.TryGetValue((typeof(SignIns), id), out (int Count, ClaimsPrincipal Person) last) || last.Count != count)
        {
            if (await Read(person) is not { } now)
                return null;
            known.Set((typeof(SignIns), id), last = (count, now), KnownFor);
        }
        return PersonClaims.AccessVersion(last.Person) == PersonClaims.AccessVersion(person) ? person : last.Person;
    }

    private async Task<ClaimsPrincipal?> Read(ClaimsPrincipal person)
    {
        var (id, who, now) = (PersonClaims.SignIn(person), Actor.Of(person).Id, clock.Now);
        if (await db.SignIns.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.PersonId == who) is not { EndedAt: null } open || now - open.StartedAt > SignedIn.Longest)
            return null;
        if (now - open.SeenAt > SeenWithin)
            await db.SignIns.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        if (PersonClaims.AccessVersion(person) is not { } version)
            return person;
        var state = await db.Accounts.Where(a => a.Id == who).Select(a => new { a.ClosedAt, a.AccessVersion }).SingleOrDefaultAsync();
        return state is not { ClosedAt: null } ? null
            : state.AccessVersion == version ? person
            : PersonClaims.Of(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == who), open.Id, PersonClaims.IsLimited(person));
    }

    /// <summary>The cookie of each request is only as good as the row of its sign-in.</summary>
    public static async Task Validate(CookieValidatePrincipalContext cookie)
    {
        // A style sheet shows nothing of anybody.
        if (cookie.HttpContext.Request.Path.StartsWithSegments("/assets"))
            return;
        var person = await cookie.HttpContext.RequestServices.GetRequiredService<SignIns>().Current(cookie.Principal!);
        if (person is null)
        {
            cookie.RejectPrincipal();
            await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        else if (person != cookie.Principal)
        {
            cookie.ReplacePrincipal(person);
            cookie.ShouldRenew = true;
        }
    }

    private async Task Begin(HttpContext http, Actor person, string how, Func<string, ClaimsPrincipal> claims)
    {
        var now = clock.Now;
        var signIn = SignedIn.Of(person.Id, how, http.Request.Headers.UserAgent.ToString(), now);
        var old = now - SignedIn.Kept;
        await db.SignIns.Where(s => s.StartedAt < old).ExecuteDeleteAsync();
        db.SignIns.Add(signIn);
        db.Record(person, "signed in", person.Name, after: how);
        await db.SaveChangesAsync();
        await http.SignInAsync(IdentityConstants.ApplicationScheme, claims(signIn.Id));
    }
}
