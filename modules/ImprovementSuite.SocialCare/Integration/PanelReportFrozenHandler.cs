using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using MediatR;

namespace ImprovementSuite.SocialCare.Integration;

/// <summary>A panel was shown years to date of a day: they are kept up from now on, so that the plan learns what late records change in them.</summary>
internal sealed class PanelReportFrozenHandler(ModuleDatabase<SocialCareDb> database, Doorbell doorbell) : INotificationHandler<PanelReportFrozen>
{
    public Task Handle(PanelReportFrozen frozen, CancellationToken cancel)
    {
        database.Write(connection => PublishedDay.Add(connection, frozen.FiguresOn));
        doorbell.Ring(SocialCareModule.Name);
        return Task.CompletedTask;
    }
}
