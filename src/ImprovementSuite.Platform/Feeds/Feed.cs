using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>A module's feed as the Feeds page lists it.</summary>
/// <param name="Title">What people call it: "Social care cases".</param>
/// <param name="Database">Where its ledger is.</param>
/// <param name="SourcesPath">The module's page of its sources of record and what differs between them; under it, <c>/change</c> changes them.</param>
public sealed record Feed(string Title, ModuleDatabase Database, string SourcesPath);
