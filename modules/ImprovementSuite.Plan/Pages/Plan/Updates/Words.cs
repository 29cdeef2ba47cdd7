using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>What the change log says of an update.</summary>
internal static class Words
{
    /// <summary>"2 of 3 questions answered, amber": how far a draft is, and nothing of what it says.</summary>
    public static string HowFar(UpdateWords words) =>
        $"{new[] { words.WhatChanged, words.Why, words.WhatNext }.Count(answer => answer is not null)} of 3 questions answered, {Declared(words.Declared, words.DeclaredDirection)}";

    public static string InFull(UpdateWords words) =>
        $"{Declared(words.Declared, words.DeclaredDirection)}\n\nWhat changed: {words.WhatChanged}\n\nWhy: {words.Why}\n\nWhat next: {words.WhatNext}";

    /// <summary>"amber, improving".</summary>
    public static string Declared(Colour colour, Direction? direction) =>
        (colour == Colour.None ? "no colour declared" : colour.ToString().ToLowerInvariant()) + (direction is null ? "" : $", {direction.ToString()!.ToLowerInvariant()}");
}
