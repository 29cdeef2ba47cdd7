using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.PersonalData;

public sealed class HeldPeopleDataTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task What_is_held_of_one_person_is_found_by_their_reference_and_nothing_of_another()
    {
        await Send(_suite, [Appraisal("E7", "Central 1", "2010-05-04"), Appraisal("E8", "Central 1")]);

        var held = Find("e7", null);

        Assert.Equal(["PDR", "Central 1", "1 April 2010", "31 October 2010", "4 May 2010"], Assert.Single(Assert.Single(held.Tables).Rows));
        Assert.Empty(Find("E9", null).Tables);
        Assert.Empty(Find("E7", ["Central 1"]).Tables);
    }

    [Fact]
    public async Task Posts_agency_work_candidacies_and_fostering_are_found_too()
    {
        await Send(_suite,
        [
            Post("S1"), Person("S1", "E7", "0.6", to: "2010-05-31", ended: "left"), Cover("S1", "A7", "0.6", "2010-06-07", charge: "31.75"), Household("FH7", "2009-03-02", "2009-11-19", carers: 1),
            new() { Key = Key("c7", 1), Candidate = new() { Campaign = "Spring", Person = "P7", Fte = "1", AppliedOn = "2010-02-08", EndedOn = "2010-03-01", Ended = "withdrew" } },
        ]);

        Assert.Equal(["S1", "0.60", "5 January 2009", "31 May 2010", "Left the council"], Row("E7"));
        Assert.Equal(["S1", "Harbour", "0.60", "7 June 2010", "", "31.75"], Row("A7"));
        Assert.Equal(["1", "", "2 March 2009", "", "", "", "19 November 2009", ""], Row("FH7"));
        Assert.Equal(["Spring", "8 February 2010", "", "", "", "", "", "1 March 2010"], Row("P7"));

        IReadOnlyList<string> Row(string reference) => Assert.Single(Assert.Single(Find(reference, null).Tables).Rows);
    }

    private HeldAnswer Find(string text, IReadOnlyList<string>? teams) =>
        _suite.Services.GetServices<IHeldData>().OfType<HeldPeopleData>().Single().Find(new HeldQuestion(text, "somebody", teams, _suite.Services.GetRequiredService<Pseudonyms>()));
}
