using System.Reflection;
using ImprovementSuite.Platform.Operations;
using ImprovementSuite.Platform.Storage;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Metrics and traces for the council's own monitoring, over OTLP. Without an endpoint nothing of it is loaded.</summary>
internal static class OpenTelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if ((settings["OpenTelemetry:Endpoint"] ?? settings["OTEL_EXPORTER_OTLP_ENDPOINT"]) is not { Length: > 0 } typed)
            return;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new CannotStartException($"OpenTelemetry:Endpoint is \"{typed}\": give the address of an OTLP receiver, such as http://localhost:4317, or leave it out.");
        Export(builder, endpoint, settings["OpenTelemetry:Protocol"] ?? settings["OTEL_EXPORTER_OTLP_PROTOCOL"]);
    }

    // A method of its own: who does not call it does not load what is behind it.
    private static void Export(WebApplicationBuilder builder, Uri endpoint, string? named)
    {
        var protocol = named switch
        {
            null or "" or "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            var other => throw new CannotStartException($"OpenTelemetry:Protocol is \"{other}\": give grpc or http/protobuf."),
        };
        builder.Services.AddSingleton<SuiteGauges>().ConfigureOpenTelemetryMeterProvider((services, _) => services.GetRequiredService<SuiteGauges>());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("improvementsuite", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation(http =>
            {
                http.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                // An address may name a record: what goes out is its route.
                http.EnrichWithHttpResponse = (trace, _) => trace.SetTag("url.path", null).SetTag("url.query", null);
            }))
            .UseOtlpExporter(protocol, endpoint);
    }
}
