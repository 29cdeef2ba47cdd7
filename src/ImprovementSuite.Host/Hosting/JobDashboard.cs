using Hangfire;
using Hangfire.Dashboard;
using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Host.Hosting;

/// <summary>
/// Hangfire's own pages, to be looked at by whoever runs the service. Jobs are started where their work is, not here. They keep to the security
/// headers of every other page.
/// </summary>
internal static class JobDashboard
{
    public const string Path = "/hangfire";

    public static void MapJobDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [new NotOnTheFeedsPort(app)],
            IsReadOnlyFunc = _ => true,
            AppPath = "/about/health",
            FaviconPath = "/assets/favicon.svg",
            DashboardTitle = "Background jobs",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 10_000,
        }).RequireAuthorization(Tasks.RunService);

    /// <summary>A browser sends its cookie to every port of a host.</summary>
    private sealed class NotOnTheFeedsPort(WebApplication app) : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context)
        {
            var (pages, feeds) = app.Addresses();
            return pages.Port == feeds.Port || context.GetHttpContext().Connection.LocalPort != feeds.Port;
        }
    }
}
