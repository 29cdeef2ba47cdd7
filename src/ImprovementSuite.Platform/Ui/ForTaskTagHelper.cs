using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// What leads to a page is for those alone who may read it: <c>&lt;a for-task="@Tasks.ReadRecords" href="..."&gt;</c>. For others a link's words
/// stand without the link, and any other element is left out.
/// </summary>
[HtmlTargetElement(Attributes = "for-task")]
public sealed class ForTaskTagHelper(IAuthorizationService authorization) : TagHelper
{
    /// <summary>The task; one of <see cref="People.Tasks"/>.</summary>
    public required string ForTask { get; set; }

    /// <summary>The page that it stands on.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if ((await authorization.AuthorizeAsync(ViewContext.HttpContext.User, ForTask)).Succeeded)
            return;
        if (output.TagName == "a")
            output.TagName = null;
        else
            output.SuppressOutput();
    }
}
