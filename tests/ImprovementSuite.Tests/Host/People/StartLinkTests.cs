using ImprovementSuite.Host.People;
using Xunit;

namespace ImprovementSuite.Tests.Host.People;

public class StartLinkTests
{
    [Fact]
    public void It_opens_once()
    {
        var link = new StartLink();

        Assert.True(link.TryUse(TokenOf(link)));
        Assert.False(link.TryUse(TokenOf(link)));
    }

    [Fact]
    public void A_wrong_token_neither_opens_it_nor_uses_it_up()
    {
        var link = new StartLink();

        Assert.False(link.TryUse(null));
        Assert.False(link.TryUse(""));
        Assert.False(link.TryUse(TokenOf(new StartLink())));
        Assert.True(link.TryUse(TokenOf(link)));
    }

    private static string TokenOf(StartLink link) => link.Path.Split("token=")[1];
}
