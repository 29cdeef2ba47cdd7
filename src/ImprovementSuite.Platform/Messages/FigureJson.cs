using System.Text.Json;
using System.Text.Json.Serialization;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Platform.Messages;

/// <summary>A figure travels as its stored parts and is checked again when it arrives.</summary>
internal sealed class FigureJson : JsonConverter<Figure>
{
    private sealed record Parts(long? N, long? D, Unit U, decimal? S);

    public override Figure Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var parts = JsonSerializer.Deserialize<Parts>(ref reader)!;
        return Figure.FromParts(parts.N, parts.D, parts.U, parts.S);
    }

    public override void Write(Utf8JsonWriter writer, Figure figure, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(figure.Numerator, figure.Denominator, figure.Unit, figure.Stated));
}
