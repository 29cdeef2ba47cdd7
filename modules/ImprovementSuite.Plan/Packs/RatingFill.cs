using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>Text and fill of a computed colour, as the pages have them. They support the word, which always stands there.</summary>
internal static class RatingFill
{
    public static (string Text, string Fill) Of(Colour colour) => colour switch
    {
        Colour.Complete => ("0F385C", "D2E2F1"),
        Colour.Green => ("083D29", "CFE4DC"),
        Colour.Amber => ("5C2D10", "FFEE80"),
        Colour.Red => ("651B1B", "F4D7D7"),
        _ => ("484949", "EEEFEF"),
    };
}
