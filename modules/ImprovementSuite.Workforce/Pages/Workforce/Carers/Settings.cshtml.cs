using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Carers;

/// <summary>Says since when approvals count towards the recruitment of carers. The measure's definition changes with it, so everything is counted anew.</summary>
[Authorize(Tasks.LookAfterWorkforce)]
internal sealed class CarersSettingsModel(WorkforceDb db, BusinessClock clock, Doorbell doorbell) : EntryForm(db, clock)
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public FosterSettings Known { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Find(cancel);
        (From, Version) = (EnglishDay.Write(Known.ProgrammeFrom), Known.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Find(cancel);
        var from = PastDay(From, nameof(From), "Give the first day of the programme, such as 1 April 2009");
        Text(Why, nameof(Why), "Say why the first day is changed, such as the decision and its date");
        if (!ModelState.IsValid)
            return Page();

        var before = Known.ProgrammeFrom;
        Db.Expect(Known, Version);
        Known.ProgrammeFrom = from!.Value;
        Db.Record(Actor.Of(User), "changed the first day of the recruitment of carers", "Foster carers", $"{before:yyyy-MM-dd}", $"{from:yyyy-MM-dd}", Why);
        var saved = await Save("/workforce/foster-carers", () => Db.SaveAndCountAnew([FosterCarersRecruited.Code], before < from ? before : from.Value, cancel), async () =>
        {
            await Find(cancel);
            return (Known.Version, SavedField.Of(("First day of the programme", EnglishDay.Write(Known.ProgrammeFrom), EnglishDay.Write(from))));
        });
        doorbell.Ring(WorkforceModule.Name);
        return saved;
    }

    private async Task Find(CancellationToken cancel) => Known = await Db.Set<FosterSettings>().SingleAsync(cancel);
}
