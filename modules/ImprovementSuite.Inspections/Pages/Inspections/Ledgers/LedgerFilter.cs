using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>Which recommendations somebody asks for, as it stands in the address.</summary>
internal sealed class LedgerFilter
{
    public const string Overdue = "overdue";

    /// <summary>The value of <see cref="Counted"/> that asks for what figures count.</summary>
    public const string InFigures = "figures";

    public static readonly IReadOnlyList<(string Value, string Words)> States =
    [
        ("", "Every state"), (Overdue, "Overdue"), ("open", "Open"), ("claimed", "Awaiting validation"), ("met", "Met"), ("in-time", "Met in original timescale"), ("withdrawn", "Withdrawn"), ("duplicates", "Duplicates"),
    ];

    public string? State { get; set; }

    public string? Service { get; set; }

    public SourceKind? Source { get; set; }

    /// <summary>The provider's reference.</summary>
    public string? Provider { get; set; }

    /// <summary>The report's reference, or a part of its title.</summary>
    public string? Report { get; set; }

    /// <summary>A part of the owner's name.</summary>
    public string? Owner { get; set; }

    /// <summary>"figures", or the code of a measure of reports.</summary>
    public string? Counted { get; set; }

    public string? DueFrom { get; set; }

    public string? DueTo { get; set; }

    /// <summary>False where the address asks for what there is not.</summary>
    public bool IsKnown => States.Any(state => state.Value == (State ?? "")) && (Source is not { } source || Enum.IsDefined(source));

    /// <summary>What it asks of the ledger, but for the state. A day that is none is told beside its field, and asks for nothing.</summary>
    public LedgerQuestion Question(DateOnly today, ModelStateDictionary told)
    {
        return new(Typed(Service), Source, Typed(Provider), Typed(Report), Typed(Owner), Counted is null or InFigures ? null : Typed(Counted), Day(DueFrom, nameof(DueFrom)), Day(DueTo, nameof(DueTo)));

        static string? Typed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

        DateOnly? Day(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
                return null;
            var day = EnglishDay.Read(typed);
            if (day is null)
                told.AddModelError(field, $"“{typed.Trim()}” is not a day: write it as {Say.Date(today)}");
            return day;
        }
    }

    public bool Takes(LedgerLine line, DateOnly today) => (Counted switch { null or "" => true, InFigures => line.IsFigured, _ => line.Status != LedgerStatus.Withdrawn }) && State switch
    {
        Overdue => line.IsOverdue(today),
        "open" => line.Status == LedgerStatus.Open,
        "claimed" => line.Status == LedgerStatus.Claimed,
        "met" => line.Status == LedgerStatus.Met,
        "in-time" => line.IsMetInTime,
        "withdrawn" => line.Status == LedgerStatus.Withdrawn,
        "duplicates" => line.IsDuplicate,
        _ => true,
    };

    /// <summary>Those of what this asks for that are in a state and counted in figures.</summary>
    public string AddressOf(string state) => new LedgerFilter
    {
        State = state, Service = Service, Source = Source, Provider = Provider, Report = Report, Owner = Owner, Counted = Counted ?? InFigures, DueFrom = DueFrom, DueTo = DueTo,
    }.Address();

    /// <summary>It asks for less than the whole ledger.</summary>
    public bool IsAny => Address() != new LedgerFilter().Address();

    /// <summary>The address of the same list, of another page or as a file.</summary>
    public string Address(int page = 1, string? handler = null) => "/inspections/ledger" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("handler", handler), ("state", State), ("service", Service), ("source", Source is { } source ? $"{(int)source}" : null), ("provider", Provider), ("report", Report), ("owner", Owner), ("counted", Counted),
        ("dueFrom", DueFrom), ("dueTo", DueTo),
        ("number", page > 1 ? $"{page}" : null),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
