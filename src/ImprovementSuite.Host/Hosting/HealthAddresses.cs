using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What a load balancer or a container's keeper asks. It is answered to anybody, and so says no more than yes or no.</summary>
internal static class HealthAddresses
{
    /// <summary>Checks that say whether the suite can take requests; others say whether a person should look.</summary>
    public const string Ready = "ready";

    public static void MapHealthAddresses(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = (http, _) => Say(http, "The suite answers.") }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = (http, report) => Say(http, report.Status == HealthStatus.Healthy ? "The suite is ready." : "The suite is not ready. Its log says why."),
        }).AllowAnonymous();
    }

    private static Task Say(HttpContext http, string sentence)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence, http.RequestAborted);
    }
}
