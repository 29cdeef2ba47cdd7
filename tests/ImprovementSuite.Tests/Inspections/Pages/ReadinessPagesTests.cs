using System.Net;
using System.Text;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Inspections.Pages.ProviderPagesTests;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Pages;

/// <summary>Readiness as a service says it and a reviewer does.</summary>
public sealed class ReadinessPagesTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;
    private Visitor _manager = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_lead, _manager, _reader) = (await SignIn(_suite, "demo-inspection-lead"), await SignIn(_suite, "demo-service-manager"), await SignIn(_suite, "demo-panel-member"));
        await Fill(_suite);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _manager.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_service_and_the_reviewer_stand_side_by_side()
    {
        // A school's readiness is looked after elsewhere.
        Assert.Equal("None of 5 providers has said yet how ready it is.", await Sentence("/inspections/readiness"));
        await Assess("FOS-1", "good");
        Assert.Equal(
            "1 of 5 providers has said how ready it is; 0 are reviewed, and in 0 of those the reviewer expects worse than the service. In 1 the window of the next inspection has begun.", await Sentence("/inspections/readiness"));

        await _lead.Send(await _lead.Page("/inspections/readiness/FOS-1/review"), Save, ("Grade", "satisfactory"), ("Why", "Two of three records had no plan"));
        Assert.Equal(
            "For its next inspection the service expects good and the reviewer satisfactory, which is worse. It was last judged satisfactory on 12 May 2010; 3 recommendations are open.", await Sentence("/inspections/readiness/FOS-1"));
        Assert.Contains("≠ The reviewer expects worse", Words((await _reader.Page("/inspections/readiness")).QuerySelector("main")));
        Assert.Contains("The service expects better than it was judged last", Words((await _reader.Page("/inspections/readiness/FOS-1")).QuerySelector("main")));
        Assert.Contains("\"good\",\"2010-08-20\",\"satisfactory\",\"2010-08-20\",\"≠ The reviewer expects worse\",0", await _reader.Text("/inspections/readiness?handler=Csv"));
        Assert.Contains("The service expects good and the reviewer satisfactory", Words((await _reader.Page("/inspections/providers/FOS-1")).QuerySelector("main")));
    }

    [Fact]
    public async Task Grades_are_of_a_framework_in_force_and_windows_end_after_they_begin()
    {
        var form = await _manager.Page("/inspections/readiness/FOS-1/service");
        Assert.Equal(
            [
                "Ofsted inspections of services and settings, 2009 to 2012 has no grade “adequate”: choose one of inadequate, satisfactory, good and outstanding", "Say what the service finds of itself, and what shows it",
                "The window ends before it begins on 1 December 2010: correct one of the days",
            ],
            Errors(await _manager.Send(form, Save, ("WindowFrom", "1 December 2010"), ("WindowTo", "1 November 2010"), ("Framework", "ofsted-2009"), ("Grade", "adequate"))).Order(StringComparer.Ordinal));
        Assert.Contains("is not in force on 20 August 2010", Errors(await _manager.Send(form, Save, ("Framework", "ofsted-2012"), ("Grade", "good"), ("SelfAssessment", "Strong"))).Single());
        Assert.Contains("has passed", Errors(await _manager.Send(form, Save, ("WindowTo", "1 May 2010"), ("Framework", "ofsted-2009"), ("Grade", "good"), ("SelfAssessment", "Strong"))).Single());
        Assert.Equal(0, await Edit(_suite, db => db.Set<ProviderReadiness>().CountAsync()));

        await Assess("FOS-1", "good");
        Assert.Contains("has no grade “adequate”", Errors(await _lead.Send(await _lead.Page("/inspections/readiness/FOS-1/review"), Save, ("Grade", "adequate"), ("Why", "Seen"))).Single());
        // Under another version of the framework the reviewer's grade would say nothing.
        await _lead.Send(await _lead.Page("/inspections/readiness/FOS-1/review"), Save, ("Grade", "good"), ("Why", "Seen"));
        await _lead.Send(
            await _lead.Page("/inspections/frameworks/change"), Save, ("NewCode", "local-2010"), ("Title", "Local reviews, from 2010"), ("Grades", "bad\r\ngood"), ("GoodFrom", "good"), ("Providers", "Fostering"),
            ("StartsOn", "1 January 2010"), ("Source", "Board paper"));
        await Assess("FOS-1", "good", "local-2010");
        var said = await Edit(_suite, db => db.Set<ProviderReadiness>().SingleAsync());
        Assert.Equal(("local-2010", "good", null), (said.Framework, said.ServiceGrade, said.ReviewerGrade));
    }

    [Fact]
    public async Task Frameworks_are_offered_to_the_providers_that_they_judge()
    {
        var home = await _manager.Page("/inspections/readiness/HOME-1/service");
        Assert.Equal(["ofsted-2012", "ofsted-2009"], home.QuerySelectorAll("select[name=Framework] option").Select(option => option.GetAttribute("value")));
        Assert.Equal(["", "inadequate", "requires improvement", "good", "outstanding", "satisfactory"], home.QuerySelectorAll("select[name=Grade] option").Select(option => option.GetAttribute("value")));
        var authority = await _manager.Page("/inspections/readiness/AUTH/service");
        Assert.Contains("profile-2008", authority.QuerySelectorAll("select[name=Framework] option").Select(option => option.GetAttribute("value")));

        Assert.Equal(
            "Annual performance profile of children's services, 2009 to 2011 does not judge inspections of children's home: choose another",
            Errors(await _manager.Send(home, Save, ("Framework", "profile-2008"), ("Grade", "well"), ("SelfAssessment", "Strong"))).Single());
    }

    [Fact]
    public async Task Nobody_reviews_their_own_view_and_the_second_saver_is_shown_the_first()
    {
        await Assess("HOME-1", "good", by: _lead);
        var review = await _lead.Page("/inspections/readiness/HOME-1/review");
        Assert.Contains("You gave the service’s view: somebody else reviews it.", Words(review.QuerySelector("main")));
        Assert.Null(review.QuerySelector(Save));
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status("/inspections/readiness/HOME-1/review"));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/inspections/readiness/HOME-1/service"));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/inspections/readiness/HOME-2/review"));

        var (one, other) = (await _manager.Page("/inspections/readiness/HOME-1/service"), await _manager.Page("/inspections/readiness/HOME-1/service"));
        await _manager.Send(one, Save, ("Grade", "satisfactory"));
        Assert.Equal(["Expected grade Satisfactory Outstanding"], (await _manager.Send(other, Save, ("Grade", "outstanding"))).QuerySelectorAll("table tbody tr").Select(Words), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("satisfactory", await Edit(_suite, db => db.Set<ProviderReadiness>().Select(said => said.ServiceGrade).SingleAsync()));

        // The service's view is now another's, so the lead may review it, and then no longer give the service's view.
        await _lead.Send(await _lead.Page("/inspections/readiness/HOME-1/review"), Save, ("Grade", "inadequate"), ("Why", "Records are missing"));
        Assert.Contains("You reviewed it", Errors(await _lead.Send(await _lead.Page("/inspections/readiness/HOME-1/service"), Save, ("Grade", "good"))).Single());
    }

    [Fact]
    public async Task A_self_assessment_has_evidence()
    {
        await Assess("FOS-1", "good");
        await _manager.Upload(await _manager.Page("/inspections/readiness/FOS-1/evidence"), "file", "audit.txt", Encoding.ASCII.GetBytes("Twelve files were audited"), ("Title", "Audit of files"));
        var page = await _reader.Page("/inspections/readiness/FOS-1");
        Assert.Contains("Audit of files", Words(page.QuerySelector("main")));
        Assert.Equal("Twelve files were audited", Encoding.ASCII.GetString((await _reader.Download(page.QuerySelector("tbody a[download]")!.GetAttribute("href")!)).File));
        Assert.Contains("1 piece of evidence", Words((await _reader.Page("/inspections/readiness")).QuerySelector("main")));
        Assert.Equal(1, await Edit(_suite, db => db.ChangeLog.CountAsync(entry => entry.Action == "opened evidence of how ready a provider is")));
    }

    private async Task<string> Sentence(string path) => Words((await _reader.Page(path)).QuerySelector(".suite-sentence"));

    private async Task Assess(string provider, string grade, string framework = "ofsted-2009", Visitor? by = null)
    {
        by ??= _manager;
        var answer = await by.Send(
            await by.Page($"/inspections/readiness/{provider}/service"), Save, ("WindowFrom", "1 August 2010"), ("WindowTo", "31 December 2010"), ("Framework", framework), ("Grade", grade), ("SelfAssessment", "Carers are trained"));
        Assert.Empty(Errors(answer));
    }
}
