using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>A module's feed as the Feeds page lists it.</summary>
/// <param name="Title">What people call it: "Social care cases".</param>
/// <param name="Database">Where its ledger is.</param>
/// <param name="SourcesPath">
/// The module's page of its sources of record and what differs between them; under it, <c>/change</c> changes them. Null where no two sources can have the same
/// record, because records go by references of the council's own.
/// </param>
public sealed record Feed(string Title, ModuleDatabase Database, string? SourcesPath = null);
