using Hangfire.Logging;

namespace ImprovementSuite.Tests.Support;

/// <summary>
/// Hangfire keeps one log for the whole process, and each suite that starts makes it its own: when that suite stops, the others would write to a log that
/// is closed. The tests' suites write to none.
/// </summary>
internal sealed class QuietHangfire : ILogProvider, ILog
{
    public static void Keep() => LogProvider.SetCurrentLogProvider(new QuietHangfire());

    public ILog GetLogger(string name) => this;

    public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
}
