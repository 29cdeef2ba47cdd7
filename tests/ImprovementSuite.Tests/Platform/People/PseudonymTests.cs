using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Tests.Platform.People;

public sealed class PseudonymTests
{
    private readonly Pseudonyms _ours = new([.. Enumerable.Range(0, Pseudonyms.KeyLength).Select(i => (byte)i)]);
    private readonly Pseudonyms _others = new(new byte[Pseudonyms.KeyLength]);

    [Fact]
    public void One_reference_has_one_pseudonym_and_another_key_gives_another()
    {
        Assert.Equal(_ours.Of("C1"), _ours.Of("C1"));
        Assert.NotEqual(_ours.Of("C1"), _ours.Of("c1"));
        Assert.NotEqual(_ours.Of("C1"), _others.Of("C1"));
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(i => _ours.Of($"C{i}")).Distinct().Count());
    }

    [Theory]
    [InlineData("C1")]
    [InlineData("")]
    [InlineData("=1+1")]
    [InlineData("Örtlich 7/2")]
    public void It_can_be_told_from_a_reference(string reference)
    {
        var pseudonym = _ours.Of(reference);

        Assert.Matches("^P(-[0-9A-HJKMNP-TV-Z]{4}){3}$", pseudonym);
        Assert.True(Pseudonyms.IsOne(pseudonym) && Pseudonyms.IsOne(pseudonym.ToLowerInvariant()));
        Assert.False(Pseudonyms.IsOne(reference));
    }

    [Fact]
    public void A_text_in_the_change_log_is_its_length_and_a_mark()
    {
        var text = new string('x', 1_234);

        Assert.Equal($"1,234 characters, {_ours.Of(text)}", _ours.Mark(text));
        Assert.Equal("", _ours.Mark(""));
    }
}
