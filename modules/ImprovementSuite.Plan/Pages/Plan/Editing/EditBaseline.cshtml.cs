using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>Where a measure stood before the plan.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditBaselineModel(PlanDb db) : MeasurePartPage<Baseline>(db)
{
    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public bool DateInferred { get; set; }

    [BindProperty]
    public bool NotComparable { get; set; }

    public override string Thing => "baseline";

    protected override List<Baseline> Parts(Measure owner) => owner.Baselines;

    protected override int IdOf(Baseline part) => part.Id;

    protected override IReadOnlyList<Fact> FactsOf(Baseline part) => Facts.Of(part, Owner);

    protected override Baseline Blank() => new() { Label = "" };

    protected override void Show(Baseline part)
    {
        ShowFigure(part.Stored, part.Grade, part.Note);
        (Label, On, DateInferred, NotComparable) = (part.Label, EnglishDay.Write(part.On), part.DateInferred, !part.Comparable);
    }

    protected override void Fill(Baseline part)
    {
        Require(Label, nameof(Label), "Say what the baseline is, such as 2009/10 outturn");
        (part.Label, part.On, part.DateInferred) = (Label?.Trim() ?? "", Day(On, nameof(On)), DateInferred);
        (part.Stored, part.Grade, part.Comparable, part.Note) = (TypedFigure(), TypedGrade(), !NotComparable, TextOrNull(Note));
    }
}
