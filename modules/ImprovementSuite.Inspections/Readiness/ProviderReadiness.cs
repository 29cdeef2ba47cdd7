using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Readiness;

/// <summary>How ready a provider is for its next inspection: the service's view and a reviewer's, side by side.</summary>
internal sealed class ProviderReadiness
{
    public int Id { get; private set; }

    public required string ProviderRef { get; init; }

    /// <summary>The window in which the next inspection is expected; null where nobody has said.</summary>
    public DateOnly? WindowFrom { get; private set; }

    public DateOnly? WindowTo { get; private set; }

    /// <summary>The version of the framework that both grades are of.</summary>
    public string Framework { get; private set; } = "";

    public string SelfAssessment { get; private set; } = "";

    public string ServiceGrade { get; private set; } = "";

    public string ServiceBy { get; private set; } = "";

    public string ServiceById { get; private set; } = "";

    public DateOnly ServiceOn { get; private set; }

    /// <summary>This and the four below are null until somebody other than whoever gave the service's view has reviewed it.</summary>
    public string? ReviewerGrade { get; private set; }

    public string? ReviewerWhy { get; private set; }

    public string? ReviewerBy { get; private set; }

    public string? ReviewerById { get; private set; }

    public DateOnly? ReviewerOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>The service has changed its view since it was reviewed.</summary>
    public bool IsReviewOld => ReviewerOn < ServiceOn;

    /// <summary>The service's view. A reviewer's grade of another version of the framework does not stand beside it: the two could not be compared.</summary>
    public void Assess(DateOnly? from, DateOnly? to, Framework framework, string grade, string selfAssessment, Actor by, DateOnly on)
    {
        if (Framework != framework.Code)
            (ReviewerGrade, ReviewerWhy, ReviewerBy, ReviewerById, ReviewerOn) = (null, null, null, null, null);
        (WindowFrom, WindowTo, Framework, ServiceGrade, SelfAssessment) = (from, to, framework.Code, grade, selfAssessment);
        (ServiceBy, ServiceById, ServiceOn) = (by.Name, by.Id, on);
    }

    public void Review(string grade, string why, Actor by, DateOnly on) => (ReviewerGrade, ReviewerWhy, ReviewerBy, ReviewerById, ReviewerOn) = (grade, why, by.Name, by.Id, on);

    /// <summary>"1 September to 31 December 2010", "From 1 September 2010"; null where nobody has said.</summary>
    public string? Window => (WindowFrom, WindowTo) switch
    {
        ({ } from, { } to) => Say.Range(from, to),
        ({ } from, null) => $"From {Say.Date(from)}",
        (null, { } to) => $"Until {Say.Date(to)}",
        _ => null,
    };

    public string ServiceInLog() => $"{Window ?? "No window"}. {ServiceGrade} ({Framework}). {SelfAssessment}";

    public string? ReviewInLog() => ReviewerGrade is null ? null : $"{ReviewerGrade} ({Framework}). {ReviewerWhy}";
}
