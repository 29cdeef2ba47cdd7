using ImprovementSuite.Host.People;
using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Actions;

/// <summary>What waits for each role, on the published plan. The round of updates for 29 September is open; its updates are due on 17 September.</summary>
public sealed class PlanActionsTests
{
    private static readonly DateOnly Panel = new(2010, 9, 29);
    private static readonly Person Lead = As(Role.WorkstreamLead, "Social Work");
    private static readonly Person Manager = As(Role.PerformanceManager);
    private static readonly Person Member = As(Role.PanelMember);

    [Fact]
    public void A_lead_is_shown_the_lines_of_their_own_and_the_oldest_first()
    {
        var items = Of(Lead);

        Assert.Equal(15, items.Count(item => item.Words.StartsWith("Write the update of")));
        Assert.Equal(
            ["See to “August milestone” of 1.1", "See to “3 immediate actions” of 1.6"], items.Where(item => item.Words.StartsWith("See to “")).Select(item => item.Words));
        Assert.Equal("Say why 1.7 is complete: no figure stands behind it", Assert.Single(items, item => item.Words.StartsWith("Say why")).Words);
        Assert.Equal(9, items.Count(item => item.When == "Never read"));
        Assert.Equal(items.OrderBy(item => item.Day ?? DateOnly.MaxValue).Select(item => item.Words), items.Select(item => item.Words));
        var update = items.Single(item => item.Words == "Write the update of NI 59");
        Assert.Equal(("/plan/updates/2010-09-29/NI59", new DateOnly(2010, 9, 17)), (update.Path, update.Day));
        // A reading of one's own line is typed by oneself; what a module counts is not.
        Assert.Contains(items, item => item.When == "Never read" && item.Path.EndsWith("/readings"));
    }

    [Fact]
    public void The_name_of_a_workstream_is_the_same_however_it_is_written() => Assert.Equal(Of(Lead).Count, Of(As(Role.WorkstreamLead, "social work")).Count);

    [Fact]
    public void On_the_home_page_things_of_one_kind_are_one_row()
    {
        var rows = ActionItem.Together(Of(Lead));

        Assert.Equal(
            ["See to 2 milestones: 31 Aug", "Write 15 updates: 17 Sep", "Say why 1.7 is complete: no figure stands behind it: 17 Sep", "Get the first readings of 9 measures: Never read"],
            rows.Select(row => $"{row.Words}: {row.WhenWords(Plan2010.UpdateDay)}"));
    }

    [Fact]
    public void What_is_submitted_waits_for_the_manager_and_no_more_for_the_lead()
    {
        var plan = With(updates: [Update("1.1", UpdateState.Submitted, "somebody"), Update("1.2", UpdateState.Submitted, Manager.Id), Update("1.5", UpdateState.Draft, "somebody"), Returned("1.6")]);

        var lead = Of(Lead, plan).Select(item => item.Words).ToList();
        Assert.DoesNotContain("Write the update of 1.1", lead);
        Assert.Contains("Finish the update of 1.5", lead);
        Assert.Contains("Answer what was asked about the update of 1.6", lead);
        // A milestone is reported in the update while that can be written, and afterwards leads to its line.
        Assert.Equal("/plan/line/1.1", Of(Lead, plan).Single(item => item.Words.Contains("August milestone")).Path);
        // Nobody accepts an update of their own.
        var manager = Of(Manager, plan);
        Assert.Equal("/plan/updates/2010-09-29/1.1", manager.Single(item => item.Words == "Accept 1 submitted update").Path);
        Assert.Contains(manager, item => item.Words == "Collect 27 updates" && item.Path == "/plan/updates");
    }

    [Fact]
    public void A_manager_collects_updates_before_they_are_due_and_chases_them_afterwards()
    {
        var before = Of(Manager);
        Assert.Contains(before, item => item.Words == "Collect 29 updates" && item.Day == new DateOnly(2010, 9, 17));
        Assert.DoesNotContain(before, item => item.Words.StartsWith("Freeze") || item.Words == "Run the panel meeting");

        var after = Of(Manager, Plan2010.On(new(2010, 9, 23)));
        Assert.Contains(after, item => item.Words == "Chase 29 updates" && item.ToDo.WhenWords(new(2010, 9, 23)) == "6 days late");
        Assert.Contains(after, item => item.Words == "Freeze the pack of 29 September and send it out" && item.ToDo.WhenWords(new(2010, 9, 23)) == "1 day late");
        Assert.Contains(after, item => item.Words == "Run the panel meeting" && item.Path == "/plan/meetings/2010-09-29");
    }

    [Fact]
    public void A_manager_sees_to_challenges_readings_and_targets()
    {
        var rows = ActionItem.Together(Of(Manager)).ToDictionary(row => row.Words, row => row.Path);

        Assert.Equal("/plan/meetings/2010-09-29", rows["Put 5 challenges to the panel"]);
        Assert.Equal("/plan/not-measured#never-read", rows["Get the first readings of 20 measures"]);
        Assert.Equal("/plan/not-measured#no-target", rows["Agree the targets of 6 measures"]);
        Assert.Contains(Of(Manager), item => item.Words.StartsWith("Agree a target for ") && item.Path.StartsWith("/plan/edit/measure/"));
        var readings = Of(Manager, Plan2010.On(new(2010, 12, 1))).Where(item => item.When == "Stale").ToList();
        Assert.Contains(readings, item => item.Path == "/plan/measure/AUDITS-COMPLETED/readings" && item.Day == new DateOnly(2010, 10, 2));
    }

    [Fact]
    public void Papers_wait_until_they_come()
    {
        var own = new Paper { Panel = Panel, Line = "1.1", Title = "A further report", Owner = "Social Work" };
        var other = new Paper { Panel = Panel, Line = "3.5", Title = "An analysis", Owner = "Workforce" };
        var later = new Paper { Panel = new(2010, 12, 1), Line = "1.1", Title = "For another meeting", Owner = "Social Work" };

        Assert.Equal("Hand in “A further report”", Assert.Single(Of(Lead, papers: [own, other, later]), item => item.Words.StartsWith("Hand in")).Words);
        var row = Assert.Single(ActionItem.Together(Of(Manager, papers: [own, other, later])), row => row.Words == "Get 2 papers in");
        Assert.Equal(("/plan/meetings/2010-09-29", new DateOnly(2010, 9, 22)), (row.Path, row.Day));
        own.Receive(Plan2010.UpdateDay, afterFreeze: false, Actor.Suite);
        Assert.DoesNotContain(Of(Lead, papers: [own]), item => item.Words.StartsWith("Hand in"));
    }

    [Fact]
    public void A_question_of_a_panel_waits_until_it_is_answered()
    {
        var asked = new Decision { Panel = new(2010, 7, 13), Line = "1.1", Minute = "What of the other 16?", Owner = "Social Work", MinutedBy = "the manager" };
        var plan = With(decisions: [asked]);

        var item = Of(Lead, plan)[0];
        Assert.Equal(("Answer the panel of 13 July on 1.1", "/plan/meetings/2010-07-13", "Asked 13 Jul"), (item.Words, item.Path, item.ToDo.WhenWords(plan.Day)));
        Assert.Contains(Of(Manager, plan), waiting => waiting.Words == "Follow up what was asked about 1.1");
        asked.AnswerWith("They came", Actor.Suite, default);
        Assert.DoesNotContain(Of(Lead, plan), waiting => waiting.Words.Contains("13 July"));
    }

    [Fact]
    public void A_reason_that_stands_or_is_on_its_way_is_not_asked_for()
    {
        var update = Update("1.7", UpdateState.Submitted, "somebody", reason: "Inspected last week");

        Assert.DoesNotContain(Of(Lead, With(updates: [update])), item => item.Words.StartsWith("Say why"));
    }

    [Fact]
    public void A_recommendation_that_several_lines_count_waits_once()
    {
        // Lines 4.1 and 4.2 share the measure; nothing of the plan counts the last.
        var plan = With(overdue: [Overdue("a", "RECS-IN-TIMESCALE", new(2010, 8, 1)), Overdue("b", "OF-NO-LINE", new(2010, 8, 1))]);

        var item = Assert.Single(LeadActions.Overdue(plan, plan.Lines));
        Assert.Equal("See to 1 overdue recommendation of 4.1", item.Words);
        Assert.Equal(1, plan.OverdueRecommendations);
    }

    [Fact]
    public void Overdue_recommendations_wait_on_the_lines_whose_measures_count_them()
    {
        var plan = With(overdue: [Overdue("a", "RECS-FOSTERING", new(2010, 8, 1)), Overdue("b", "RECS-FOSTERING", new(2010, 8, 10)), Overdue("c", "RECS-SAFEGUARDING-LAC", new(2010, 8, 15))]);

        var items = Of(Lead, plan);
        Assert.Equal("See to 2 overdue recommendations of 1.5", items[0].Words);
        Assert.Equal(("/plan/line/1.5", "19 days late"), (items[0].Path, items[0].ToDo.WhenWords(plan.Day)));
        Assert.Equal("See to 3 overdue recommendations", ActionItem.Together(items)[0].Words);
        Assert.DoesNotContain(Of(As(Role.WorkstreamLead, "Workforce"), plan), item => item.Words.Contains("recommendation"));
    }

    [Fact]
    public void A_member_of_the_panel_has_the_meeting_its_pack_once_frozen_and_what_is_to_be_decided()
    {
        Assert.Equal(["Keep the day of the panel meeting free", "Decide on 5 challenges"], Of(Member).Select(item => item.Words));

        var plan = Plan2010.On(new(2010, 9, 23));
        plan.NextPanel!.Freeze([], [], plan.Day, Actor.Suite, default);
        Assert.Equal(["Read the pack of 29 September", "Come to the panel meeting"], Of(Member, plan).Take(2).Select(item => item.Words));
    }

    [Theory]
    [InlineData("Team manager")]
    [InlineData("Practice improvement manager")]
    [InlineData("Analyst")]
    [InlineData("Administrator")]
    [InlineData("Read-only adviser")]
    public void Nothing_of_the_plan_waits_for_anybody_else(string role) => Assert.Empty(Of(As(Role.All.Single(known => known.Name == role))));

    private static IReadOnlyList<ActionItem> Of(Person person, PlanSnapshot? plan = null, IReadOnlyList<Paper>? papers = null) =>
        PlanActions.Of(plan ?? Plan2010.Snapshot, person, papers ?? []);

    private static Person As(Role role, params string[] workstreams) => new("me", role.Tasks.ToHashSet(), workstreams);

    private static PlanSnapshot With(IReadOnlyList<LineUpdate>? updates = null, IReadOnlyList<Decision>? decisions = null, IReadOnlyList<KnownRecommendation>? overdue = null) =>
        new(PlanContent.Of(Plan2010.File) with { Updates = updates ?? [], Decisions = decisions ?? [], Overdue = overdue ?? [] }, Plan2010.UpdateDay);

    private static LineUpdate Update(string line, UpdateState state, string author, string? reason = null)
    {
        var update = new LineUpdate { Panel = Panel, Line = line };
        update.Write(new("What", "Why", "Next", Colour.Green, null, reason), new(author, author), default);
        if (state == UpdateState.Submitted)
            update.Submit(new(author, author), default);
        return update;
    }

    private static LineUpdate Returned(string line)
    {
        var update = Update(line, UpdateState.Submitted, "somebody");
        update.Return("How many?");
        return update;
    }

    private static KnownRecommendation Overdue(string id, string measure, DateOnly due)
    {
        var known = new KnownRecommendation { Id = id };
        known.Take(new ImprovementSuite.Contracts.Inspections.RecommendationOverdue(id, "1", "Inspection", due, [measure], "/inspections", 1));
        return known;
    }
}
