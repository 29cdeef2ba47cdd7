using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Providers;

/// <summary>Says of which measure of the plan a provider's judgements of an area are the readings.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class MeasureModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : EntryForm(db, clock)
{
    /// <summary>The version of what nobody has said: whoever says it meanwhile is seen by it.</summary>
    private const int NotSaid = -1;

    [BindProperty]
    public string? Code { get; set; }

    public Provider Provider { get; private set; } = null!;

    public string Area { get; private set; } = "";

    public JudgementMeasure? Known { get; private set; }

    public string Back => Addresses.Provider(Provider.Reference);

    public async Task<IActionResult> OnGetAsync(string reference, string judged, CancellationToken cancel)
    {
        if (!await Find(reference, judged, cancel))
            return NotFound();
        (Code, Version) = (Known?.Code, Known?.Version ?? NotSaid);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string judged, CancellationToken cancel)
    {
        if (!await Find(reference, judged, cancel))
            return NotFound();
        var code = PlanCode.Read(Code);
        if (code is not null && PlanCode.Problem(code) is { } problem)
            ModelState.AddModelError(nameof(Code), problem);
        else if (code is not null && await IsElsewhere(code, cancel))
            ModelState.AddModelError(nameof(Code), $"{code} is the code of another measure already: each measure has the judgements of one provider and area as its readings");
        if (!ModelState.IsValid)
            return Page();
        if (code is null && Known is null)
            return Redirect(Back);

        var before = Known?.Code;
        if (Known is not null)
            Db.Expect(Known, Version);
        else if (Version != NotSaid)
            return await Save(Back, () => throw new DbUpdateConcurrencyException(), Differences);
        if (code is null)
            Db.Remove(Known!);
        else if (Known is not null)
            Known.Code = code;
        else
            Db.Add(new JudgementMeasure { ProviderRef = Provider.Reference, Area = Area, Code = code });
        Db.Record(Actor.Of(User), "said of which measure judgements are readings", $"{Provider.Name}, {JudgementWords.Area(Area).ToLowerInvariant()}", before, code);
        return await Save(Back, () => Db.SaveChangesAsync(cancel), Differences);

        async Task<(int, IReadOnlyList<SavedField>)?> Differences()
        {
            await Find(reference, judged, cancel);
            return (Known?.Version ?? NotSaid, SavedField.Of(("Code", Known?.Code, code)));
        }
    }

    private async Task<bool> IsElsewhere(string code, CancellationToken cancel) =>
        database.Read(InspectionsCounting.Read).Measures.Any(measure => measure.Definition.Code == code)
        || await Db.Set<JudgementMeasure>().AnyAsync(measure => measure.Code == code && !(measure.ProviderRef == Provider.Reference && measure.Area == Area), cancel);

    private async Task<bool> Find(string reference, string judged, CancellationToken cancel)
    {
        (reference, Area) = (Addresses.Read(reference), Addresses.Read(judged));
        Provider = (await Db.Providers.AsNoTracking().FirstOrDefaultAsync(provider => provider.Reference == reference && provider.Counts, cancel))!;
        Known = await Db.Set<JudgementMeasure>().SingleOrDefaultAsync(measure => measure.ProviderRef == reference && measure.Area == Area, cancel);
        return Provider is not null && (Known is not null || Area == Judgement.Overall || database.Read(connection => JudgedReports.Read(connection, reference)).Any(report => report.GradeOf(Area) is not null));
    }
}
