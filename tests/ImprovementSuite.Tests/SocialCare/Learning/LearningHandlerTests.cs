using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.SocialCare.Integration;
using ImprovementSuite.SocialCare.Learning;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>Messages come at least once and in any order; the module's copy says what the newest said.</summary>
public sealed class LearningHandlerTests : IDisposable
{
    private readonly AuditedDatabase _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task The_same_message_twice_is_one_learning()
    {
        await Take(Delivered(1, "Voice of the child"));
        await Take(Delivered(1, "Voice of the child"));

        var known = Assert.Single(await Known());
        Assert.Equal("Voice of the child, 14 June 2010, Central 2 and all of North, 11 people", known.What.ToString());
        Assert.Equal(("From the Workforce module", true), (known.Source, known.Addresses("16")));
    }

    [Fact]
    public async Task An_earlier_message_that_comes_late_changes_nothing()
    {
        await Take(Delivered(3, "Voice of the child, part 2"));
        await Take(Delivered(2, "Voice of the child"));

        Assert.Equal("Voice of the child, part 2", Assert.Single(await Known()).Title);
    }

    [Fact]
    public async Task What_was_taken_back_stays_so_until_a_newer_message()
    {
        await Take(new LearningWithdrawn("L1", 2));
        await Take(Delivered(1, "Voice of the child"));
        Assert.True(Assert.Single(await Known()).IsWithdrawn);

        await Take(Delivered(3, "Voice of the child"));
        Assert.False(Assert.Single(await Known()).IsWithdrawn);
    }

    private static LearningDelivered Delivered(long revision, string title) =>
        new("L1", title, ["16"], new(2010, 6, 14), [Scope.Team("Central 2", "Central"), Scope.Locality("North")], 11, revision);

    private async Task Take(LearningDelivered delivered)
    {
        await using var db = _suite.NewContext();
        await new LearningHandler(db).Handle(delivered, default);
    }

    private async Task Take(LearningWithdrawn withdrawn)
    {
        await using var db = _suite.NewContext();
        await new LearningHandler(db).Handle(withdrawn, default);
    }

    private async Task<List<LearningEvent>> Known()
    {
        await using var db = _suite.NewContext();
        return await db.Set<LearningEvent>().ToListAsync();
    }
}
