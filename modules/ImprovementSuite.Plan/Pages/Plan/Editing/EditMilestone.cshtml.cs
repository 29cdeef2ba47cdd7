using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>A milestone of a line: when it is due, what was done on the way, and what shows that it is done.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditMilestoneModel(PlanDb db) : PartPage<Line, Milestone>(db)
{
    [BindProperty]
    public string? MilestoneTitle { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public bool DateInferred { get; set; }

    [BindProperty]
    public string? Progress { get; set; }

    [BindProperty]
    public bool Done { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public override string Thing => "milestone";

    public override string Back => $"/plan/line/{Owner.Ref}";

    protected override string Subject => $"Line {Owner.Ref}";

    protected override Task<Line?> Find(string of) => Db.Lines.AsSplitQuery().FirstOrDefaultAsync(line => line.Ref == of, Cancel);

    protected override List<Milestone> Parts(Line owner) => owner.Milestones;

    protected override int IdOf(Milestone part) => part.Id;

    protected override int VersionOf(Line owner) => owner.Version;

    protected override IReadOnlyList<Fact> FactsOf(Milestone part) => Facts.Of(part);

    protected override Milestone Blank() => new() { Title = "" };

    protected override void CheckOwner()
    {
    }

    protected override void Show(Milestone part) =>
        (MilestoneTitle, By, DateInferred, Progress, Done, Evidence) = (part.Title, EnglishDay.Write(part.By), part.DateInferred, part.Progress, part.Done, part.Evidence);

    protected override void Fill(Milestone part)
    {
        Require(MilestoneTitle, nameof(MilestoneTitle), "Say what is to be reached");
        if (Done && !part.Done)
            Require(Evidence ?? Progress, nameof(Evidence), "Say what shows that it is done, or where that can be seen");
        (part.Title, part.By, part.DateInferred) = (MilestoneTitle?.Trim() ?? "", Day(By, nameof(By)), DateInferred);
        (part.Progress, part.Done, part.Evidence) = (TextOrNull(Progress), Done, TextOrNull(Evidence));
    }
}
