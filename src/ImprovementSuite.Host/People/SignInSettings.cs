using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.People;

/// <summary>How people sign in, from the section "SignIn" of the settings.</summary>
/// <param name="SecondFactorRequired">Whether a password alone opens nothing but the page that sets up a second factor.</param>
/// <param name="BreachedPasswords">A file of passwords that are known to others, as SHA-1 sums in order; null where there is none.</param>
/// <param name="RefusalsPerMinute">Passwords, codes and passkeys that may fail from one address; beyond it none is looked at for a while.</param>
/// <param name="Council">The council's own provider; null where people sign in by password or passkey alone.</param>
internal sealed record SignInSettings(bool SecondFactorRequired, string? BreachedPasswords, int RefusalsPerMinute, CouncilProvider? Council)
{
    // A whole council may come from one address; it mistypes less often than this.
    private const int UsualRefusals = 60;

    public static SignInSettings Of(IConfiguration settings)
    {
        var signIn = settings.GetSection("SignIn");
        if (signIn["SecondFactor"] is { } factor && factor is not ("required" or "optional"))
            throw new CannotStartException($"SignIn:SecondFactor is \"{factor}\": write required or optional.");
        if (signIn["BreachedPasswords"] is { } file && !File.Exists(file))
            throw new CannotStartException($"SignIn:BreachedPasswords names {file}, and there is no such file. Put the list there, or take the setting out.");
        var refusals = UsualRefusals;
        if (signIn["RefusalsPerMinute"] is { } typed && !(int.TryParse(typed, out refusals) && refusals > 0))
            throw new CannotStartException($"SignIn:RefusalsPerMinute is \"{typed}\": give a number of 1 or more, or leave it out for {UsualRefusals}.");
        return new(signIn["SecondFactor"] != "optional", signIn["BreachedPasswords"], refusals, CouncilProvider.Of(signIn.GetSection("OpenId")));
    }
}

/// <summary>An OpenID Connect provider.</summary>
/// <param name="Authority">Its address, such as https://login.example.gov.uk/tenant/v2.0.</param>
/// <param name="Name">What its button says: "your council account".</param>
internal sealed record CouncilProvider(Uri Authority, string ClientId, string ClientSecret, string Name)
{
    public static CouncilProvider? Of(IConfigurationSection settings)
    {
        if (settings["Authority"] is not { } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new CannotStartException($"SignIn:OpenId:Authority is \"{authority}\": give the provider's address, which begins with https://.");
        if (settings["ClientId"] is not { } client || settings["ClientSecret"] is not { } secret)
            throw new CannotStartException("SignIn:OpenId needs ClientId and ClientSecret beside Authority: the council's provider gives both when the suite is registered there.");
        return new(address, client, secret, settings["Name"] ?? "your council account");
    }
}
