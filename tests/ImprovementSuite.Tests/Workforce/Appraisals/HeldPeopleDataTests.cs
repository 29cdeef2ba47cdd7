using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Appraisals;

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

    private HeldAnswer Find(string text, IReadOnlyList<string>? teams) =>
        _suite.Services.GetServices<IHeldData>().OfType<HeldPeopleData>().Single().Find(new HeldQuestion(text, "somebody", teams, _suite.Services.GetRequiredService<Pseudonyms>()));
}
