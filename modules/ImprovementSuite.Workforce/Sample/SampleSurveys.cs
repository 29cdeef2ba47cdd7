using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>What the plan of 2010 published of its surveys: percentages without counts, and when the next rounds are.</summary>
internal static class SampleSurveys
{
    private const string NoDay = "The plan gives no day of this round";

    private static readonly (string Code, DateOnly On, string Whose, int Published, string Note)[] Rounds =
    [
        ("EOS-CYPS", new(2009, 12, 31), "", 64_00, NoDay), ("EOS-CYPS", new(2009, 12, 31), "rest of the council", 69_00, NoDay),
        ("SCHOOLS-SURVEY-RESPONSE", new(2008, 12, 31), "", 29_00, "2008"), ("SCHOOLS-SURVEY-RESPONSE", new(2009, 12, 31), "", 63_00, "2009"),
    ];

    private static readonly (string Code, DateOnly? On, string Words, int? Target)[] Next =
    [
        ("EOS-CYPS", new(2011, 1, 15), "a specific survey of CYPS from 22 November to 10 December 2010, with results in mid-January; the target is proposed", 69_00),
        ("SCHOOLS-SURVEY-RESPONSE", null, "in 2011, as it is held every two years now", 80_00),
        ("FAMILY-PLACEMENT-SURVEY", null, "scheduled for 2011", null),
    ];

    public static async Task Load(WorkforceDb db, Actor actor, CancellationToken cancel = default)
    {
        var surveys = await db.Set<Survey>().ToDictionaryAsync(survey => survey.Code, cancel);
        foreach (var (code, on, whose, published, note) in Rounds)
        {
            var round = new SurveyRound { SurveyId = surveys[code].Id };
            round.State(on, whose, published, note);
            db.Add(round);
        }
        foreach (var (code, on, words, target) in Next)
            surveys[code].Next(on, words, target);
        db.Record(actor, "entered what the plan published of surveys", "Surveys", after: $"{Rounds.Length} rounds, the next rounds of {Next.Length} surveys");
        await db.SaveChangesAsync(cancel);
    }
}
