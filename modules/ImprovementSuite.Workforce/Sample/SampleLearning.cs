using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Measures;

namespace ImprovementSuite.Workforce.Sample;

/// <summary>
/// Invented sessions of CAF training from April to 8 July 2010, in sum the 519 staff and 89 managers that the plan published since April; the launch of 24 February,
/// which is counted with none of them; and one course that is planned for what audits find.
/// </summary>
internal static class SampleLearning
{
    public static readonly (DateOnly On, int Staff, int Managers)[] Sessions =
    [
        (new(2010, 4, 7), 48, 9), (new(2010, 4, 14), 43, 7), (new(2010, 4, 21), 45, 8), (new(2010, 4, 28), 42, 7), (new(2010, 5, 5), 44, 7), (new(2010, 5, 12), 41, 7),
        (new(2010, 5, 26), 40, 7), (new(2010, 6, 9), 44, 8), (new(2010, 6, 16), 46, 8), (new(2010, 6, 23), 45, 7), (new(2010, 6, 30), 41, 7), (new(2010, 7, 8), 40, 7),
    ];

    public static async Task Load(WorkforceDb db, Actor actor, CancellationToken cancel = default)
    {
        foreach (var (on, staff, managers) in Sessions)
        {
            var session = new LearningEvent();
            session.Plan("The common assessment framework", on, [], [Scope.Authority], isCaf: true);
            session.Hold(staff, managers);
            db.Add(session);
        }
        var launch = new LearningEvent();
        launch.Plan("Launch of early intervention", new(2010, 2, 24), [], [Scope.Authority], isCaf: false);
        launch.Hold(64, 22);
        db.Add(launch);
        var planned = new LearningEvent();
        // The code of "Risk is described and not analysed" in the list that a council begins with.
        planned.Plan("From describing risk to analysing it", new(2010, 9, 14), ["18"], [Scope.Locality("North")], isCaf: false);
        db.Add(planned);
        db.Record(actor, "entered learning", "CAF training", after: $"{Sessions.Length} sessions, {Sessions.Sum(session => session.Staff)} staff and {Sessions.Sum(session => session.Managers)} managers; one course planned");
        await db.SaveAndCountAnew(Sessions.Select(session => (CafTrained.Code, session.On)), cancel);
    }
}
