using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>Where a measure should be, and by when.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class EditStageModel(PlanDb db) : MeasurePartPage<Stage>(db)
{
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public bool DateInferred { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public bool Standing { get; set; }

    [BindProperty]
    public string? Round { get; set; }

    [BindProperty]
    public string? Upper { get; set; }

    public override string Thing => "stage";

    protected override List<Stage> Parts(Measure owner) => owner.Stages;

    protected override int IdOf(Stage part) => part.Id;

    protected override IReadOnlyList<Fact> FactsOf(Stage part) => Facts.Of(part, Owner);

    protected override Stage Blank() => new();

    protected override void Show(Stage part)
    {
        ShowFigure(part.Stored, part.Grade, part.Note);
        (By, DateInferred, From) = (EnglishDay.Write(part.By), part.DateInferred, EnglishDay.Write(part.From));
        (Standing, Round, Upper) = (part.Standing, part.Round, part.Upper?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
    }

    protected override void Fill(Stage part)
    {
        (part.By, part.DateInferred, part.From) = (Day(By, nameof(By)), DateInferred, Day(From, nameof(From)));
        (part.Standing, part.Round, part.Note) = (Standing, TextOrNull(Round), TextOrNull(Note));
        (part.Stored, part.Grade, part.Upper) = (TypedFigure(), TypedGrade(), UpperEdge());
        if (part.Stored is null && part.Grade is null && part.Note is null)
            ModelState.AddModelError(nameof(Value), "Give the target; where it is still to be agreed, say so in the note, such as TBC");
    }

    private decimal? UpperEdge()
    {
        var typed = Lines.TypedFigure.Read(null, null, Upper, Owner.Unit);
        if (typed.Wrong is var (_, why))
            ModelState.AddModelError(nameof(Upper), why);
        return typed.Stored?.Figure.Value;
    }
}
