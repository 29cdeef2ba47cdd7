using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>Which of two texts to keep, where two people have saved.</summary>
internal enum Keep
{
    Mine,
    Theirs,

    /// <summary>Mine, and theirs after it.</summary>
    Both,
}

/// <summary>A field in which two people have written different things, and which of the two is to stay; null until that is chosen.</summary>
internal sealed record ClashingField(string Name, string Label, string? Mine, string? Theirs, bool IsText, Keep? Kept);

/// <summary>The lead's form as it is posted.</summary>
internal sealed class UpdateForm
{
    public static readonly IReadOnlyList<(string Value, string Title)> Directions =
        [("", "I give no arrow"), .. Enum.GetNames<Direction>().Select(name => (name, name))];

    public string? WhatChanged { get; set; }
    public string? Why { get; set; }
    public string? WhatNext { get; set; }
    public Colour? Declared { get; set; }
    public Direction? DeclaredDirection { get; set; }
    public string? Reason { get; set; }

    /// <summary>The version that the person had before them; null where there was none yet.</summary>
    public int? Version { get; set; }

    /// <summary>"Submit" was pressed, and not "Save draft".</summary>
    public bool Submit { get; set; }

    /// <summary>The fields in which the page showed two texts, and what was chosen for each.</summary>
    public List<string> Clashing { get; set; } = [];

    public Dictionary<string, Keep> Keep { get; set; } = [];

    public UpdateWords Words =>
        new(TypedText.Clean(WhatChanged), TypedText.Clean(Why), TypedText.Clean(WhatNext), Declared ?? Colour.None, DeclaredDirection, TypedText.Clean(Reason));

    public static UpdateForm Of(LineUpdate? update) => update is null ? new() : new UpdateForm { Version = update.Version }.With(update.Words);

    /// <summary>The fields in which this person and whoever saved before them say different things; empty where nobody did.</summary>
    public IReadOnlyList<ClashingField> Clashes(LineUpdate? saved)
    {
        if (saved is null)
            return [];
        var late = Version != saved.Version;
        // What was chosen was chosen against a text that is not the latest any more.
        if (late)
            Keep = [];
        return [.. Against(saved.Words).Where(field => field.Mine != field.Theirs && (late || Clashing.Contains(field.Name)))];
    }

    /// <summary>What is to be saved once every choice is made.</summary>
    public UpdateWords Settled(LineUpdate? saved)
    {
        if (saved is null || Keep.Count == 0)
            return Words;
        var (mine, theirs) = (Words, saved.Words);
        With(new(
            Text(nameof(WhatChanged), mine.WhatChanged, theirs.WhatChanged), Text(nameof(Why), mine.Why, theirs.Why), Text(nameof(WhatNext), mine.WhatNext, theirs.WhatNext),
            Kept(nameof(Declared)) == Updates.Keep.Mine ? mine.Declared : theirs.Declared,
            Kept(nameof(DeclaredDirection)) == Updates.Keep.Mine ? mine.DeclaredDirection : theirs.DeclaredDirection,
            Text(nameof(Reason), mine.Reason, theirs.Reason)));
        (Keep, Clashing) = ([], []);
        return Words;
    }

    private UpdateForm With(UpdateWords words)
    {
        (WhatChanged, Why, WhatNext, DeclaredDirection, Reason) = (words.WhatChanged, words.Why, words.WhatNext, words.DeclaredDirection, words.Reason);
        Declared = words.Declared == Colour.None ? null : words.Declared;
        return this;
    }

    private IEnumerable<ClashingField> Against(UpdateWords theirs)
    {
        var mine = Words;
        return
        [
            Field(nameof(WhatChanged), "What changed", mine.WhatChanged, theirs.WhatChanged), Field(nameof(Why), "Why", mine.Why, theirs.Why),
            Field(nameof(WhatNext), "What next", mine.WhatNext, theirs.WhatNext), Field(nameof(Reason), "The reason", mine.Reason, theirs.Reason),
            Field(nameof(Declared), "The colour", mine.Declared == Colour.None ? null : $"{mine.Declared}", theirs.Declared == Colour.None ? null : $"{theirs.Declared}", isText: false),
            Field(nameof(DeclaredDirection), "The direction", mine.DeclaredDirection?.ToString(), theirs.DeclaredDirection?.ToString(), isText: false),
        ];

        ClashingField Field(string name, string label, string? my, string? their, bool isText = true) => new(name, label, my, their, isText, Keep.TryGetValue(name, out var kept) ? kept : null);
    }

    private Keep Kept(string field) => Keep.GetValueOrDefault(field, Updates.Keep.Mine);

    private string? Text(string field, string? mine, string? theirs) => Kept(field) switch
    {
        Updates.Keep.Theirs => theirs,
        Updates.Keep.Both => string.Join("\n\n", new[] { mine, theirs }.OfType<string>()),
        _ => mine,
    };
}
