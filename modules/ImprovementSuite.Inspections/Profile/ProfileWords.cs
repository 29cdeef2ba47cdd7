using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>What people call the parts of the profile and its reports.</summary>
internal static class ProfileWords
{
    /// <summary>How an indicator compares with a figure of others, or why it does not.</summary>
    public static string Beside(this ComparedIndicator indicator, Compared compared, decimal? other) => compared switch
    {
        Compared.Better => "Better",
        Compared.InLine => "In line",
        Compared.Worse => "Worse",
        _ when other is null => "Nothing to compare with",
        _ when indicator.Words.Length == 0 => "No reading to compare",
        _ => "Not compared: neither higher nor lower is better",
    };

    public static string Words(this ReportKind kind) => kind == ReportKind.Recommendations ? "Outstanding recommendations" : "Performance profile";

    /// <summary>"help-and-protection" as "Help and protection".</summary>
    public static string Area(string area) => Capital(area.Replace('-', ' '));

    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A sentence that goes on after other words.</summary>
    public static string Lower(string text) => text.Length == 0 ? "" : char.ToLowerInvariant(text[0]) + text[1..];

    public static string Sentence(this GoodShare share, string ofWhat = "inspected services") => share.Percent is { } percent
        ? $"{Say.Of(share.Good, share.Inspected)} {ofWhat} {(share.Good == 1 ? "is" : "are")} good or better: {Say.Percent(percent)}{(share.Band is { } band ? $", {band}" : "")}."
        : $"None of the {ofWhat} has a judgement yet.";

    public static string Sentence(this ReviewCount reviews) => reviews.Judged == 0
        ? "No serious case review has been judged yet."
        : $"{Say.Of(reviews.Inadequate, reviews.Judged)} judged serious case reviews {(reviews.Inadequate == 1 ? "is" : "are")} inadequate{(reviews.JudgedSince == 0 ? "; none has been judged" : $", and {Say.Of(reviews.InadequateSince, reviews.JudgedSince)} of those judged")} since {Say.Date(reviews.Since)}.";

    /// <summary>Why the overall rating cannot be better, where it cannot.</summary>
    public static string LimitSentence(this JudgedArea limit) =>
        $"{limit.Provider} was judged {limit.Grade} for {Area(limit.Area).ToLowerInvariant()} on {Say.Date(limit.On)}. An inadequate safeguarding judgement limits the overall rating, whatever the blocks say.";

    /// <summary>"71.6", "Not known".</summary>
    public static string Other(decimal? value) => value is { } known ? Say.Number(known) : "Not known";
}
