using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.ReportsOf;

/// <summary>Says as which measure of the plan the recommendations of a report are counted.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class CountedAsModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    /// <summary>The version of what nobody has said: whoever says it meanwhile is seen by it.</summary>
    private const int NotSaid = -1;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    public Inspection Report { get; private set; } = null!;

    public ReportMeasure? Known { get; private set; }

    public string Back => Addresses.Report(Report.Reference);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        (Code, Title, Version) = (Known?.Code, Known?.Title, Known?.Version ?? NotSaid);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await Find(reference, cancel))
            return NotFound();
        var code = PlanCode.Read(Code);
        if (code is not null)
        {
            if (PlanCode.Problem(code) is { } problem)
                ModelState.AddModelError(nameof(Code), problem);
            else if (await IsElsewhere(code, cancel))
                ModelState.AddModelError(nameof(Code), $"{code} is the code of another measure already: choose one that counts the recommendations of reports, or a new one");
            Text(Title, nameof(Title), "Say what the measure is called, such as Fostering inspection recommendations implemented", Feed.InspectionRecordCheck.LongestTitle);
        }
        if (!ModelState.IsValid)
            return Page();
        var (before, titleBefore, title) = (Known?.Code, Known?.Title, code is null ? null : Title!.Trim());
        if (code is null && Known is null)
            return Redirect(Back);

        var was = InLog(before, titleBefore);
        var others = await Db.Set<ReportMeasure>().Where(measure => measure.InspectionRef != Report.Reference && (measure.Code == code || measure.Code == before)).ToListAsync(cancel);
        if (Known is not null)
            Db.Expect(Known, Version);
        else if (Version != NotSaid)
            return await Save(Back, () => throw new DbUpdateConcurrencyException(), Differences);
        if (code is null)
            Db.Remove(Known!);
        else if (Known is not null)
            (Known.Code, Known.Title) = (code, title!);
        else
            Db.Add(new ReportMeasure { InspectionRef = Report.Reference, Code = code, Title = title! });
        // A measure has one title, whichever of its reports is looked at.
        foreach (var other in others.Where(other => other.Code == code && other.Title != title))
            other.Title = title!;
        Db.Record(Actor.Of(User), "said as what a report is counted in the plan", Report.Title, was, InLog(code, title));
        var dropped = before is not null && before != code && others.TrueForAll(other => other.Code != before) ? new ReportImplemented(before, titleBefore!).Definition : null;
        var stale = new[] { code, before }.OfType<string>().Where(one => one != dropped?.Code).Select(one => (one, WorkingDayCalendar.First));
        var saved = await Save(Back, () => Db.SaveAndCountAnew(stale, cancel, dropped), Differences);
        doorbell.Ring(InspectionsModule.Name);
        return saved;

        async Task<(int, IReadOnlyList<SavedField>)?> Differences()
        {
            await Find(reference, cancel);
            return (Known?.Version ?? NotSaid, SavedField.Of(("Code", Known?.Code, code), ("Title", Known?.Title, title)));
        }
    }

    private static string? InLog(string? code, string? title) => code is null ? null : $"{code}: {title}";

    /// <summary>The module counts something else under the code, or another provider's judgement is read under it.</summary>
    private async Task<bool> IsElsewhere(string code, CancellationToken cancel) =>
        database.Read(InspectionsCounting.Read).Measures.Any(measure => measure is not ReportImplemented && measure.Definition.Code == code)
        || await Db.Set<JudgementMeasure>().AnyAsync(measure => measure.Code == code, cancel);

    private async Task<bool> Find(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        Report = (await Db.Inspections.AsNoTracking().FirstOrDefaultAsync(report => report.Reference == reference && report.Counts, cancel))!;
        Known = await Db.Set<ReportMeasure>().SingleOrDefaultAsync(measure => measure.InspectionRef == reference, cancel);
        return Report is not null;
    }
}
