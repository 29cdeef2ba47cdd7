using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>Which recommendations somebody asks for, as it stands in the address.</summary>
internal sealed class LedgerFilter
{
    public const string Overdue = "overdue";

    public static readonly IReadOnlyList<(string Value, string Words)> States =
    [
        ("", "Every state"), (Overdue, "Overdue"), ("open", "Open"), ("claimed", "Awaiting validation"), ("met", "Met"), ("in-time", "Met in original timescale"), ("withdrawn", "Withdrawn"), ("duplicates", "Duplicates"),
    ];

    public string? State { get; set; }

    public string? Service { get; set; }

    public SourceKind? Source { get; set; }

    /// <summary>The provider's reference.</summary>
    public string? Provider { get; set; }

    /// <summary>The report's reference.</summary>
    public string? Report { get; set; }

    /// <summary>A part of the owner's name.</summary>
    public string? Owner { get; set; }

    public string? DueFrom { get; set; }

    public string? DueTo { get; set; }

    /// <summary>False where the address asks for what there is not.</summary>
    public bool IsKnown => States.Any(state => state.Value == (State ?? "")) && (Source is not { } source || Enum.IsDefined(source));

    /// <summary>The rows that match. A day that is none is told beside its field, and filters nothing.</summary>
    public IQueryable<LedgerRow> Of(IQueryable<LedgerRow> rows, DateOnly today, ModelStateDictionary told)
    {
        rows = State switch
        {
            Overdue => rows.Where(row => row.Status == LedgerStatus.Open && row.OriginallyDueOn < today),
            "open" => rows.Where(row => row.Status == LedgerStatus.Open),
            "claimed" => rows.Where(row => row.Status == LedgerStatus.Claimed),
            "met" => rows.Where(row => row.Status == LedgerStatus.Met),
            "in-time" => rows.Where(row => row.Status == LedgerStatus.Met && row.CompletedOn <= row.OriginallyDueOn),
            "withdrawn" => rows.Where(row => row.Status == LedgerStatus.Withdrawn),
            "duplicates" => rows.Where(row => row.DuplicateOfId != null),
            _ => rows,
        };
        if (!string.IsNullOrEmpty(Service))
            rows = rows.Where(row => row.Service == Service);
        if (Source is { } source)
            rows = rows.Where(row => row.Source == source);
        if (!string.IsNullOrEmpty(Provider))
            rows = rows.Where(row => row.ProviderRef == Provider);
        if (!string.IsNullOrEmpty(Report))
            rows = rows.Where(row => row.InspectionRef == Report);
        if (!string.IsNullOrWhiteSpace(Owner))
        {
            var part = $"%{Owner.Trim().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%";
            rows = rows.Where(row => EF.Functions.Like(row.Owner, part, "!"));
        }
        if (Day(DueFrom, nameof(DueFrom)) is { } from)
            rows = rows.Where(row => row.OriginallyDueOn >= from);
        if (Day(DueTo, nameof(DueTo)) is { } to)
            rows = rows.Where(row => row.OriginallyDueOn <= to);
        return rows;

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

    /// <summary>Overdue first, then what is still to be done, then the rest; in each the earliest original date first.</summary>
    public static IQueryable<LedgerRow> Ordered(IQueryable<LedgerRow> rows, DateOnly today) =>
        rows.OrderBy(row => row.Status == LedgerStatus.Open && row.OriginallyDueOn < today ? 0 : row.Status == LedgerStatus.Open || row.Status == LedgerStatus.Claimed ? 1 : 2)
            .ThenBy(row => row.OriginallyDueOn).ThenBy(row => row.Report).ThenBy(row => row.Id);

    /// <summary>The address of the same list, of another page or as a file.</summary>
    public string Address(int page = 1, string? handler = null) => "/inspections/ledger" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("handler", handler), ("state", State), ("service", Service), ("source", Source is { } source ? $"{(int)source}" : null), ("provider", Provider), ("report", Report), ("owner", Owner), ("dueFrom", DueFrom), ("dueTo", DueTo),
        ("number", page > 1 ? $"{page}" : null),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
