using System.Text.Json;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Integration;

/// <summary>The plan's own copy of what a module says of one of its measures.</summary>
internal sealed class KnownDefinition
{
    public required string Code { get; init; }
    public required string Module { get; set; }

    /// <summary>The module's count of its definitions; the higher one wins.</summary>
    public long Revision { get; set; }

    public required string Body { get; set; }

    public MeasureDefinition Definition => JsonSerializer.Deserialize<MeasureDefinition>(Body)!;

    public static KnownDefinition Of(string module, MeasureDefinition definition, long revision) =>
        new() { Code = definition.Code, Module = module, Revision = revision, Body = JsonSerializer.Serialize(definition) };

    /// <summary>Takes the newer definition; an older or equal one changes nothing.</summary>
    public void Take(KnownDefinition newer)
    {
        if (newer.Revision <= Revision)
            return;
        (Module, Revision, Body) = (newer.Module, newer.Revision, newer.Body);
    }
}
