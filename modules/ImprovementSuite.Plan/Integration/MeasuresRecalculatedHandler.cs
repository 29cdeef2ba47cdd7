using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using MediatR;

namespace ImprovementSuite.Plan.Integration;

/// <summary>Makes readings of what a module has calculated. Taking the same message again changes nothing.</summary>
internal sealed class MeasuresRecalculatedHandler(ReadingStore readings) : INotificationHandler<MeasuresRecalculated>
{
    public Task Handle(MeasuresRecalculated recalculated, CancellationToken cancel)
    {
        readings.Take(recalculated.Values);
        return Task.CompletedTask;
    }
}
