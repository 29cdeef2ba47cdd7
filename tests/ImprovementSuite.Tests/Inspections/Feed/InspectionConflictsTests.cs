using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.Feed;

/// <summary>What a record is rejected for, beside the others of its batch, which are taken.</summary>
public sealed class InspectionConflictsTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "provider taken", "A", "Provider HOME-1 is record HOME-1 of council already: send a later version of that record, or give this one a reference of its own." },
        { "no school number", "A", "urn is \"12\": give the school's unique reference number, six digits such as 106872." },
        { "no provider", "A", "No provider NOBODY is here: send the provider first, or correct its reference." },
        { "no framework", "A", "framework is \"ofsted-1999\", which is not here: give one of ilacs-2018, ilacs-2026, ofsted-2009, ofsted-2012, profile-2008, scr-2008, or add it on the page of frameworks." },
        { "framework of another time", "A", "framework ofsted-2012 judges from 2012-09-01, and the inspection ended on 2010-06-01: correct one of them." },
        { "framework of other reports", "A", "framework scr-2008 is for serious case review (any provider), and this is inspection (children's home): name the framework that it was judged by, or tick on the page of frameworks that this one judges it too." },
        { "framework of other providers", "A", "framework profile-2008 is for inspection (the authority), and this is inspection (children's home): name the framework that it was judged by, or tick on the page of frameworks that this one judges it too." },
        { "provider that its framework does not judge", "AUTH", "kind is other service, and AUTH was judged by profile-2008, which judges the authority: correct the kind, or the framework of its reports first." },
        { "ended before it began", "A", "ended_on (2010-05-31) lies before began_on (2010-06-01): correct one of them." },
        { "grade of another framework", "A", "grade is \"adequate\", which Ofsted inspections of services and settings, 2009 to 2012 does not have: give one of inadequate, satisfactory, good, outstanding." },
        { "judged twice", "A", "overall of inspection H1 is judged in record H1-overall of council already: send a later version of that record." },
        { "no report", "A", "No inspection NONE is here: send the inspection first, or correct its reference." },
        { "no framework to judge by", "A", "Inspection PEER names no framework, so nothing says what its grades mean: send the inspection with its framework first." },
        { "number twice", "A", "Recommendation 1 of inspection H1 is record H1-1 of council already: send a later version of that record, or correct the number." },
        { "due before", "A", "due_on is 2010-02-09, before the inspection began on 2010-02-10: correct one of them." },
        { "original date changed", "H1-1", "due_on is 2010-04-30, and the original date of recommendation 1 is 2010-03-31. An original date never changes: agree a revised date on the recommendation's page. Where it is not the report's date, withdraw the recommendation on its page, with the reason, and send it with a number of its own, such as 1a." },
        { "reference in other letters", "A", "Inspection h1 is record H1 of council already: send a later version of that record, or give this one a reference of its own." },
        { "no evidence", "A", "evidence is empty and completed_on is given: say what shows that it is complete, or leave completed_on empty." },
        { "validated by the owner", "A", "validated_by is \"head of SERVICE\", who is the owner: nobody validates their own. Give who else found that it is complete." },
        { "report that is named", "H1", "inspection H1 cannot be withdrawn: 2 recommendations name it. Withdraw them first." },
        { "report that a grade names", "H2", "inspection was H2 and is now H2-2010, and other records name H2: a reference that is named stays. Send it as H2." },
        { "overall in other letters", "A", "area is \"Overall\", which Ofsted inspections of services and settings, 2009 to 2012 does not grade: give one of overall." },
        { "area in other letters", "A", "CARE of inspection H9 is judged in record H9-care of council already: send a later version of that record." },
        { "visit of no home", "A", "Provider PRU-1 is no children's home, and monthly visits are of children's homes: correct the reference." },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_record_that_does_not_fit_is_named_and_the_rest_is_taken(string what, string id, string sentence)
    {
        await Send(_suite, Report("RATING", "AUTH", "2009-12-09", framework: "profile-2008"), Report("H9", "HOME-2", "2010-06-01"), Judgement("H9", "good", area: "care"));
        var receipts = await Submit(_suite, [Of(what, id), Recommendation("H2", "9", "2010-12-31")]);

        Assert.Equal([sentence], receipts.SelectMany(receipt => receipt.Rejections).Select(rejection => rejection.Sentence));
        Assert.Equal(1, receipts.Sum(receipt => receipt.Accepted));
    }

    [Fact]
    public async Task A_report_whose_papers_have_readers_keeps_its_reference()
    {
        await Send(_suite, Report("SCR-1", "AUTH", "2010-06-02", kind: "serious-case-review", framework: ""));
        await Edit(_suite, async db =>
        {
            db.Add(new ImprovementSuite.Inspections.Judgements.ReviewReader { InspectionRef = "SCR-1", PersonId = "reader", PersonName = "Reader", NamedBy = "Inspection lead" });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(
            ["inspection was SCR-1 and is now SCR-2, and other records name SCR-1: a reference that is named stays. Send it as SCR-1."],
            await Rejected(_suite, Report("SCR-2", "AUTH", "2010-06-02", kind: "serious-case-review", framework: "", version: 2, id: "SCR-1")));
    }

    [Fact]
    public async Task A_framework_without_an_overall_grade_takes_its_areas_alone()
    {
        Assert.Equal(
            ["Inspection of local authority children's services (ILACS), 2018 to March 2026"], Read(_suite, connection => ImprovementSuite.Inspections.Data.FrameworkReading.All(connection).Values.Where(f => f.Code == "ilacs-2018").Select(f => f.Title).ToList()));
        var later = ImprovementSuite.Inspections.Judgements.FrameworkSeed.Ilacs2018;
        var framework = Read(_suite, connection => ImprovementSuite.Inspections.Data.FrameworkReading.Named(connection, "ilacs-2026"))!;

        Assert.Equal((false, true, false), (framework.Has("overall"), framework.Has("in-care"), framework.Has("kitchen")));
        Assert.True(Read(_suite, connection => ImprovementSuite.Inspections.Data.FrameworkReading.Named(connection, later))!.Has("overall"));
        Assert.Equal((1, -1), (framework.Compare("good", "outstanding"), framework.Compare("good", "requires improvement")));
        Assert.Null(framework.Compare("satisfactory", "good"));
    }

    [Fact]
    public async Task Taking_a_recommendation_out_does_not_change_its_original_date()
    {
        var (late, soon) = (Recommendation("H1", "1", "2010-03-31"), Recommendation("F1", "1", "2010-09-30"));
        await Send(_suite, Withdrawn(late), Withdrawn(soon));

        // What came today, nobody has worked on and has not fallen due is a slip that can still be mended; the other date has passed.
        await Send(_suite, Recommendation("F1", "1", "2010-10-31", version: 3));
        const string refusal = "due_on is 2010-12-31, and the original date of recommendation 1 is 2010-03-31. An original date never changes, though the recommendation was taken out: send it with that date. Where it is not the report's date, withdraw the recommendation on its page, with the reason, and send it with a number of its own, such as 1a.";
        Assert.Equal([refusal], await Rejected(_suite, Recommendation("H1", "1", "2010-12-31", version: 3)));
        Assert.Equal([refusal], await Rejected(_suite, Recommendation("H1", "1", "2010-12-31", id: "another")));
        await Send(_suite, Recommendation("H1", "1", "2010-03-31", version: 3));

        // Once somebody has done something about it, its date stays though it is to come.
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Assign(one, "Deputy", "Social care", Validator)));
        await Send(_suite, Withdrawn(Recommendation("F1", "1", "2010-10-31", version: 3)));
        Assert.Contains("is 2010-10-31. An original date never changes", Assert.Single(await Rejected(_suite, Recommendation("F1", "1", "2010-11-30", version: 5))));
    }

    [Fact]
    public async Task A_slip_is_mended_on_its_day_and_then_stands_whatever_was_typed_first()
    {
        await Send(_suite, Withdrawn(Recommendation("F1", "1", "2010-09-30")));
        await Send(_suite, Recommendation("F1", "1", "2010-10-31", id: "mended"));
        Read(_suite, connection => connection.Execute("UPDATE original_date SET CameOn = CameOn - 1"));

        // The one that stands goes on, though the slip is kept; and nothing leads back, or on to a third date.
        await Send(_suite, Recommendation("F1", "1", "2010-10-31", owner: "Director", version: 2, id: "mended"));
        using var lead = await Visitor.SignIn(_suite, "demo-inspection-lead");
        var page = await lead.Page((await Row(_suite, "F1", "1")).Path);
        Assert.Contains("31 October 2010. On the day on which it came it was first entered with 30 September 2010, and taken out", Visitor.Words(page.QuerySelector("main")));

        await Send(_suite, Withdrawn(Recommendation("F1", "1", "2010-10-31", version: 2, id: "mended")));
        foreach (var due in new[] { "2010-09-30", "2010-12-31" })
            Assert.Contains("is 2010-10-31. An original date never changes", Assert.Single(await Rejected(_suite, Recommendation("F1", "1", due, id: "third"))));
        await Send(_suite, Recommendation("F1", "1", "2010-10-31", id: "third"));
    }

    private static InspectionRecord Of(string what, string id) => what switch
    {
        "provider taken" => Provider("HOME-1", "nursery", id: id),
        "no school number" => Provider("SCH-2", "school", urn: "12", id: id),
        "no provider" => Report("X", "NOBODY", "2010-06-01", id: id),
        "no framework" => Report("X", "HOME-1", "2010-06-01", framework: "ofsted-1999", id: id),
        "framework of another time" => Report("X", "HOME-1", "2010-06-01", framework: "ofsted-2012", id: id),
        "framework of other reports" => Report("X", "HOME-1", "2010-06-01", framework: "scr-2008", id: id),
        "framework of other providers" => Report("X", "HOME-1", "2010-06-01", framework: "profile-2008", id: id),
        "provider that its framework does not judge" => Provider("AUTH", "other", version: 2, id: id),
        "ended before it began" => Report("X", "HOME-1", "2010-06-01", "2010-05-31", id: id),
        "grade of another framework" => Judgement("H2", "adequate", area: "care", id: id),
        "judged twice" => Judgement("H1", "good", id: id),
        "no report" => Judgement("NONE", "good", id: id),
        "no framework to judge by" => Judgement("PEER", "good", id: id),
        "number twice" => Recommendation("H1", "1", "2010-12-31", id: id),
        "due before" => Recommendation("H1", "7", "2010-02-09", id: id),
        "original date changed" => Recommendation("H1", "1", "2010-04-30", version: 2, id: id),
        "reference in other letters" => Report("h1", "HOME-1", "2010-02-10", id: id),
        "no evidence" => Recommendation("H1", "7", "2010-12-31", completed: "2010-08-01", id: id),
        "validated by the owner" => Recommendation("H1", "7", "2010-12-31", completed: "2010-08-01", evidence: "File 7", validated: "2010-08-02", validatedBy: "head of SERVICE", how: "visit", id: id),
        "report that is named" => Withdrawn(Report("H1", "HOME-1", "2010-02-10", id: id)),
        "report that a grade names" => Report("H2-2010", "HOME-2", "2010-03-03", version: 2, id: id),
        "overall in other letters" => Judgement("H9", "good", area: "Overall", id: id),
        "area in other letters" => Judgement("H9", "good", area: "CARE", id: id),
        _ => Visit("PRU-1", "2010-07-01"),
    };
}
