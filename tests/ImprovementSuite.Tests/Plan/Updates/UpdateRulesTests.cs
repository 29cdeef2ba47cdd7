using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Tests.Plan.Updates;

/// <summary>What an update must have, how far its text may go, and who may do what with it when.</summary>
public sealed class UpdateRulesTests
{
    private static readonly Actor Lead = new("lead", "Workstream lead");
    private static readonly Actor Manager = new("manager", "Performance manager");
    private static readonly DateTime Now = new(2010, 9, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("3.5", "Amber", "Give the reason for amber. The figures say red: 64% against a baseline of 81%")]
    [InlineData("5.4", "Red", "Give the reason for red. The figures say green: £467,459 against £546,069 expected")]
    [InlineData("1.3", "Green", "Give the reason for green. The figures say amber: \"")]
    [InlineData("4.4", "Green", "Give the reason for green. No figure stands behind it yet")]
    [InlineData("1.7", "Complete", "Give the reason for complete. No figure stands behind it yet")]
    public void A_colour_that_the_figures_do_not_give_needs_a_reason_and_the_error_names_them(string line, string colour, string says) =>
        Assert.StartsWith(says, Assert.Single(Faults(line, Enum.Parse<Colour>(colour))).Says);

    [Theory]
    [InlineData("3.5", "Red")]
    [InlineData("NI60", "Green")]
    [InlineData("4.4", "Amber")]
    public void The_figures_own_colour_needs_none_and_neither_does_a_modest_one_without_figures(string line, string colour) =>
        Assert.Empty(Faults(line, Enum.Parse<Colour>(colour)));

    [Fact]
    public void Complete_needs_evidence_on_every_milestone_and_the_error_names_those_without()
    {
        var milestones = Plan2010.Line("1.1").Line.Milestones;
        var without = milestones.Where(milestone => milestone.Evidence is null).ToList();

        var fault = Faults("1.1", Colour.Complete).First();

        Assert.Equal("Declared", fault.Field);
        Assert.StartsWith($"Complete needs evidence on every milestone, and there is none for \"{without[0].Title}\", ", fault.Says);
        Assert.EndsWith(without.Count == 4 ? "and 1 other" : $"\"{without[^1].Title}\"", fault.Says);
    }

    [Fact]
    public void An_update_is_submitted_with_three_answers_and_a_colour() => Assert.Equal(
        ["WhatChanged: Say what changed since 13 July, or that nothing did", "Why: Say why: what stands behind the figure", "WhatNext: Say what happens next: who does what, by when", "Declared: Choose the colour that you declare"],
        UpdateCheck.ForSubmission(new(null, null, null, Colour.None, null, null), Plan2010.Line("3.5"), Plan2010.Snapshot).Select(fault => $"{fault.Field}: {fault.Says}"));

    [Fact]
    public void Characters_are_counted_as_people_count_them()
    {
        var accented = string.Concat(Enumerable.Repeat("e\u0301", LineUpdate.Longest));
        var lines = TypedText.Clean(string.Concat(Enumerable.Repeat("a\r\n", LineUpdate.Longest / 2)));

        Assert.Empty(UpdateCheck.OfDraft(new(accented, lines, null, Colour.None, null, null)));
        Assert.Equal(
            "This has 20,001 characters: shorten it to 20,000, or put the rest into a paper for the panel",
            Assert.Single(UpdateCheck.OfDraft(new(null, accented + "x", null, Colour.None, null, null))).Says);
    }

    [Theory]
    [InlineData("  one\r\ntwo\rthree\n ", "one\ntwo\nthree")]
    [InlineData("a\u0000b\u0007\tc", "ab\tc")]
    [InlineData(" \r\n ", null)]
    [InlineData("\u0000", null)]
    public void Typed_text_has_line_ends_of_one_kind_and_nothing_invisible(string typed, string? kept) => Assert.Equal(kept, TypedText.Clean(typed));

    [Fact]
    public void Nobody_accepts_their_own_and_an_accepted_one_changes_only_by_being_returned()
    {
        var line = Plan2010.File.Lines.First();
        var update = new LineUpdate { Panel = new(2010, 9, 29), Line = line.Ref };
        var words = new UpdateWords("Changed", "Why", "Next", Colour.Amber, null, null);
        update.Write(words, Lead, Now);
        update.Submit(Lead, Now);

        Assert.Throws<InvalidOperationException>(() => update.Write(words, Lead, Now));
        Assert.Throws<InvalidOperationException>(() => update.Accept(NewLine(), Lead, Now));
        var declared = NewLine();
        update.Accept(declared, Manager, Now);
        Assert.Equal((Colour.Amber, "Changed\n\nWhy\n\nNext"), (declared.Declared, declared.Commentary));
        Assert.Throws<InvalidOperationException>(() => update.Write(words, Lead, Now));

        update.Return("By how much?");
        Assert.Equal((UpdateState.Draft, true, null), (update.State, update.IsReturned, update.AcceptedBy));
        update.Write(words, Lead, Now);
        update.Submit(Lead, Now);
        Assert.False(update.IsReturned);
    }

    private static ImprovementSuite.Plan.Lines.Line NewLine() => new() { Ref = "x", Theme = "", Name = "", Action = "" };

    private static List<UpdateFault> Faults(string line, Colour colour) =>
        [.. UpdateCheck.ForSubmission(new("Changed", "Why", "Next", colour, null, null), Plan2010.Line(line), Plan2010.Snapshot)];
}
