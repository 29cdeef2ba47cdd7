using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>
/// A module's page on which another source becomes the source of record. What would happen is said first, a reason is kept, and the figures follow. The
/// module's page has its address and its policy, and shows <c>/Ui/_ChangeSource.cshtml</c>.
/// </summary>
/// <param name="db">The module's context.</param>
/// <param name="database">Its database.</param>
/// <param name="doorbell">Rung when the source has changed.</param>
/// <param name="every">Every type of record, in the order in which they come about.</param>
/// <param name="records">All of them together: "social care records".</param>
/// <param name="path">The page of the module's sources.</param>
public abstract class ChangeSourcePage(ModuleDb db, ModuleDatabase database, Doorbell doorbell, IReadOnlyList<SourcedType> every, string records, string path) : PageModel
{
    /// <summary>All types of record together.</summary>
    public const string Every = "all";

    /// <summary>A type of record, or all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    /// <summary>The source that is to count.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>The first day, as it was typed; empty is every record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The sources of record as they stood when the person was shown what would happen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The reason.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Every type of record.</summary>
    public IReadOnlyList<SourcedType> Types => every;

    /// <summary>The page of the module's sources.</summary>
    public string SourcesPath => path;

    /// <summary>What the form says of all types together, where there is more to say.</summary>
    public virtual string? TypeHint => null;

    /// <summary>Every source that has sent anything.</summary>
    public IReadOnlyList<string> Senders { get; private set; } = [];

    /// <summary>The sources of record now, in the words of the change log.</summary>
    public string Stands { get; private set; } = "";

    /// <summary>What would happen; null until a change is asked for that can be made.</summary>
    public IReadOnlyList<SourceEffect>? Effects { get; private set; }

    /// <summary>What is asked about: "all social care records", "referrals".</summary>
    public string What => Type == Every ? $"all {records}" : Named(Type)?.Plural ?? "none";

    /// <summary>The records that would count and do not now.</summary>
    public long Gained => Effects!.Sum(e => Math.Max(0, e.Then - e.Now));

    /// <summary>The records that count now and would not.</summary>
    public long Lost => Effects!.Sum(e => Math.Max(0, e.Now - e.Then));

    /// <summary>Says what would happen.</summary>
    public void OnGet() => database.Read(connection => Look(connection) is { } change ? Effects = change.Effects(connection) : null);

    /// <summary>Does it.</summary>
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
        var after = $"{SourcesOfRecord.InWords(SourcesOfRecord.Read(connection), every)}\n{Counting()}";
        db.Record(
            Actor.Of(User), "changed the source of record",
            Type == Every ? $"All {records}" : $"{char.ToUpperInvariant(records[0])}{records[1..records.LastIndexOf(' ')]}: {Named(Type)!.Plural}", Stands, after, Why!.Trim());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        doorbell.Ring(database.Name);
        return Redirect(path);
    }

    /// <summary>"3 records count that did not, 5 no longer do".</summary>
    private string Counting() => $"{Say.Count("record", Gained)} count that did not, {Say.Number(Lost)} no longer do";

    private SourcedType? Named(string? name) => every.FirstOrDefault(type => type.Name == name);

    /// <summary>Reads how it stands, and what is asked for where it can be done.</summary>
    private SourcesOfRecord? Look(SqliteConnection connection)
    {
        Senders = SourcesOfRecord.Senders(connection);
        var inForce = SourcesOfRecord.Read(connection);
        Stands = SourcesOfRecord.InWords(inForce, every);
        Type ??= Every;
        if (Source is null && !Request.Query.ContainsKey(nameof(Source)))
            return null;
        if (Source is null || !Senders.Contains(Source))
            ModelState.AddModelError(nameof(Source), "Choose a source from the list");
        if (Type != Every && Named(Type) is null)
            ModelState.AddModelError(nameof(Type), "Choose a type of record from the list");
        var from = string.IsNullOrWhiteSpace(From) ? DateOnly.MinValue : EnglishDay.Read(From);
        if (from is not { } day || (day != DateOnly.MinValue && (day < WorkingDayCalendar.First || day > WorkingDayCalendar.Last)))
            ModelState.AddModelError(nameof(From), "Give the first day, such as 1 October 2010, or leave it empty for every record");
        if (!ModelState.IsValid)
            return null;

        SourcedType[] types = Type == Every ? [.. every.Where(type => inForce.Any(o => o.RecordType == type.Name))] : [Named(Type)!];
        if (types.All(type => CountsAlready(inForce, type, from!.Value)))
        {
            ModelState.AddModelError(nameof(Source), $"{Source} is the source of record of these already: nothing would change");
            return null;
        }
        return new SourcesOfRecord(types, Source!, from!.Value);
    }

    private bool CountsAlready(IEnumerable<SourceInForce> inForce, SourcedType type, DateOnly from)
    {
        var ofType = inForce.Where(o => o.RecordType == type.Name).ToList();
        return ofType.LastOrDefault(o => o.From <= from)?.Source == Source && ofType.Where(o => o.From > from).All(o => o.Source == Source);
    }
}
