using MediatR;

namespace ImprovementSuite.Platform.Messages;

/// <summary>
/// MediatR stops at the first handler that fails; here every handler is called, and what failed is told afterwards.
/// </summary>
public sealed class EveryHandlerMediator(ServiceFactory services) : Mediator(services)
{
    /// <inheritdoc />
    protected override async Task PublishCore(IEnumerable<Task> handlers)
    {
        var failures = new List<Exception>();
        // Each step of the enumeration calls one handler; the next is called when it has ended. A handler may fail in the call itself, that
        // is in the step, which would end a foreach.
        using var each = handlers.GetEnumerator();
        for (var more = true; more;)
        {
            try
            {
                more = each.MoveNext();
                if (more)
                    await each.Current;
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
