using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Plan.Snapshots;
using Ui = ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>Lines of the plan as plan/v1 writes them.</summary>
internal static class LineMessages
{
    public static PlanLine ToMessage(this PlanSnapshot plan, LineRating rating)
    {
        var line = rating.Line;
        var message = new PlanLine
        {
            Line = line.Ref, Theme = line.Theme, Name = line.Name, Objective = line.Objective ?? "", Action = line.Action, Baseline = line.BaselineText ?? "",
            Targets = line.TargetText ?? "", TargetDate = line.TargetDateText ?? "", Commentary = line.Commentary ?? "", Reason = line.DeclaredReason ?? "",
            Computed = PlanMessages.ToMessage(rating.Computed), Declared = PlanMessages.ToMessage(line.Declared), Difference = ToMessage(rating.Difference),
            Challenged = plan.Challenges.Contains(rating), Direction = ToMessage(rating.Leading?.Travel?.Direction), DeclaredDirection = ToMessage(line.DeclaredDirection),
            RecommendationsOverdue = plan.OverdueOn(line).Count,
        };
        message.Leads.AddRange(line.Leads.Select(lead => new PlanLead { Name = lead.Name, Organisation = lead.Organisation ?? "" }));
        message.Workstreams.AddRange(line.Workstreams);
        message.Measures.AddRange(line.Measures);
        message.Milestones.AddRange(line.Milestones.Select(milestone => ToMessage(milestone, plan)));
        return message;
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";

    private static PlanMilestone ToMessage(Milestone milestone, PlanSnapshot plan) => new()
    {
        Title = milestone.Title, By = Day(milestone.By), DateInferred = milestone.DateInferred, Progress = milestone.Progress ?? "", Done = milestone.Done,
        Evidence = milestone.Evidence ?? "", Computed = PlanMessages.ToMessage(LineRating.OfMilestone(milestone, plan.Day, plan.Settings)),
    };

    private static Direction ToMessage(Ui.Direction? direction) => direction switch
    {
        Ui.Direction.Improving => Direction.Improving,
        Ui.Direction.Level => Direction.Level,
        Ui.Direction.Worsening => Direction.Worsening,
        _ => Direction.Unspecified,
    };

    private static Read.V1.Difference ToMessage(Ratings.Difference difference) => difference switch
    {
        Ratings.Difference.Kinder => Read.V1.Difference.Kinder,
        Ratings.Difference.Harsher => Read.V1.Difference.Harsher,
        Ratings.Difference.Unmeasured => Read.V1.Difference.Unmeasured,
        _ => Read.V1.Difference.Same,
    };
}
