using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Integration;

/// <summary>Keeps the plan's own copy of what modules say of their measures.</summary>
internal sealed class MeasuresDefinedHandler(PlanDb db) : INotificationHandler<MeasuresDefined>
{
    public async Task Handle(MeasuresDefined defined, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Definitions.ToDictionaryAsync(definition => definition.Code, cancel);
        foreach (var definition in defined.Definitions)
        {
            var newer = KnownDefinition.Of(defined.Module, definition, defined.Revision);
            if (known.TryGetValue(definition.Code, out var old))
                old.Take(newer);
            else
                db.Add(newer);
        }
        if (!db.ChangeTracker.HasChanges())
            return;
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
