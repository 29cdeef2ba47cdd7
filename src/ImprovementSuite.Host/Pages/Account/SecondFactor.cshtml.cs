using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace ImprovementSuite.Host.Pages.Account;

/// <summary>An authenticator app is set up, changed, and its recovery codes are shown once.</summary>
[Authorize]
internal sealed class SecondFactorModel(AccountsDb db, UserManager<Accounts.Account> accounts, SignIns signIns, SuiteSignInManager manager) : AccountPage(db, accounts)
{
    private const int Codes = 8;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>New ones, to be shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public int Left { get; private set; }

    /// <summary>The app's key in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same as a picture that an app reads.</summary>
    public string Picture { get; private set; } = "";

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (Own.TwoFactorEnabled || !await Accounts.VerifyTwoFactorTokenAsync(Own, Accounts.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            ModelState.AddModelError(nameof(Code), "This code does not fit. Look whether the app's clock is right, and enter the code that it shows now");
            await Show();
            return Page();
        }
        Db.Record(Me, "set up an authenticator app", Own.Name);
        await Accounts.SetTwoFactorEnabledAsync(Own, true);
        RecoveryCodes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Own, Codes))!];
        if (IsLimited)
        {
            await signIns.End(HttpContext);
            await manager.Enter(Own, "password and code");
        }
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(string? what)
    {
        if (!Own.TwoFactorEnabled)
            return RedirectToPage();
        if (!await Proved(Password, nameof(Password)))
        {
            await Show();
            return Page();
        }
        if (what == "codes")
        {
            Db.Record(Me, "made new recovery codes", Own.Name);
            RecoveryCodes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Own, Codes))!];
            return Page();
        }
        Db.Record(Me, "took the authenticator app off", Own.Name);
        await Accounts.SetTwoFactorEnabledAsync(Own, false);
        await Accounts.ResetAuthenticatorKeyAsync(Own);
        return RedirectToPage();
    }

    private async Task Show()
    {
        if (Own.TwoFactorEnabled)
        {
            Left = await Accounts.CountRecoveryCodesAsync(Own);
            return;
        }
        var key = await Accounts.GetAuthenticatorKeyAsync(Own);
        if (key is null)
        {
            await Accounts.ResetAuthenticatorKeyAsync(Own);
            key = (await Accounts.GetAuthenticatorKeyAsync(Own))!;
        }
        Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));
        using var code = QRCodeGenerator.GenerateQrCode($"otpauth://totp/ImprovementSuite:{Uri.EscapeDataString(Own.Email!)}?secret={key}&issuer=ImprovementSuite&digits=6", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        Picture = picture.GetGraphic(5);
    }
}
