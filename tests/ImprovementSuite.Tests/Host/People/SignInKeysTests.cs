using System.Net;
using ImprovementSuite.Tests.Support;
using Xunit;

namespace ImprovementSuite.Tests.Host.People;

public sealed class SignInKeysTests
{
    /// <summary>A browser sends a cookie of localhost to every port, and so to every suite of the machine.</summary>
    [Fact]
    public async Task Who_signed_in_to_one_data_folder_has_not_signed_in_to_another()
    {
        await using var demo = await RunningSuite.Start();
        await using var other = await RunningSuite.Start();
        using var visitor = await Visitor.SignIn(demo, "demo-administrator");

        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/plan"));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.Status(new Uri(other.Pages, "/plan").ToString()));
    }
}
