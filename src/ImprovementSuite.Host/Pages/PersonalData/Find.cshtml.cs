using System.Globalization;
using System.Text;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages.PersonalData;

/// <summary>
/// What is held about a child or a worker, of every module: for a manager the records of the own teams, for whoever looks after personal data everything,
/// and as a file. What is looked for is posted, so that no address, history or log of a proxy has a reference.
/// </summary>
[Authorize(Tasks.SeeReferences)]
internal sealed class FindModel(IEnumerable<IHeldData> modules, Pseudonyms pseudonyms, AccountsDb db, BusinessClock clock, IAuthorizationService authorization) : PageModel
{
    private const int LongestText = 200;

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Null until something was looked for.</summary>
    public HeldAnswer? Answer { get; private set; }

    /// <summary>Whether everything is shown and can be taken away as a file.</summary>
    public bool Everything { get; private set; }

    /// <summary>What the change logs call what was found.</summary>
    public IEnumerable<(string Subject, string Pseudonym)> Marks => Answer!.Subjects.Select(subject => (subject, pseudonyms.Of(subject)));

    public int Records => Answer!.Tables.Sum(table => table.Rows.Count);

    public async Task OnGetAsync() => Everything = await May(Tasks.LookAfterPersonalData);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Look("looked up what is held", cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        if (!await May(Tasks.LookAfterPersonalData))
            return Forbid();
        await Look("exported what is held", cancel);
        return Answer is not { Tables.Count: > 0 } ? Page() : File(Csv(Answer), "text/csv; charset=utf-8", $"what-is-held-{clock.Today:yyyy-MM-dd}.csv");
    }

    private async Task Look(string action, CancellationToken cancel)
    {
        Everything = await May(Tasks.LookAfterPersonalData);
        var text = Text?.Trim() ?? "";
        if (text.Length is 0 or > LongestText)
        {
            ModelState.AddModelError(nameof(Text), text.Length == 0 ? "Enter a reference, a pseudonym or a worker's name" : $"What you look for has {LongestText} characters at most");
            return;
        }
        var question = new HeldQuestion(text, Actor.Of(User).Id, await May(Tasks.ReadEveryTeam) ? null : Teams.Of(User), pseudonyms);
        var answers = modules.Select(module => module.Find(question)).ToList();
        Answer = new([.. answers.SelectMany(answer => answer.Subjects).Distinct()], [.. answers.SelectMany(answer => answer.Tables)]);
        var of = Answer.Subjects.Count == 0 ? [pseudonyms.Of(text)] : Answer.Subjects.Select(pseudonyms.Of);
        db.Record(Actor.Of(User), action, string.Join(", ", of), after: Say.Count("record", Records));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> May(string task) => (await authorization.AuthorizeAsync(User, task)).Succeeded;

    /// <summary>One field a line, so that records of every type fit into one file.</summary>
    private static byte[] Csv(HeldAnswer answer)
    {
        var text = new StringBuilder("Held as,Number,Field,Value\r\n");
        foreach (var table in answer.Tables)
            foreach (var (number, row) in table.Rows.Index())
                foreach (var (column, value) in table.Columns.Zip(row).Where(field => field.Second.Length > 0))
                    text.AppendJoin(',', CsvCell.Of(table.Title), (number + 1).ToString(CultureInfo.InvariantCulture), CsvCell.Of(column), CsvCell.Of(value)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
