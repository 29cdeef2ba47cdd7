using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Pages.Schools.Support;

/// <summary>What the council itself says of a school. Its locality decides where its figures count.</summary>
[Authorize(Tasks.SupportSchools)]
internal sealed class EditNoteModel(SchoolsDb db, BusinessClock clock, Doorbell doorbell) : SchoolForm(db, clock)
{
    private SchoolNote? _known;

    [BindProperty]
    public string? Locality { get; set; }

    [BindProperty]
    public string? Adviser { get; set; }

    [BindProperty]
    public string? HeadSince { get; set; }

    [BindProperty]
    public string? InspectionExpected { get; set; }

    /// <summary>The council's own of any school, and the register's districts: as they are spelt.</summary>
    public IReadOnlyList<string> Localities { get; private set; } = [];

    public string LocalityHint => string.Join(' ', new[]
    {
        $"Where its figures count. Leave it empty for {(School.District.Length > 0 ? $"{School.District}, the register's district" : "none, as the register has no district")}.",
        Localities.Count > 0 ? $"In use: {Say.List(Localities)}" : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        Version = _known?.Version;
        if (_known is { } note)
            (Locality, Adviser, HeadSince, InspectionExpected) = (note.Locality, note.Adviser, EnglishDay.Write(note.HeadSince), EnglishDay.Write(note.InspectionExpectedOn));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int urn, CancellationToken cancel)
    {
        if (!await Read(urn, cancel))
            return NotFound();
        Text(Locality, nameof(Locality), null, LongestName);
        Text(Adviser, nameof(Adviser), null, LongestName);
        var (head, inspection) = (Day(HeadSince, nameof(HeadSince)), Day(InspectionExpected, nameof(InspectionExpected)));
        if (!ModelState.IsValid)
            return Page();
        if (_known?.Version != Version)
            return await ShowMeanwhile(urn, cancel);

        var before = _known?.InLog();
        var note = _known ?? Db.Notes.Add(new SchoolNote { Urn = urn }).Entity;
        note.Say(TextOrNull(Locality), TextOrNull(Adviser), head, inspection);
        if ((before ?? "") == note.InLog())
            return Redirect(Back);
        Db.Record(Actor.Of(User), "changed what is known of a school", Subject, before, note.InLog());
        var saved = await Save(() => ShowMeanwhile(urn, cancel), cancel, countAnew: true);
        doorbell.Ring(SchoolsModule.Name);
        return saved;
    }

    private async Task<IActionResult> ShowMeanwhile(int urn, CancellationToken cancel)
    {
        Db.ChangeTracker.Clear();
        await Read(urn, cancel);
        Version = _known?.Version;
        ModelState.AddModelError("", SavedField.Sentence());
        Meanwhile = SavedField.Of(
            ("Locality", _known?.Locality, Locality), ("Adviser", _known?.Adviser, Adviser), ("Head in post since", EnglishDay.Write(_known?.HeadSince), EnglishDay.Write(EnglishDay.Read(HeadSince))),
            ("Inspection expected on", EnglishDay.Write(_known?.InspectionExpectedOn), EnglishDay.Write(EnglishDay.Read(InspectionExpected))));
        return Page();
    }

    private async Task<bool> Read(int urn, CancellationToken cancel)
    {
        if (!await Find(urn, cancel))
            return false;
        _known = await Db.Notes.SingleOrDefaultAsync(note => note.Urn == urn, cancel);
        var own = await Db.Notes.Where(note => note.Locality != null).Select(note => note.Locality!).Distinct().ToListAsync(cancel);
        var districts = await Db.Schools.Where(school => school.Counts && school.Authority == School.Authority && school.District != "").Select(school => school.District).Distinct().ToListAsync(cancel);
        Localities = [.. own.Union(districts).Order(StringComparer.OrdinalIgnoreCase)];
        return true;
    }
}
