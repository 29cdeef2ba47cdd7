using System.Security.Claims;
using System.Text.Encodings.Web;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class ForTaskTests
{
    [Theory]
    [InlineData("a", true, "<a>Central 2</a>")]
    [InlineData("a", false, "Central 2")]
    [InlineData("li", true, "<li>Central 2</li>")]
    [InlineData("li", false, "")]
    public async Task Only_who_may_read_a_page_is_led_there(string element, bool may, string written)
    {
        var services = new ServiceCollection().AddLogging()
            .AddAuthorization(options => options.AddPolicy("read-records", policy => policy.RequireClaim("task", "read-records")))
            .BuildServiceProvider();
        var person = new ClaimsPrincipal(new ClaimsIdentity(may ? [new Claim("task", "read-records")] : [], "test"));
        var helper = new ForTaskTagHelper(services.GetRequiredService<IAuthorizationService>())
        {
            ForTask = "read-records",
            ViewContext = new ViewContext { HttpContext = new DefaultHttpContext { User = person } },
        };
        var output = new TagHelperOutput(element, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        output.Content.SetContent("Central 2");

        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "one"), output);

        using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        Assert.Equal(written, html.ToString());
    }
}
