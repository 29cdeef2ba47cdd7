using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages;

/// <summary>What a refusal or failure says to a person.</summary>
// It is also shown in answer to a POST, whose token may be what was wrong.
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
internal sealed class ProblemModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Title => Status switch
    {
        StatusCodes.Status400BadRequest => "That could not be read",
        StatusCodes.Status403Forbidden => "You cannot see this page",
        StatusCodes.Status404NotFound => "Page not found",
        StatusCodes.Status413PayloadTooLarge => "That is too large",
        StatusCodes.Status429TooManyRequests => "Too many at once",
        _ => "Something went wrong",
    };

    public string Sentence => Status switch
    {
        StatusCodes.Status400BadRequest => "What was sent was not complete or had waited too long. Go back, load the page again and try once more.",
        StatusCodes.Status403Forbidden => "Your role does not include it. \"Who can see what\", at the foot of the page, says whose does.",
        StatusCodes.Status413PayloadTooLarge => "More was sent than this page takes. Nothing has changed. Shorten it, or send a file where files are taken.",
        StatusCodes.Status429TooManyRequests => "So many tries came from where you are that no more are taken for now. Wait a minute, and try again.",
        StatusCodes.Status404NotFound => "There is nothing at this address. If you typed it, check that it is right.",
        _ => "The page could not be shown. It has been recorded, and nothing that was saved before is lost. Try again in a moment.",
    };
}
