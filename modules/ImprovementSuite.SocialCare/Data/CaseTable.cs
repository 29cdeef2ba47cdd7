using Google.Protobuf;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The table of one type of case record.</summary>
internal abstract class CaseTable<TRecord>(SqliteConnection connection, RecordType type, IReadOnlyList<string> facts)
    : FactTable<TRecord>(connection, type.Name, facts, CountedOn.Of(type.Name)) where TRecord : IMessage<TRecord>, new();
