using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reminding;

/// <summary>Whom reminders of a service go to, and who is told when its recommendations stay open.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class ContactsModel(InspectionsDb db) : PageModel
{
    /// <summary>Every service of the ledger, and of a contact that is left over, with how many open recommendations it has.</summary>
    public IReadOnlyList<(string Service, ServiceContact? Contact, int Open)> Contacts { get; private set; } = [];

    /// <summary>The service that is being edited.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "of")]
    public string? Of { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the name that the message begins with"), StringLength(100, ErrorMessage = "The name has 100 characters at most")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Give the e-mail address that reminders go to")]
    public string? Email { get; set; }

    [BindProperty]
    public string? EscalateTo { get; set; }

    /// <summary>The version that was on the screen; null where there was no contact.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public ServiceContact? Edited => Contacts.FirstOrDefault(one => one.Service == Of).Contact;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (Of is not null && Contacts.All(one => one.Service != Of))
            return NotFound();
        (Name, Email, EscalateTo, Version) = (Edited?.Name, Edited?.Email, Edited?.EscalateTo, Edited?.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Read(cancel);
        if (Contacts.All(one => one.Service != Of))
            return NotFound();
        Check(nameof(Email), Email);
        Check(nameof(EscalateTo), EscalateTo);
        if (Edited?.Version != Version)
        {
            ModelState.AddModelError(nameof(Name), Edited is { } theirs ? $"Somebody else has saved {theirs} meanwhile. Save again if yours is right" : "Somebody else has removed this contact meanwhile. Save again if it is to stay");
            Version = Edited?.Version;
            ModelState.SetModelValue(nameof(Version), Version, $"{Version}");
        }
        if (!ModelState.IsValid)
            return Page();

        var before = Edited?.ToString();
        if (Edited is not { } contact)
            db.Add(contact = new ServiceContact { Service = Of!, Name = "", Email = "" });
        (contact.Name, contact.Email, contact.EscalateTo) = (Name!.Trim(), Email!.Trim(), string.IsNullOrWhiteSpace(EscalateTo) ? null : EscalateTo.Trim());
        db.Record(Actor.Of(User), "changed whom reminders of recommendations go to", Of!, before, contact.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return RedirectToPage(new { of = (string?)null });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await db.Contacts.FindAsync([Of], cancel) is { } contact)
        {
            db.Remove(contact);
            db.Record(Actor.Of(User), "removed whom reminders of recommendations go to", contact.Service, contact.ToString());
            await db.SaveChangesAsync(cancel);
        }
        return RedirectToPage(new { of = (string?)null });
    }

    private void Check(string field, string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return;
        if (address.Length > 254 || !MailboxAddress.TryParse(address, out var mailbox) || mailbox.Address != address.Trim() || !mailbox.Domain.Contains('.'))
            ModelState.AddModelError(field, $"“{address.Trim()}” is no e-mail address: give one such as name@council.example");
    }

    private async Task Read(CancellationToken cancel)
    {
        var contacts = await db.Contacts.ToListAsync(cancel);
        var services = await db.Ledger.Where(row => row.Counts && row.DuplicateOfId == null).GroupBy(row => row.Service)
            .Select(of => new { Service = of.Key, Open = of.Count(row => row.Status == LedgerStatus.Open) }).ToListAsync(cancel);
        Contacts =
        [
            .. services.Select(of => of.Service).Concat(contacts.Select(contact => contact.Service)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(service =>
            {
                var contact = contacts.Find(contact => contact.IsOf(service));
                return (contact?.Service ?? service, contact, services.Where(of => string.Equals(of.Service, service, StringComparison.OrdinalIgnoreCase)).Sum(of => of.Open));
            }),
        ];
    }
}
