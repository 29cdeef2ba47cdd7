using MediatR;

namespace ImprovementSuite.Contracts.Inspections;

/// <summary>
/// A judgement of an inspection was recorded or corrected. It carries the judgement as it now stands: the higher <paramref name="Revision"/>
/// wins, so it may come twice and in any order.
/// </summary>
/// <param name="Judgement">The sending module's identifier of the judgement; it stays through every correction.</param>
/// <param name="Measure">The judgement measure of the plan that it is a reading of; null where it is of none, or of none any more.</param>
/// <param name="Judged">What was judged: "Fostering service". Never a person.</param>
/// <param name="Framework">The framework's version under which it was judged; grades of two versions are not compared.</param>
/// <param name="Grade">The grade, as the framework's scale writes it: "good".</param>
/// <param name="On">The day of the judgement.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
/// <param name="School">The unique reference number of the school that was judged; null where none was.</param>
public sealed record JudgementRecorded(
    string Judgement, string? Measure, string Judged, string Framework, string Grade, DateOnly On, DateTime RecordedAt, long Revision, int? School = null) : INotification;
