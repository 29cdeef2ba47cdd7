using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Ledger;

/// <summary>Why something cannot be done, beside the field that it is about.</summary>
/// <param name="Field">"Day", "Why", "ApprovedBy", "Finding", "Other"; empty where it is about the recommendation as it stands.</param>
internal sealed record LedgerProblem(string Field, string Sentence);

/// <summary>A recommendation with everything that decides what may be done with it.</summary>
/// <param name="OwnerIds">The accounts of whoever owns it: the owner by name or e-mail address, and to whom reminders of its service go.</param>
/// <param name="Linked">How many of other reports are counted with it.</param>
/// <param name="Reopened">When it was last found not to be complete, or to have relapsed; null where it never was.</param>
internal sealed record LedgerCase(LedgerRow Row, Recommendation Recommendation, Progress Progress, DateOnly ReportBeganOn, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<string> OwnerIds, int Linked, LedgerEvent? Reopened)
{
    /// <summary>Something shows that it is complete: here, or where the sending system says. What was there when it was reopened shows that no more.</summary>
    public bool HasEvidence => IsShownBy(Evidence);

    /// <summary>Something would still show it without an item.</summary>
    public bool HasEvidenceWithout(EvidenceItem item) => IsShownBy(Evidence.Where(other => other.Id != item.Id));

    private bool IsShownBy(IEnumerable<EvidenceItem> items) => Reopened is { } reopened ? items.Any(item => item.AddedAt > reopened.At) : items.Any() || Recommendation.Evidence.Length > 0;
}

/// <summary>
/// The one writer of what people do about recommendations, one or many at a time. Each step is checked, written to the progress, to the recommendation's history and to the
/// change log, and saved with the days on which figures count it.
/// </summary>
internal sealed class LedgerDesk(InspectionsDb db, BusinessClock clock, KnownPeople known)
{
    public const int LongestWords = 2_000;

    /// <summary>Of a recommendation of which nobody has done anything here: whoever is the first meanwhile is seen by it.</summary>
    public const int NotBegun = -1;

    /// <summary>Null where there is no such recommendation.</summary>
    public async Task<LedgerCase?> Find(long id, CancellationToken cancel) => (await Find([id], cancel)).SingleOrDefault();

    /// <summary>Those of these that there are, by their original dates, in as many questions as one costs.</summary>
    public async Task<IReadOnlyList<LedgerCase>> Find(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var rows = await db.Ledger.Where(row => ids.Contains(row.Id)).OrderBy(row => row.OriginallyDueOn).ThenBy(row => row.Id).ToListAsync(cancel);
        var recommendations = await db.Recommendations.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
        var progress = await db.Progress.Where(one => ids.Contains(one.RecommendationId)).ToDictionaryAsync(one => one.RecommendationId, cancel);
        var reports = rows.Select(row => row.InspectionId).ToList();
        var began = await db.Inspections.Where(report => reports.Contains(report.Id)).ToDictionaryAsync(report => report.Id, report => report.BeganOn, cancel);
        var evidence = (await db.Evidence.AsNoTracking().Where(item => item.Of == EvidenceOf.Recommendation && ids.Contains(item.SubjectId) && item.RemovedAt == null).OrderBy(item => item.Id).ToListAsync(cancel))
            .ToLookup(item => item.SubjectId);
        var reopened = (await db.Events.AsNoTracking().Where(step => (step.Step == LedgerStep.Reopened || step.Step == LedgerStep.FoundIncomplete) && ids.Contains(step.RecommendationId)).OrderBy(step => step.Id).ToListAsync(cancel))
            .ToLookup(step => step.RecommendationId);
        var linked = await db.Progress.Where(one => one.DuplicateOfId != null && ids.Contains(one.DuplicateOfId.Value) && db.Recommendations.Any(duplicate => duplicate.Id == one.RecommendationId && duplicate.Counts))
            .GroupBy(one => one.DuplicateOfId!.Value).ToDictionaryAsync(group => group.Key, group => group.Count(), cancel);
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        var people = known.Read();
        return
        [
            .. rows.Select(row => new LedgerCase(
                row, recommendations[row.Id], progress.GetValueOrDefault(row.Id) ?? Progress.Of(recommendations[row.Id]), began[row.InspectionId], [.. evidence[row.Id]],
                Owners(row, contacts.Find(contact => contact.IsOf(row.Service)), people), linked.GetValueOrDefault(row.Id), reopened[row.Id].LastOrDefault())),
        ];
    }

    /// <summary>An owner is often a post; whoever is written to about its service is the person who holds it.</summary>
    private static IReadOnlyList<string> Owners(LedgerRow row, ServiceContact? contact, IReadOnlyList<KnownPerson> people) =>
        [.. people.Where(person => Same(row.Owner, person.Name) || Same(row.Owner, person.Email) || (contact is not null && Same(contact.Email, person.Email))).Select(person => person.Id)];

    /// <summary>The version that somebody has before them.</summary>
    public int VersionOf(LedgerCase one) => db.Entry(one.Progress).State == EntityState.Detached ? NotBegun : one.Progress.Version;

    /// <summary>Says which version its editor had before them; the save throws where another has done something since.</summary>
    public void Expect(LedgerCase one, int version)
    {
        // A row that begins now clashes with one that has begun meanwhile by its key.
        if (db.Entry(one.Progress).State is EntityState.Unchanged or EntityState.Modified)
            db.Expect(one.Progress, version);
    }

    public LedgerProblem? Assign(LedgerCase one, string owner, string service, Actor by)
    {
        if ((Text("Owner", owner, "Give who answers for it", Feed.InspectionRecordCheck.LongestName) ?? Text("Service", service, "Give the service that answers for it", Feed.InspectionRecordCheck.LongestName)) is { } wrong)
            return wrong;
        var before = $"{one.Row.Owner}, {one.Row.Service}";
        one.Progress.Assign(owner.Trim(), service.Trim());
        Note(one, LedgerStep.Assigned, by, "gave a recommendation to somebody", before, $"{owner.Trim()}, {service.Trim()}", words: $"{owner.Trim()}, {service.Trim()}");
        return null;
    }

    /// <summary>Agrees a later date. The original one stays, and decides.</summary>
    public LedgerProblem? Revise(LedgerCase one, DateOnly day, string? why, string? approvedBy, Actor by)
    {
        if (one.Row.Status is LedgerStatus.Met or LedgerStatus.Withdrawn)
            return new("", $"{Name(one)} is {one.Row.Status.Words().ToLowerInvariant()}, so no date of it is open");
        if (day < clock.Today)
            return new("Day", $"{Say.Date(day)} has passed: give a day from today on, {Say.Date(clock.Today)}");
        if (day <= one.Row.OriginallyDueOn)
            return new("Day", $"The original date is {Say.Date(one.Row.OriginallyDueOn)}: a revised date is later than that");
        if ((Text("Why", why, "Say why the date is revised") ?? Text("ApprovedBy", approvedBy, "Give who approved it", Feed.InspectionRecordCheck.LongestName)) is { } wrong)
            return wrong;
        if (Same(approvedBy!, one.Row.Owner))
            return new("ApprovedBy", $"{approvedBy!.Trim()} is the owner: somebody else approves a revised date");
        var before = one.Progress.RevisedDueOn;
        one.Progress.Revise(day);
        Note(one, LedgerStep.Revised, by, "revised the date of a recommendation", Say.Date(before ?? one.Row.OriginallyDueOn), Say.Date(day), why, why, day, before ?? one.Row.OriginallyDueOn, approvedBy!.Trim());
        return null;
    }

    /// <summary>Its owner says that it is complete. It counts as met when somebody else has validated that.</summary>
    public LedgerProblem? Complete(LedgerCase one, DateOnly day, string? words, Actor by)
    {
        if (one.Row.Status != LedgerStatus.Open)
            return new("", $"{Name(one)} is {one.Row.Status.Words().ToLowerInvariant()} already");
        if (CannotBeComplete(one, day) is { } wrong)
            return wrong;
        if (!one.HasEvidence)
            return new("", one.Reopened is null
                ? $"{Name(one)} has no evidence: add a file or a link that shows that it is complete, then say so"
                : $"{Name(one)} has no evidence since it was reopened: add a file or a link that shows that it is complete now, then say so");
        one.Progress.Complete(day, by);
        Note(one, LedgerStep.Completed, by, "said that a recommendation is complete", null, Say.Date(day), words, words, day);
        return null;
    }

    /// <summary>The day of a claim was a slip. Once somebody has validated it, it stays.</summary>
    public LedgerProblem? CorrectDay(LedgerCase one, DateOnly day, string? why, Actor by)
    {
        if (one.Row is not { Status: LedgerStatus.Claimed, CompletedOn: { } before })
            return new("", $"{Name(one)} is {one.Row.Status.Words().ToLowerInvariant()}: there is no claim whose day could be corrected");
        if (CannotBeComplete(one, day) is { } wrong)
            return wrong;
        if (day == before)
            return new("Day", $"It is said to have been complete on {Say.Date(before)} already: give another day");
        if (Text("Why", why, "Say why the day is corrected") is { } missing)
            return missing;
        one.Progress.Complete(day, by);
        Note(one, LedgerStep.Completed, by, "corrected the day on which a recommendation was complete", Say.Date(before), Say.Date(day), why, $"Not {Say.Date(before)}. {why!.Trim()}", day, before);
        return null;
    }

    /// <summary>Why it cannot have been complete on a day.</summary>
    private LedgerProblem? CannotBeComplete(LedgerCase one, DateOnly day)
    {
        if (Past(day) is { } wrong)
            return wrong;
        if (day < one.ReportBeganOn)
            return new("Day", $"{Say.Date(day)} is before the inspection, which began on {Say.Date(one.ReportBeganOn)}: correct the day");
        return one.Reopened is { Day: { } relapsed, Step: var step } && day < relapsed
            ? new("Day", $"It was {(step == LedgerStep.Reopened ? "reopened" : "found not to be complete")} on {Say.Date(relapsed)}: give that day or a later one")
            : null;
    }

    /// <summary>Somebody who is not the owner has looked: it is complete, or it is not.</summary>
    public LedgerProblem? Validate(LedgerCase one, bool isComplete, DateOnly day, ValidatedHow how, string? finding, Actor by)
    {
        if (one.Row.Status != LedgerStatus.Claimed)
            return new("", one.Row.Status == LedgerStatus.Open ? $"Nobody has said that {Name(one).ToLowerInvariant()} is complete, so there is nothing to validate yet" : $"{Name(one)} is {one.Row.Status.Words().ToLowerInvariant()} already");
        if (MayNotValidate(one, by) is { } not)
            return new("", not);
        if (Past(day) is { } wrong)
            return wrong;
        if (day < one.Row.CompletedOn)
            return new("Day", $"It was complete on {Say.Date(one.Row.CompletedOn.Value)}: give that day or a later one");
        if (Text("Finding", finding, how == ValidatedHow.Visit || !isComplete ? "Say what was found" : null) is { } missing)
            return missing;
        if (isComplete && !one.HasEvidence)
            return new("", $"{Name(one)} has no evidence{(one.Reopened is null ? "" : " since it was reopened")}: have some added first, or say that it is not complete");
        if (isComplete)
        {
            one.Progress.Validate(day, how, finding, by);
            Note(one, LedgerStep.Validated, by, "validated a recommendation", null, $"{how.Words()}, {Say.Date(day)}", finding, finding, day);
        }
        else
        {
            var claimed = one.Row.CompletedOn;
            one.Progress.Reopen();
            Note(one, LedgerStep.FoundIncomplete, by, "found that a recommendation is not complete", claimed is { } on ? Say.Date(on) : null, null, finding, finding, day, claimed);
        }
        return null;
    }

    /// <summary>Why somebody may not validate it; null where they may. Nobody validates what they own, claimed or gave the evidence for.</summary>
    public static string? MayNotValidate(LedgerCase one, Actor by) =>
        Same(one.Row.Owner, by.Name) ? "You are its owner: somebody else validates it"
        : one.OwnerIds.Contains(by.Id) ? $"You answer for it: you are its owner, or reminders of {one.Row.Service} go to you. Somebody else validates it"
        : one.Progress.CompletedById == by.Id || Same(one.Progress.CompletedBy ?? "", by.Name) ? "You said that it is complete: somebody else validates it"
        : one.Evidence.Any(item => item.AddedById == by.Id) ? "You added evidence for it: somebody else validates it"
        : null;

    /// <summary>It was met, and is not any more.</summary>
    public LedgerProblem? Reopen(LedgerCase one, string? why, Actor by)
    {
        if (one.Row.Status is not (LedgerStatus.Met or LedgerStatus.Claimed))
            return new("", $"{Name(one)} is {one.Row.Status.Words().ToLowerInvariant()}: there is nothing to reopen");
        if (Text("Why", why, "Say what has relapsed, or why it is not complete") is { } wrong)
            return wrong;
        var before = one.Row.CompletedOn;
        one.Progress.Reopen();
        Note(one, LedgerStep.Reopened, by, "reopened a recommendation", before is { } day ? Say.Date(day) : null, null, why, why, clock.Today, before);
        return null;
    }

    /// <summary>Whoever made it took it back.</summary>
    public LedgerProblem? Withdraw(LedgerCase one, string? why, Actor by)
    {
        if (one.Row.Status == LedgerStatus.Withdrawn)
            return new("", $"{Name(one)} is withdrawn already");
        if (one.Linked > 0)
            return new("", $"{Say.Count("recommendation", one.Linked)} of other reports {(one.Linked == 1 ? "is" : "are")} counted with {Name(one).ToLowerInvariant()}: unlink {(one.Linked == 1 ? "it" : "them")} first");
        if (Text("Why", why, "Say who took it back and why") is { } wrong)
            return wrong;
        one.Progress.Withdraw(clock.Today);
        Note(one, LedgerStep.Withdrawn, by, "withdrew a recommendation", null, null, why, why, clock.Today);
        return null;
    }

    public LedgerProblem? Restore(LedgerCase one, string? why, Actor by)
    {
        if (one.Row.Status != LedgerStatus.Withdrawn)
            return new("", $"{Name(one)} is not withdrawn");
        if (Text("Why", why, "Say why it applies again") is { } wrong)
            return wrong;
        one.Progress.Restore();
        Note(one, LedgerStep.Restored, by, "put a withdrawn recommendation back", null, null, why, why, clock.Today);
        return null;
    }

    /// <summary>It asks for the same as another, of another report: it is then counted with that one.</summary>
    public async Task<LedgerProblem?> Link(LedgerCase one, long other, string? why, Actor by, CancellationToken cancel)
    {
        if (await db.Ledger.SingleOrDefaultAsync(row => row.Id == other, cancel) is not { } target)
            return new("Other", "There is no such recommendation in the ledger: choose one of the list");
        if (target.Id == one.Row.Id || target.InspectionRef == one.Row.InspectionRef)
            return new("Other", "It is of the same report: a duplicate is of another one");
        if (target.DuplicateOfId is not null)
            return new("Other", $"Recommendation {target.Number} of {target.Report} is a duplicate itself: link to the one that it is linked to");
        if (target.Status == LedgerStatus.Withdrawn)
            return new("Other", $"Recommendation {target.Number} of {target.Report} is withdrawn: what is counted with it would be counted nowhere");
        if (one.Row.Counts && !target.Counts)
            return new("Other", $"Recommendations of {target.Provider} are in no figure, and nor would this one be: link that one to this one instead");
        if (target.OriginallyDueOn > one.Row.OriginallyDueOn)
            return new("Other", $"Recommendation {target.Number} of {target.Report} was originally due later, on {Say.Date(target.OriginallyDueOn)}, and the earlier date decides: link that one to this one instead");
        if (one.Linked > 0)
            return new("Other", "Others are linked to this one as duplicates: unlink them first, or link the other way round");
        if (Text("Why", why, null) is { } wrong)
            return wrong;
        one.Progress.LinkTo(target.Id);
        var words = $"{target.Number} of {target.Report}";
        Note(one, LedgerStep.Linked, by, "linked a recommendation as a duplicate", null, words, why, why is null ? words : $"{words}. {why}");
        return null;
    }

    public LedgerProblem? Unlink(LedgerCase one, Actor by)
    {
        if (one.Row.DuplicateOfId is null)
            return new("", $"{Name(one)} is linked to none");
        one.Progress.LinkTo(null);
        Note(one, LedgerStep.Unlinked, by, "unlinked a duplicate recommendation");
        return null;
    }

    /// <summary>A file or a link that shows something of it.</summary>
    public void AddEvidence(LedgerCase one, EvidenceItem item, Actor by)
    {
        db.Evidence.Add(item);
        Note(one, LedgerStep.EvidenceAdded, by, "added evidence to a recommendation", after: item.InLog(), words: item.Title);
        Renew(one);
    }

    /// <summary>It shows nothing after all. What is claimed or met keeps something that shows it.</summary>
    public LedgerProblem? RemoveEvidence(LedgerCase one, EvidenceItem item, string? why, Actor by)
    {
        if (one.Row.Status is LedgerStatus.Claimed or LedgerStatus.Met && !one.HasEvidenceWithout(item))
            return new("", $"It is the only evidence{(one.Reopened is null ? "" : " since it was reopened")} that {Name(one).ToLowerInvariant()} is complete: add other evidence first, or have it reopened");
        if (Text("Why", why, "Say why it is removed") is { } wrong)
            return wrong;
        item.Remove(clock.Now);
        Note(one, LedgerStep.EvidenceRemoved, by, "removed evidence of a recommendation", before: item.InLog(), why: why, words: $"{item.Title}. {why!.Trim()}");
        Renew(one);
        return null;
    }

    /// <summary>Whoever validates by the evidence that was there before is told that it is another now.</summary>
    private void Renew(LedgerCase one)
    {
        if (db.Entry(one.Progress) is { State: EntityState.Unchanged } row)
            row.State = EntityState.Modified;
    }

    /// <summary>Writes a step that has no rule of its own, such as an action that was added.</summary>
    public void Note(LedgerCase one, LedgerStep step, Actor by, string action, string? before = null, string? after = null, string? why = null, string? words = null,
        DateOnly? day = null, DateOnly? dayBefore = null, string? approvedBy = null)
    {
        if (db.Entry(one.Progress).State == EntityState.Detached)
            db.Progress.Add(one.Progress);
        db.Events.Add(new LedgerEvent { RecommendationId = one.Row.Id, At = clock.Now, By = by.Name, Step = step, Day = day, Before = dayBefore, ApprovedBy = approvedBy, Words = Trimmed(words) });
        db.Record(by, action, $"Recommendation {one.Row.Number} of {one.Row.Report}", before, after, Trimmed(why));
    }

    /// <summary>Saves the steps of these recommendations together, or none of them.</summary>
    /// <exception cref="DbUpdateException">Another has saved one of them meanwhile.</exception>
    public async Task Save(IReadOnlyList<LedgerCase> cases, CancellationToken cancel)
    {
        var reports = cases.Select(one => one.Row.InspectionRef).Distinct().ToList();
        // One that is a duplicate of these is counted with them, under its own report's measure.
        var ids = cases.Select(one => (long?)one.Row.Id).ToList();
        reports.AddRange(await db.Ledger.Where(row => ids.Contains(row.DuplicateOfId)).Select(row => row.InspectionRef).Distinct().ToListAsync(cancel));
        var measures = await db.Set<Judgements.ReportMeasure>().Where(measure => reports.Contains(measure.InspectionRef)).Select(measure => measure.Code).Distinct().ToListAsync(cancel);
        await db.SaveAndCountAnew(
            [.. cases.Select(one => (MetInTimescale.Code, one.Row.OriginallyDueOn)), .. measures.Select(code => (code, WorkingDayCalendar.First))], cancel);
    }

    public static string Name(LedgerCase one) => $"{one.Row.Kind.Words()} {one.Row.Number}";

    private LedgerProblem? Past(DateOnly day) => day > clock.Today ? new("Day", $"{Say.Date(day)} is still to come: give a day up to today, {Say.Date(clock.Today)}") : null;

    private static LedgerProblem? Text(string field, string? text, string? missing, int longest = LongestWords) =>
        missing is not null && string.IsNullOrWhiteSpace(text) ? new(field, missing)
        : text?.Length > longest ? new(field, $"This has {Say.Number(longest)} characters at most, and there are {Say.Number(text.Length)}")
        : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
