using System.Diagnostics.Metrics;
using ImprovementSuite.Platform.Operations;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What waits, read from the databases whenever metrics are sent.</summary>
internal sealed class SuiteGauges
{
    public SuiteGauges(IMeterFactory meters, IEnumerable<ModuleDatabase> databases, IEnumerable<Recalculator> recalculators)
    {
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge(
            "suite.recalculation.lag", () => recalculators.Select(recalculator => Of(recalculator.Module, recalculator.Lag().TotalSeconds)), "s", "For how long records have waited to be counted");
        meter.CreateObservableGauge(
            "suite.courier.backlog", () => databases.Select(database => Of(database.Name, Messages(database, ""))), "{message}", "Messages that wait for a subscriber");
        meter.CreateObservableGauge(
            "suite.courier.refused", () => databases.Select(database => Of(database.Name, Messages(database, "WHERE Attempts > 0"))), "{message}", "Messages that a subscriber did not take yet");
    }

    private static long Messages(ModuleDatabase database, string which) =>
        database.Read(connection => connection.Scalar<long>($"SELECT COUNT(*) FROM outgoing_message {which}"));

    private static Measurement<T> Of<T>(string module, T value) where T : struct => new(value, new KeyValuePair<string, object?>("module", module));
}
