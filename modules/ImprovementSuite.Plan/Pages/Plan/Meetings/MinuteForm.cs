using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>The fields of a ruling: on a card of the meeting, or on the ruling's own page.</summary>
/// <param name="Suffix">Makes ids unique where several forms stand on one page; empty on the ruling's own page.</param>
internal sealed record MinuteForm(string Address, string Suffix, ImprovementSuite.Plan.Meetings.Ruling? Choice, string? Minute, int? Version, bool IsMain)
{
    /// <summary>Characters of a minute, an answer or a note.</summary>
    public const int Longest = 20_000;

    public static string TooLong(string text) => $"A minute has {Say.Number(Longest)} characters at most, and this one has {Say.Number(text.Length)}";
}
