using MediatR;

namespace ImprovementSuite.Platform.Messages;

/// <summary>
/// MediatR stops at the first handler that fails; here every handler is called, and what failed is told afterwards. Handlers are
/// <c>async</c>, so that a failure comes in the task and never out of the call itself.
/// </summary>
public sealed class EveryHandlerMediator(ServiceFactory services) : Mediator(services)
{
    /// <inheritdoc />
    protected override async Task PublishCore(IEnumerable<Task> handlers)
    {
        var failures = new List<Exception>();
        // Each step of the enumeration calls one handler; the next is called when it has ended.
        foreach (var handled in handlers)
        {
            try
            {
                await handled;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
