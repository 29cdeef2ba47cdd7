using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Inspections.Ledger;

/// <summary>
/// What people have done about a recommendation. The row begins with the first thing that is done here, with what the sending system had said until then; from
/// then on it stands in that system's place. Who did what, and what it was before, is in <see cref="LedgerEvent"/>.
/// </summary>
internal sealed class Progress
{
    /// <summary>The recommendation's own identifier: it has one or none.</summary>
    public long RecommendationId { get; init; }

    public string? Owner { get; private set; }

    public string? Service { get; private set; }

    /// <summary>What was agreed later. It meets nothing: the original date decides.</summary>
    public DateOnly? RevisedDueOn { get; private set; }

    /// <summary>The day on which it was complete, as its owner claims until it is validated.</summary>
    public DateOnly? CompletedOn { get; private set; }

    public string? CompletedBy { get; private set; }

    public string? CompletedById { get; private set; }

    public DateOnly? ValidatedOn { get; private set; }

    public string? ValidatedBy { get; private set; }

    public ValidatedHow? ValidatedHow { get; private set; }

    public string? Finding { get; private set; }

    /// <summary>Whoever made it took it back, or it no longer applies.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The recommendation that asks for the same; this one is then counted with it.</summary>
    public long? DuplicateOfId { get; private set; }

    public int Version { get; private set; }

    public static Progress Of(Recommendation recommendation) => new()
    {
        RecommendationId = recommendation.Id, CompletedOn = recommendation.CompletedOn, CompletedBy = recommendation.CompletedOn is null ? null : recommendation.Owner,
        ValidatedOn = recommendation.ValidatedOn, ValidatedBy = recommendation.ValidatedOn is null ? null : recommendation.ValidatedBy, ValidatedHow = recommendation.ValidatedHow,
    };

    public void Assign(string owner, string service) => (Owner, Service) = (owner, service);

    public void Revise(DateOnly day) => RevisedDueOn = day;

    public void Complete(DateOnly day, Actor by) => (CompletedOn, CompletedBy, CompletedById) = (day, by.Name, by.Id);

    public void Validate(DateOnly day, ValidatedHow how, string? finding, Actor by) => (ValidatedOn, ValidatedHow, Finding, ValidatedBy) = (day, how, finding, by.Name);

    /// <summary>It is not complete after all: it was found so, or has relapsed.</summary>
    public void Reopen()
    {
        (CompletedOn, CompletedBy, CompletedById) = (null, null, null);
        (ValidatedOn, ValidatedBy, ValidatedHow, Finding) = (null, null, null, null);
    }

    public void Withdraw(DateOnly day) => WithdrawnOn = day;

    public void Restore() => WithdrawnOn = null;

    public void LinkTo(long? recommendation) => DuplicateOfId = recommendation;
}
