using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Editing;

/// <summary>
/// A form for one part of a line or a measure: a milestone, a stage, a baseline, a comparator. The part is nothing without its owner, so it
/// is the owner's version that counts.
/// </summary>
internal abstract class PartPage<TOwner, TPart>(PlanDb db) : EditPage(db) where TOwner : class where TPart : class
{
    /// <summary>The line's reference or the measure's code.</summary>
    [BindProperty(SupportsGet = true)]
    public required string Of { get; set; }

    /// <summary>The part; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    public TOwner Owner { get; private set; } = null!;
    public bool IsNew => Id is null;

    /// <summary>What a part is called: "stage".</summary>
    public abstract string Thing { get; }

    /// <summary>The owner with its parts, to be edited; null where there is none.</summary>
    protected abstract Task<TOwner?> Find(string of);

    protected abstract List<TPart> Parts(TOwner owner);

    /// <summary>What the change log calls the owner: "Measure NI59".</summary>
    protected abstract string Subject { get; }

    /// <summary>Where the owner is read.</summary>
    public abstract string Back { get; }

    protected abstract int IdOf(TPart part);

    protected abstract int VersionOf(TOwner owner);

    protected abstract IReadOnlyList<Fact> FactsOf(TPart part);

    /// <summary>Puts a stored part into the form.</summary>
    protected abstract void Show(TPart part);

    /// <summary>Makes the part of what was typed, and says what is wrong with it.</summary>
    protected abstract void Fill(TPart part);

    protected abstract TPart Blank();

    /// <summary>What the owner's rules say once the part is as it was typed.</summary>
    protected abstract void CheckOwner();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Read() is not { } found)
            return NotFound();
        Version = VersionOf(Owner);
        if (found.Part is { } part)
            Show(part);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Read() is not { } found)
            return NotFound();
        RequireWhy();
        var part = found.Part ?? Blank();
        var before = FactsOf(part);
        Fill(part);
        if (IsNew)
            Parts(Owner).Add(part);
        if (ModelState.IsValid)
            CheckOwner();
        if (!ModelState.IsValid)
            return Page();

        return await Save(
            Owner, IsNew ? $"added a {Thing}" : $"changed a {Thing}", Subject, IsNew ? [.. before.Select(fact => fact with { Text = null })] : before, FactsOf(part), Stored, Back);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (await Read() is not { Part: { } part })
            return NotFound();
        RequireRemoveWhy();
        if (!ModelState.IsValid)
        {
            Show(part);
            return Page();
        }
        Parts(Owner).Remove(part);
        Db.Entry(Owner).State = EntityState.Modified;
        Db.Expect(Owner, Version);
        return await Record($"removed a {Thing}", Subject, Facts.Text(FactsOf(part)), null, RemoveWhy, Back);
    }

    private async Task<(IReadOnlyList<Fact>, int)?> Stored() =>
        await Read() is { } found ? (found.Part is { } part ? FactsOf(part) : [], VersionOf(Owner)) : null;

    private async Task<(TOwner Owner, TPart? Part)?> Read()
    {
        if (await Find(Of) is not { } owner)
            return null;
        Owner = owner;
        var part = Parts(owner).FirstOrDefault(part => IdOf(part) == Id);
        return part is null && !IsNew ? null : (owner, part);
    }
}

/// <summary>A part of a measure.</summary>
internal abstract class MeasurePartPage<TPart>(PlanDb db) : PartPage<Measure, TPart>(db) where TPart : class
{
    [BindProperty]
    public string? Numerator { get; set; }

    [BindProperty]
    public string? Denominator { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Measure Measure => Owner;

    public override string Back => $"/plan/edit/measure/{Owner.Code}";

    protected override string Subject => $"Measure {Owner.Code}";

    protected override Task<Measure?> Find(string of) => Db.Measures.AsSplitQuery().FirstOrDefaultAsync(measure => measure.Code == of, Cancel);

    protected override int VersionOf(Measure owner) => owner.Version;

    // A measure's rules look at its parts in the order of their dates, as they are read.
    protected override void CheckOwner()
    {
        Owner.Stages.Sort((one, other) => Comparer<DateOnly?>.Default.Compare(one.By, other.By));
        foreach (var problem in PlanRules.OfMeasures([Owner]))
            ModelState.AddModelError(problem.Field, problem.Sentence);
    }

    protected void ShowFigure(StoredFigure? stored, string? grade, string? note)
    {
        (Grade, Note) = (grade, note);
        if (stored is { Denominator: { } denominator, Numerator: { } numerator })
            (Numerator, Denominator) = (numerator.ToString(), denominator.ToString());
        else
            Value = stored?.Figure.Value?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The figure that was typed; an error beside its field where it is none.</summary>
    protected StoredFigure? TypedFigure()
    {
        var typed = Lines.TypedFigure.Read(Numerator, Denominator, Value, Owner.Unit);
        if (typed.Wrong is var (field, why))
            ModelState.AddModelError(field, why);
        return typed.Stored;
    }

    protected string? TypedGrade()
    {
        var grade = TextOrNull(Grade);
        if (grade is not null && Owner.Rank(grade) < 0)
            ModelState.AddModelError(nameof(Grade), Owner.Scale.Count == 0 ? "This measure has no grades: give a figure" : $"The grades are {InWords.List(Owner.Scale)}: choose one of them");
        return grade;
    }
}
