using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using MediatR;

namespace ImprovementSuite.Inspections.Integration;

/// <summary>Keeps what the plan reads of each national indicator, for Block C. The higher revision wins, so taking a message again, or late, changes nothing.</summary>
internal sealed class IndicatorReadHandler(InspectionsDb db, BusinessClock clock, Doorbell doorbell) : INotificationHandler<IndicatorRead>
{
    public async Task Handle(IndicatorRead read, CancellationToken cancel)
    {
        if (!read.IsNational)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var indicator = await db.Set<Indicator>().FindAsync([read.Measure], cancel) ?? db.Add(new Indicator { Measure = read.Measure }).Entity;
        if (indicator.Revision >= read.Revision)
            return;
        var before = Counts(indicator);
        Take(read, indicator);
        var now = Counts(indicator);
        if (now == before)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return;
        }
        db.Add(new IndicatorChange { ToldOn = clock.Today, InLineChange = now.InLine - before.InLine, ComparedChange = now.Compared - before.Compared });
        await db.SaveAndCountAnew([(IndicatorsInLine.Code, clock.Today)], cancel);
        await transaction.CommitAsync(cancel);
        doorbell.Ring(InspectionsModule.Name);
    }

    private static void Take(IndicatorRead read, Indicator indicator)
    {
        (indicator.IsInPlan, indicator.Revision) = (!read.Removed, read.Revision);
        if (read.Removed)
            return;
        (indicator.Title, indicator.Polarity) = (read.Title, read.Polarity);
        (indicator.Value, indicator.On, indicator.Words) = (read.Reading?.Value, read.On, read.Reading is { } figure ? Words(figure) : "");
        (indicator.Neighbours, indicator.National) = (read.Neighbours, read.National);
    }

    private static string Words(Figure figure) => Say.Counts(figure) is { } counts && !figure.NothingDue ? $"{Say.Figure(figure)} ({counts})" : Say.Figure(figure);

    private static (int InLine, int Compared) Counts(Indicator indicator) => (indicator.IsInLine ? 1 : 0, indicator.IsCompared ? 1 : 0);
}
