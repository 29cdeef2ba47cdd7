using ImprovementSuite.Host.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ImprovementSuite.Host.People;

internal static class NewPassword
{
    public static readonly string Hint = $"{PasswordChecks.Shortest} characters or more. Three random words are good; mixing in signs and digits is not needed";

    /// <summary>Puts what Identity refused beside the field.</summary>
    public static bool Accept(ModelStateDictionary state, string field, IdentityResult result)
    {
        foreach (var error in result.Errors)
            state.AddModelError(field, error.Description);
        return result.Succeeded;
    }
}

internal static class NewPerson
{
    /// <summary>A name and an e-mail address, as they are typed.</summary>
    public static void Check(ModelStateDictionary state, string? name, string nameField, string? email, string emailField)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Account.LongestName)
            state.AddModelError(nameField, $"Enter the name, in up to {Account.LongestName} characters");
        var typed = email?.Trim() ?? "";
        if (typed.Length is 0 or > Account.LongestEmail || typed.Any(char.IsWhiteSpace) || typed.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            state.AddModelError(emailField, $"Enter an e-mail address such as a.person@example.gov.uk, in up to {Account.LongestEmail} characters");
    }
}
