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

    public override void Write(Utf8JsonWriter writer, Figure figure, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (figure.Numerator is { } numerator)
            writer.WriteNumber("N", numerator);
        if (figure.Denominator is { } denominator)
            writer.WriteNumber("D", denominator);
        writer.WriteNumber("U", (int)figure.Unit);
        if (figure.Stated is { } stated)
            writer.WriteNumber("S", stated);
        writer.WriteEndObject();
    }
}
