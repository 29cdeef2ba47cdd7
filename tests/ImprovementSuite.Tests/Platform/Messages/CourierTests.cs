using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImprovementSuite.Tests.Platform.Messages;

/// <summary>A subscriber that fails harms nobody else: other subscribers and other messages are served, and it gets its message again.</summary>
public sealed class CourierTests : IDisposable
{
    private readonly CaseDatabase _cases = new(RunningSuite.Today);
    private readonly Listener _first = new();
    private readonly Listener _second = new();
    private readonly ServiceProvider _services;
    private readonly Courier _courier;

    public CourierTests()
    {
        var clock = new BusinessClock(_cases.Time);
        // As the host wires MediatR.
        _services = new ServiceCollection()
            .AddTransient<ServiceFactory>(services => services.GetRequiredService).AddTransient<IMediator, EveryHandlerMediator>()
            .AddSingleton<INotificationHandler<MeasuresRecalculated>>(_first).AddSingleton<INotificationHandler<MeasuresRecalculated>>(_second)
            .BuildServiceProvider();
        _courier = new Courier(_services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<Courier>.Instance);
    }

    public void Dispose()
    {
        _services.Dispose();
        _cases.Dispose();
    }

    [Theory]
    [InlineData("in its task")]
    [InlineData("in the call itself")]
    [InlineData("as a time-out does")]
    public async Task One_that_fails_keeps_no_other_subscriber_and_no_other_message_waiting(string way)
    {
        _first.Fails = message => message == "one" ? Fail(way) : Task.CompletedTask;
        Write("one", "two");

        await Deliver();

        Assert.Equal(["one", "two"], _first.Heard);
        Assert.Equal(["one", "two"], _second.Heard);
        Assert.Equal(["1 1"], _cases.Rows("SELECT Id, Attempts FROM outgoing_message"));
        Assert.Contains("no", Assert.Single(_cases.Rows("SELECT LastError FROM outgoing_message")));
    }

    [Fact]
    public async Task It_is_tried_again_after_growing_delays_and_then_deleted()
    {
        _first.Fails = _ => throw new InvalidOperationException("no");
        Write("one");
        await Deliver();

        foreach (var delay in new[] { 1, 2, 4, 8 })
        {
            var heard = _first.Heard.Count;
            Pass(TimeSpan.FromSeconds(delay) - TimeSpan.FromMilliseconds(1));
            await Deliver();
            Assert.Equal(heard, _first.Heard.Count);

            Pass(TimeSpan.FromMilliseconds(1));
            await Deliver();
            Assert.Equal(heard + 1, _first.Heard.Count);
        }

        _first.Fails = _ => Task.CompletedTask;
        Pass(TimeSpan.FromSeconds(16));
        await Deliver();
        Assert.Empty(_cases.Rows("SELECT Id FROM outgoing_message"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 512)]
    [InlineData(11, 600)]
    [InlineData(2000, 600)]
    public void No_delay_is_longer_than_ten_minutes(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Courier.Wait(attempts));

    [Fact]
    public async Task A_message_that_this_version_does_not_know_keeps_no_other_waiting()
    {
        _cases.Database.Write(connection => connection.Execute("INSERT INTO outgoing_message (Type, Body, Created, Attempts, NextAttempt) VALUES ('Unknown', '{}', 0, 0, 0)"));
        Write("two");

        await Deliver();

        Assert.Equal(["two"], _first.Heard);
        Assert.Equal(["A message of type Unknown waits in the outbox, but this version of the suite does not know the type."], _cases.Rows("SELECT LastError FROM outgoing_message"));
    }

    [Fact]
    public async Task A_suite_that_stops_counts_no_failure()
    {
        using var stopping = new CancellationTokenSource();
        _first.Fails = async _ =>
        {
            await stopping.CancelAsync();
            stopping.Token.ThrowIfCancellationRequested();
        };
        Write("one");

        await Assert.ThrowsAnyAsync<Exception>(() => _courier.Deliver(_cases.Database, stopping.Token));

        Assert.Equal(["1 0"], _cases.Rows("SELECT Id, Attempts FROM outgoing_message"));
    }

    private static Task Fail(string way) => way switch
    {
        "in its task" => Task.FromException(new InvalidOperationException("no")),
        "as a time-out does" => Task.FromException(new TaskCanceledException("no")),
        _ => throw new InvalidOperationException("no"),
    };

    private Task Deliver() => _courier.Deliver(_cases.Database, CancellationToken.None);

    private void Pass(TimeSpan time) => _cases.Time.Passed += time;

    private void Write(params string[] modules) => _cases.Database.Write(connection =>
    {
        foreach (var module in modules)
            OutgoingMessage.Write(connection, new MeasuresRecalculated(module, []), _cases.Time.GetUtcNow().UtcDateTime);
    });

    private sealed class Listener : INotificationHandler<MeasuresRecalculated>
    {
        public List<string> Heard { get; } = [];

        public Func<string, Task> Fails { get; set; } = _ => Task.CompletedTask;

        public Task Handle(MeasuresRecalculated message, CancellationToken cancel)
        {
            Heard.Add(message.Module);
            return Fails(message.Module);
        }
    }
}
