using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;

namespace ImprovementSuite.Host.Hosting;

/// <summary>
/// The console's log, in which a failure says what kind it is and where it came from, and its message only where its kind speaks of machines and
/// not of what is stored: "The input string 'A. Rahman' was not in a correct format" stays out, whoever logs it.
/// </summary>
[ProviderAlias("Console")]
internal sealed class LogWithoutRecords(ConsoleLoggerProvider console) : ILoggerProvider
{
    /// <summary>Puts it in the place of the console's own, with its settings.</summary>
    public static void Replace(ILoggingBuilder logging)
    {
        var services = logging.Services;
        services.Remove(services.Single(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType == typeof(ConsoleLoggerProvider)));
        services.AddSingleton<ConsoleLoggerProvider>();
        services.AddSingleton<ILoggerProvider, LogWithoutRecords>();
    }

    public ILogger CreateLogger(string category) => new Filtered(console.CreateLogger(category));

    // The container disposes of the console's provider.
    public void Dispose() { }

    /// <summary>A failure and what caused it, a kind and a place each.</summary>
    public static string Words(Exception failure)
    {
        var words = new StringBuilder();
        Add(failure, words);
        return words.ToString();
    }

    private static void Add(Exception failure, StringBuilder words)
    {
        words.Append(failure.GetType().FullName);
        if (SpeaksOfMachines(failure))
            words.Append(": ").Append(failure.Message);
        if (failure.StackTrace is { } place)
            words.AppendLine().Append(place);
        foreach (var cause in failure is AggregateException several ? several.InnerExceptions : failure.InnerException is { } one ? [one] : (IReadOnlyList<Exception>)[])
        {
            words.AppendLine().Append(" because of ");
            Add(cause, words);
        }
    }

    private static bool SpeaksOfMachines(Exception failure) => failure is
        SqliteException or DbUpdateException or IOException or SocketException or HttpRequestException or AuthenticationException or CryptographicException
        or UnauthorizedAccessException or TimeoutException or OperationCanceledException or ObjectDisposedException or NullReferenceException or InvalidCastException;

    private sealed class Filtered(ILogger console) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => console.BeginScope(state);

        public bool IsEnabled(LogLevel level) => console.IsEnabled(level);

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> words) =>
            console.Log(level, id, state, failure is null ? null : new Logged(failure), (said, _) => words(said, failure));
    }

    /// <summary>What the console's formatters write of a failure is its text.</summary>
    private sealed class Logged(Exception failure) : Exception
    {
        public override string ToString() => Words(failure);
    }
}
