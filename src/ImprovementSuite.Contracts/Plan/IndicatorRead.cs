using MediatR;

namespace ImprovementSuite.Contracts.Plan;

/// <summary>
/// What the plan reads one of its measures at, and what others reached. It carries the whole and stands in place of what was sent of the measure
/// before; the higher <paramref name="Revision"/> wins. Sent again whenever any of it changes.
/// </summary>
/// <param name="Measure">The measure's code in the plan, such as NI59.</param>
/// <param name="Title">The measure's name, without its figures; empty where it is removed.</param>
/// <param name="IsNational">It is one of the national indicators: its code is NI and the indicator's number.</param>
/// <param name="Unit">What the plan shows it in.</param>
/// <param name="Polarity">Which way is better.</param>
/// <param name="Reading">The authority's figure that the plan rates; null where there is none yet, or the measure is a judgement, which has a grade and no figure.</param>
/// <param name="On">The last day that the reading is of; null where there is no reading.</param>
/// <param name="Neighbours">What the statistical neighbours reached in the latest period known, in percent (80.11 is 80.11%), whole things, posts or pounds as the reading's value; null where it is not known.</param>
/// <param name="National">What England reached, likewise.</param>
/// <param name="Revision">Counts up in the plan; never reused.</param>
/// <param name="Removed">The plan has the measure no more: all else but its code is empty.</param>
public sealed record IndicatorRead(
    string Measure, string Title, bool IsNational, Unit Unit, Polarity Polarity, Figure? Reading, DateOnly? On, decimal? Neighbours, decimal? National, long Revision, bool Removed = false) : INotification;
