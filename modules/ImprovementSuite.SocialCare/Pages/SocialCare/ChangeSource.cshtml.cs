using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>Another source becomes the source of record. What would happen is said first, a reason is kept, and the figures follow.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class ChangeSourceModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, Doorbell doorbell) : PageModel
{
    /// <summary>All types of record together.</summary>
    public const string Every = "all";

    /// <summary>A type of record, or all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>The first day, as it was typed; empty is every record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The sources of record as they stood when the person was shown what would happen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Every source that has sent anything.</summary>
    public IReadOnlyList<string> Senders { get; private set; } = [];

    /// <summary>The sources of record now, in the words of the change log.</summary>
    public string Stands { get; private set; } = "";

    /// <summary>What would happen; null until a change is asked for that can be made.</summary>
    public IReadOnlyList<SourceEffect>? Effects { get; private set; }

    /// <summary>The records that would count and do not now.</summary>
    public long Gained => Effects!.Sum(e => Math.Max(0, e.Then - e.Now));

    /// <summary>The records that count now and would not.</summary>
    public long Lost => Effects!.Sum(e => Math.Max(0, e.Now - e.Then));

    public void OnGet() => database.Read(connection => Look(connection) is { } change ? Effects = change.Effects(connection) : null);

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        // One immediate transaction: no batch comes between what is compared, what is turned over and what is kept of it.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (Look(connection) is not { } change)
            return Page();
        Effects = change.Effects(connection);
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why, such as the decision and its date");
        else if (Why.Length > 500)
            ModelState.AddModelError(nameof(Why), "The reason has 500 characters at most");
        if (Seen?.ReplaceLineEndings("\n") != Stands)
            ModelState.AddModelError("", $"Somebody else has changed it meanwhile. Now it is {Stands.Replace("\n", "; ")}. Look again at what would happen, and save if yours is still right.");
        if (!ModelState.IsValid)
            return Page();

        change.Apply(connection);
        var after = $"{SourcesOfRecord.InWords(SourcesOfRecord.Read(connection), SourcesOfRecord.Types)}\n{Counting()}";
        db.Record(Actor.Of(User), "changed the source of record", Type == Every ? "All social care records" : $"Social care: {RecordType.Named(Type!).Plural}", Stands, after, Why!.Trim());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        doorbell.Ring(SocialCareModule.Name);
        return RedirectToPage("Sources");
    }

    /// <summary>"3 records count that did not, 5 no longer do".</summary>
    private string Counting() => $"{Say.Count("record", Gained)} count that did not, {Say.Number(Lost)} no longer do";

    /// <summary>Reads how it stands, and what is asked for where it can be done.</summary>
    private SourcesOfRecord? Look(SqliteConnection connection)
    {
        Senders = SourcesOfRecord.Senders(connection);
        var inForce = SourcesOfRecord.Read(connection);
        Stands = SourcesOfRecord.InWords(inForce, SourcesOfRecord.Types);
        Type ??= Every;
        if (Source is null && !Request.Query.ContainsKey(nameof(Source)))
            return null;
        if (Source is null || !Senders.Contains(Source))
            ModelState.AddModelError(nameof(Source), "Choose a source from the list");
        if (Type != Every && !SourcesOfRecord.Types.Contains(Type))
            ModelState.AddModelError(nameof(Type), "Choose a type of record from the list");
        var from = string.IsNullOrWhiteSpace(From) ? DateOnly.MinValue : EnglishDay.Read(From);
        if (from is not { } day || (day != DateOnly.MinValue && (day < WorkingDayCalendar.First || day > WorkingDayCalendar.Last)))
            ModelState.AddModelError(nameof(From), "Give the first day, such as 1 October 2010, or leave it empty for every record");
        if (!ModelState.IsValid)
            return null;

        string[] types = Type == Every ? [.. SourcesOfRecord.Types.Where(type => inForce.Any(o => o.RecordType == type))] : [Type];
        if (types.All(type => CountsAlready(inForce, type, from!.Value)))
        {
            ModelState.AddModelError(nameof(Source), $"{Source} is the source of record of these already: nothing would change");
            return null;
        }
        return new SourcesOfRecord(types, Source!, from!.Value);
    }

    private bool CountsAlready(IEnumerable<SourceInForce> inForce, string type, DateOnly from)
    {
        var ofType = inForce.Where(o => o.RecordType == type).ToList();
        return ofType.LastOrDefault(o => o.From <= from)?.Source == Source && ofType.Where(o => o.From > from).All(o => o.Source == Source);
    }
}
