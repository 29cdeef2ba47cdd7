using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace ImprovementSuite.Host.Hosting;

/// <summary>
/// Hangfire has one log for the whole process, and each suite that starts makes it its own. Where that suite has stopped and others go on, as in the
/// tests, nothing more is said, and nobody fails for it.
/// </summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _suites = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return new Category(_suites.GetLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Category(null);
        }
    }

    private sealed class Category(ILog? suites) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel level, Func<string>? message, Exception? exception)
        {
            try
            {
                return suites?.Log(level, message, exception) ?? false;
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
