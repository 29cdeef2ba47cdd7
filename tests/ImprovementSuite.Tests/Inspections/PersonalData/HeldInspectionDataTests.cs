using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.PersonalData;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.PersonalData;

public sealed class HeldInspectionDataTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task What_is_held_of_an_owner_a_validator_and_a_visitor_is_found_by_name()
    {
        await Send(_suite, Visit("HOME-1", "2010-07-05", "Records complete"));
        await AddEvidence(_suite, "H1", "2", Owner);
        Assert.Null(await Step(_suite, "H1", "2", (desk, one) => desk.Complete(one, new(2010, 7, 30), null, Owner)));
        Assert.Null(await Step(_suite, "H1", "2", (desk, one) => desk.Validate(one, true, new(2010, 8, 3), ValidatedHow.Visit, "Seen", Validator)));

        Assert.Equal([["HOME-1", "5 July 2010", "Records complete", ""]], Rows("independent VISITOR", "Visits of children's homes"));
        Assert.Contains(["Report H1", "2", "Social care", "31 July 2010", "30 July 2010", "Met"], Rows("Head of service", "Recommendations owned"));
        Assert.Equal([["H1", "2", "30 July 2010"]], Rows("Head of service", "Recommendations said to be complete"));
        Assert.Equal([["Minutes", "https://council.example/minutes"]], Rows("Head of service", "Evidence added").Select(row => row.Take(2)));
        Assert.Equal([["H1", "2", "3 August 2010", "Visit", "Seen"]], Rows("Inspection lead", "Recommendations validated"));
        Assert.Equal([["H1", "2", "Validated", "Seen"]], Rows("Inspection lead", "Steps in the ledger").Select(row => (string[])[row[0], row[1], row[3], row[4]]));
    }

    [Fact]
    public async Task Who_owned_a_recommendation_at_first_is_found_and_so_is_who_is_written_to()
    {
        Assert.Null(await Step(_suite, "F1", "1", (desk, one) => desk.Assign(one, "Anne Owner", "Fostering", Validator)));
        await Edit(_suite, async db =>
        {
            db.Contacts.Add(new() { Service = "Fostering", Name = "Anne Owner", Email = "anne@council.example" });
            return await db.SaveChangesAsync();
        });

        Assert.Equal([["F1", "1", "30 September 2010"]], Rows("Head of service", "Recommendations first given to this owner"));
        Assert.Equal([["Report F1", "1", "Fostering", "30 September 2010", "", "Open"]], Rows("Anne Owner", "Recommendations owned"));
        Assert.Equal([["Fostering", "anne@council.example", ""]], Rows("anne owner", "Contacts for reminders"));
        Assert.Equal([["Fostering", "anne@council.example", ""]], Rows("anne@council.example", "Contacts for reminders"));
    }

    [Fact]
    public void Of_others_and_for_those_who_may_not_open_every_team_nothing_is_found()
    {
        Assert.Empty(Find("Somebody else", null).Tables);
        Assert.Empty(Find("Head of service", ["Central 1"]).Tables);
    }

    private IReadOnlyList<IReadOnlyList<string>> Rows(string name, string table) => Find(name, null).Tables.Single(one => one.Title == table).Rows;

    private HeldAnswer Find(string text, IReadOnlyList<string>? teams) =>
        _suite.Services.GetServices<IHeldData>().OfType<HeldInspectionData>().Single().Find(new HeldQuestion(text, "somebody", teams, _suite.Services.GetRequiredService<Pseudonyms>()));
}
