using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>What others reached, and when.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditComparatorModel(PlanDb db) : MeasurePartPage<Comparator>(db)
{
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    public override string Thing => "comparator";

    protected override List<Comparator> Parts(Measure owner) => owner.Comparators;

    protected override int IdOf(Comparator part) => part.Id;

    protected override IReadOnlyList<Fact> FactsOf(Comparator part) => Facts.Of(part, Owner);

    protected override Comparator Blank() => new() { Who = "", Period = "", Stored = StoredFigure.Of(Contracts.Figure.AsStated(0, Owner.Unit)) };

    protected override void Show(Comparator part)
    {
        ShowFigure(part.Stored, null, part.Note);
        (Who, Period) = (part.Who, part.Period);
    }

    protected override void Fill(Comparator part)
    {
        Require(Who, nameof(Who), "Say whose figure it is, such as statistical neighbours");
        Require(Period, nameof(Period), "Say of which year it is, such as 2009/10");
        (part.Who, part.Period, part.Note) = (Who?.Trim() ?? "", Period?.Trim() ?? "", TextOrNull(Note));
        if (TypedFigure() is { } figure)
            part.Stored = figure;
        else if (ModelState.IsValid)
            ModelState.AddModelError(nameof(Value), "Give their figure");
    }
}
