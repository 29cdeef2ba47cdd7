using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.Ledger;

public sealed class LedgerDeskTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2010, 8, 20);
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Nothing_is_complete_without_evidence()
    {
        Assert.Equal(
            "Recommendation 1 has no evidence: add a file or a link that shows that it is complete, then say so",
            await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, Today, null, Owner)));
        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "H1", "1")).Status);

        await AddEvidence(_suite, "H1", "1", Owner);
        Assert.Equal("9 February 2010 is before the inspection, which began on 10 February 2010: correct the day", await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, new(2010, 2, 9), null, Owner)));
        Assert.Equal("21 August 2010 is still to come: give a day up to today, 20 August 2010", await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 21), null, Owner)));
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, Today, "All staff are trained", Owner)));
        Assert.Equal(LedgerStatus.Claimed, (await Row(_suite, "H1", "1")).Status);
    }

    [Fact]
    public async Task Nobody_validates_what_they_own_claimed_or_gave_evidence_for()
    {
        await AddEvidence(_suite, "H1", "1", new("helper", "Registered manager"));
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, Today, null, new("claimant", "Deputy"))));

        Assert.Equal("You are its owner: somebody else validates it", await Validate(new("somebody", "head of SERVICE")));
        Assert.Equal("You said that it is complete: somebody else validates it", await Validate(new("claimant", "Deputy")));
        Assert.Equal("You added evidence for it: somebody else validates it", await Validate(new("helper", "Registered manager")));
        // Its owner is a post; reminders of its service go to the person who holds it.
        await Edit(_suite, async db =>
        {
            db.Contacts.Add(new() { Service = "SOCIAL care", Name = "Inspection lead", Email = "demo-inspection-lead" });
            return await db.SaveChangesAsync();
        });
        Assert.Equal("You answer for it: you are its owner, or reminders of Social care go to you. Somebody else validates it", await Validate(new("demo-inspection-lead", "Inspection lead, Performance")));
        Assert.Null(await Validate(Validator));
        Assert.Equal(LedgerStatus.Met, (await Row(_suite, "H1", "1")).Status);

        Task<string?> Validate(ImprovementSuite.Platform.People.Actor by) => Step(_suite, "H1", "1", (desk, one) => desk.Validate(one, true, Today, ValidatedHow.DeskCheck, null, by));
    }

    [Fact]
    public async Task A_visit_says_what_it_found_and_may_find_that_it_is_not_complete()
    {
        await AddEvidence(_suite, "H1", "1", Owner);
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 2), null, Owner)));

        Assert.Equal("Say what was found", await Step(_suite, "H1", "1", (desk, one) => desk.Validate(one, true, Today, ValidatedHow.Visit, " ", Validator)));
        Assert.Equal("It was complete on 2 August 2010: give that day or a later one", await Step(_suite, "H1", "1", (desk, one) => desk.Validate(one, true, new(2010, 8, 1), ValidatedHow.Visit, "Seen", Validator)));
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Validate(one, false, Today, ValidatedHow.Visit, "Two staff are not trained", Validator)));

        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "H1", "1")).Status);
        var steps = await Edit(_suite, db => db.Events.OrderBy(step => step.Id).Select(step => step.Step).ToListAsync());
        Assert.Equal([LedgerStep.Completed, LedgerStep.FoundIncomplete], steps);
    }

    [Fact]
    public async Task A_revised_date_is_later_has_a_reason_and_is_approved_by_somebody_else()
    {
        Assert.Equal("19 August 2010 has passed: give a day from today on, 20 August 2010", await Revise(new(2010, 8, 19), "Late", "Director"));
        Assert.Equal("Say why the date is revised", await Revise(new(2010, 9, 30), "", "Director"));
        Assert.Equal("Head of service is the owner: somebody else approves a revised date", await Revise(new(2010, 9, 30), "Late", "Head of service"));
        Assert.Null(await Revise(new(2010, 9, 30), "Late", "Director"));
        Assert.Null(await Revise(new(2010, 10, 31), "Later still", "Director"));

        var steps = await Edit(_suite, db => db.Events.OrderBy(step => step.Id).Select(step => new { step.Before, step.Day, step.ApprovedBy }).ToListAsync());
        Assert.Equal([(new DateOnly(2010, 3, 31), new DateOnly(2010, 9, 30), "Director"), (new DateOnly(2010, 9, 30), new DateOnly(2010, 10, 31), "Director")], steps.Select(step => (step.Before!.Value, step.Day!.Value, step.ApprovedBy!)));

        Task<string?> Revise(DateOnly day, string why, string by) => Step(_suite, "H1", "1", (desk, one) => desk.Revise(one, day, why, by, Owner));
    }

    [Fact]
    public async Task What_people_do_here_stands_in_place_of_what_a_system_sent()
    {
        await Send(_suite, Recommendation("F1", "1", "2010-09-30", completed: "2010-08-01", evidence: "File 7", validated: "2010-08-05", validatedBy: "Independent reviewer", how: "desk-check", version: 2));
        Assert.Equal(LedgerStatus.Met, (await Row(_suite, "F1", "1")).Status);

        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Reopen(one, "A carer says otherwise", Validator)));
        await Send(_suite, Recommendation("F1", "1", "2010-09-30", completed: "2010-08-01", evidence: "File 7", validated: "2010-08-05", validatedBy: "Independent reviewer", how: "desk-check", version: 3));
        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "F1", "1")).Status);
    }

    [Fact]
    public async Task What_was_reopened_is_complete_again_on_new_evidence_and_not_before_it_relapsed()
    {
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 18), null, Owner)));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Reopen(one, "A carer says otherwise", Validator)));

        Assert.Equal("It was reopened on 20 August 2010: give that day or a later one", await Complete(new(2010, 8, 18)));
        Assert.Equal("Recommendation 1 has no evidence since it was reopened: add a file or a link that shows that it is complete now, then say so", await Complete(RunningSuite.Today));
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Complete(RunningSuite.Today));

        Task<string?> Complete(DateOnly day) => Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, day, null, Owner));
    }

    [Fact]
    public async Task What_shows_that_it_is_complete_again_is_not_removed_under_the_claim()
    {
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 18), null, Owner)));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Reopen(one, "A carer says otherwise", Validator)));
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, Today, null, Owner)));

        Assert.Equal("It is the only evidence since it was reopened that recommendation 1 is complete: add other evidence first, or have it reopened", await Remove(^1));
        Assert.Null(await Remove(0));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Validate(one, true, Today, ValidatedHow.DeskCheck, null, Validator)));

        Task<string?> Remove(Index which) => Step(_suite, "F1", "1", (desk, one) => desk.RemoveEvidence(one, one.Evidence[which], "Wrong file", Owner));
    }

    [Fact]
    public async Task The_day_of_a_claim_is_corrected_until_somebody_has_validated_it()
    {
        Assert.Equal("Recommendation 1 is open: there is no claim whose day could be corrected", await Correct(Today, "Slip"));
        await AddEvidence(_suite, "H1", "2", Owner);
        Assert.Null(await Step(_suite, "H1", "2", (desk, one) => desk.Complete(one, new(2010, 8, 4), null, Owner)));

        Assert.Equal("It is said to have been complete on 4 August 2010 already: give another day", await Correct(new(2010, 8, 4), "Slip", "2"));
        Assert.Equal("Say why the day is corrected", await Correct(new(2010, 7, 30), " ", "2"));
        Assert.Null(await Correct(new(2010, 7, 30), "The month was mistyped", "2"));
        Assert.Null(await Step(_suite, "H1", "2", (desk, one) => desk.Validate(one, true, Today, ValidatedHow.DeskCheck, null, Validator)));

        Assert.True((await Row(_suite, "H1", "2")).IsMetInTime);
        Assert.Equal(
            [null, "Not 4 August 2010. The month was mistyped"],
            await Edit(_suite, db => db.Events.Where(step => step.Step == LedgerStep.Completed).OrderBy(step => step.Id).Select(step => step.Words).ToListAsync()));
        Assert.Equal("Recommendation 2 is met: there is no claim whose day could be corrected", await Correct(Today, "Slip", "2"));

        Task<string?> Correct(DateOnly day, string why, string number = "1") => Step(_suite, "H1", number, (desk, one) => desk.CorrectDay(one, day, why, Owner));
    }

    [Fact]
    public async Task Whoever_a_system_names_as_having_claimed_it_does_not_validate_it_when_it_is_given_to_another()
    {
        await Send(_suite, Recommendation("F1", "1", "2010-09-30", completed: "2010-08-01", evidence: "File 7", version: 2));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Assign(one, "Deputy", "Social care", Validator)));

        Assert.Equal(
            "You said that it is complete: somebody else validates it",
            await Step(_suite, "F1", "1", (desk, one) => desk.Validate(one, true, Today, ValidatedHow.DeskCheck, null, new("moved", "Head of service"))));
    }

    [Fact]
    public async Task Evidence_that_was_exchanged_is_another_version_for_whoever_validates()
    {
        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Complete(one, Today, null, Owner)));
        var before = await Version();

        await AddEvidence(_suite, "F1", "1", Owner);
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.RemoveEvidence(one, one.Evidence[0], "Wrong file", Owner)));

        Assert.Equal(before + 1, await Version());

        Task<int> Version() => Edit(_suite, async db => await db.Progress.Select(one => one.Version).SingleAsync());
    }

    [Fact]
    public async Task Duplicates_are_of_other_reports_and_make_no_chains()
    {
        var (h1, f1, peer) = ((await Row(_suite, "H1", "1")).Id, (await Row(_suite, "F1", "1")).Id, (await Row(_suite, "PEER", "1")).Id);

        Assert.Equal("It is of the same report: a duplicate is of another one", await Link("H1", "2", h1));
        var s1 = (await Row(_suite, "S1", "1")).Id;
        Assert.Equal("Recommendation 1 of Report F1 was originally due later, on 30 September 2010, and the earlier date decides: link that one to this one instead", await Link("PEER", "1", f1));
        Assert.Equal("Recommendations of Provider SCH-1 are in no figure, and nor would this one be: link that one to this one instead", await Link("F1", "1", s1));
        Assert.Null(await Link("F1", "1", peer));
        Assert.Equal("Recommendation 1 of Report F1 is a duplicate itself: link to the one that it is linked to", await Link("H1", "1", f1));
        Assert.Equal("Others are linked to this one as duplicates: unlink them first, or link the other way round", await Link("PEER", "1", h1));
        // What stands for another is not taken away under it, and nothing is linked to what is not due any more.
        Assert.Equal("1 recommendation of other reports is counted with recommendation 1: unlink it first", await Withdraw("PEER", "1"));
        Assert.Equal(
            ["recommendation 1 of inspection PEER cannot be withdrawn: 1 of other reports is counted with it. Unlink it on the recommendation's page first."],
            await Rejected(_suite, Withdrawn(Recommendation("PEER", "1", "2010-05-31"))));
        Assert.Null(await Withdraw("H1", "1"));
        Assert.Equal("Recommendation 1 of Report H1 is withdrawn: what is counted with it would be counted nowhere", await Link("P1", "1", h1));
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Unlink(one, Validator)));
        Assert.Null(await Withdraw("PEER", "1"));

        Task<string?> Withdraw(string report, string number) => Step(_suite, report, number, (desk, one) => desk.Withdraw(one, "Ofsted took it back", Validator));

        Task<string?> Link(string report, string number, long other) => Step(_suite, report, number, (desk, one) => desk.Link(one, other, null, Validator, default));
    }
}
