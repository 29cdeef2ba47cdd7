using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using MediatR;

namespace ImprovementSuite.Tests.Support;

/// <summary>Every message that a module wrote since it was asked to keep them: the courier deletes what it has delivered, at a moment that no test knows.</summary>
public sealed class KeptMessages
{
    private readonly ModuleDatabase _outbox;

    public KeptMessages(ModuleDatabase outbox)
    {
        _outbox = outbox;
        _outbox.Write(connection =>
        {
            connection.Execute("CREATE TABLE kept_message (Id INTEGER PRIMARY KEY, Type TEXT, Body TEXT)");
            connection.Execute("CREATE TRIGGER keep_message AFTER INSERT ON outgoing_message BEGIN INSERT INTO kept_message (Type, Body) VALUES (new.Type, new.Body); END");
        });
    }

    /// <summary>Those of a type, in the order in which they were written.</summary>
    public IEnumerable<T> Of<T>() where T : INotification => _outbox.Read(connection => connection.Query(
        "SELECT Type, Body FROM kept_message ORDER BY Id", row => OutgoingMessage.Read(row.GetString(0), row.GetString(1)))).OfType<T>();
}
