using System.Globalization;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Importing;

/// <summary>What people call imports and what is in them.</summary>
internal static class ImportWords
{
    /// <summary>"Register of schools", "Provisional results of 2010".</summary>
    public static string Words(this Import import) => import.Kind switch
    {
        ImportKind.Register => "Register of schools",
        ImportKind.Typed => "Typed",
        _ => Capital($"{import.Status!.Value.Words()} results of {import.Year}"),
    };

    public static string Words(this ImportState state) => state switch
    {
        ImportState.Waiting => "Waits for a decision",
        ImportState.Taking => "Being taken",
        ImportState.Done => "Taken",
        ImportState.Undoing => "Being undone",
        ImportState.Undone => "Undone",
        _ => "Dropped",
    };

    public static string Words(this ImportEffect effect) => effect switch { ImportEffect.New => "New", ImportEffect.Changed => "Changed", _ => "The same" };

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>A field of a record that another version of it has otherwise.</summary>
internal sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Records field by field, in the words of pages and the change log.</summary>
internal static class RecordWords
{
    /// <summary>In which fields two versions of a record differ.</summary>
    public static IReadOnlyList<FieldChange> Differences(SchoolRecord? before, SchoolRecord after)
    {
        var was = before is null ? [] : Fields(before).ToDictionary(field => field.Field, field => field.Value);
        return [.. Fields(after).Select(field => new FieldChange(field.Field, was.GetValueOrDefault(field.Field), field.Value)).Where(change => (change.Before ?? "") != (change.After ?? "")).Select(Hidden)];
    }

    /// <summary>"Pupils: 31. At the standard: 20."</summary>
    public static string InLog(SchoolRecord record) => string.Join(' ', Fields(record).Where(field => field.Value.Length > 0).Select(field => $"{field.Field}: {field.Value}."));

    /// <summary>A figure as it is fed: "64%", "-5.4", "SUPP".</summary>
    public static string Figure(string text, bool isScore) =>
        text.Length == 0 || FigureText.Codes.ContainsKey(text) || !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? text
        : isScore ? Say.Number(value) : Say.Percent(value);

    private const string Head = "Head";

    /// <summary>The mark of a head says only that it is another one.</summary>
    private static FieldChange Hidden(FieldChange change) => change.Field != Head ? change : new(
        Head, change.Before is { Length: > 0 } ? "One person" : null, change switch { { After: "" } => null, { Before: { Length: > 0 } } => "Another person", _ => "One person" });

    private static IEnumerable<(string Field, string Value)> Fields(SchoolRecord record) => record.RecordCase switch
    {
        SchoolRecord.RecordOneofCase.School => OfSchool(record.School),
        SchoolRecord.RecordOneofCase.Result => OfResult(record.Result),
        SchoolRecord.RecordOneofCase.AreaResult => [("Pupils", record.AreaResult.HasCohort ? Say.Number(record.AreaResult.Cohort) : ""), .. OfFigures(record.AreaResult.Figures)],
        SchoolRecord.RecordOneofCase.Forecast =>
        [
            (ImportWords.Capital(record.Forecast.Kind), Figure(record.Forecast.Percent, isScore: false)), ("Made on", Day(record.Forecast.MadeOn)), ("By", record.Forecast.By),
        ],
        _ => [],
    };

    private static IEnumerable<(string, string)> OfSchool(Feed.V1.School school) =>
    [
        ("Name", school.Name), ("Status", school.Status), ("Opened", Day(school.OpenedOn)), ("Closed", Day(school.ClosedOn)), ("Why it closed", school.ClosedWhy),
        ("Carried on by", string.Join(", ", school.Successors)), ("Phase", school.Phase), ("Type", school.Type), ("Group of types", school.TypeGroup), ("Authority", school.LocalAuthority),
        ("Establishment number", school.EstablishmentNumber), ("Lowest age", school.HasLowestAge ? Say.Number(school.LowestAge) : ""), ("Highest age", school.HasHighestAge ? Say.Number(school.HighestAge) : ""),
        ("Capacity", school.HasCapacity ? Say.Number(school.Capacity) : ""), ("Pupils", school.HasPupils ? Say.Number(school.Pupils) : ""),
        ("Free school meals", Figure(school.FreeSchoolMeals, isScore: false)), ("Trust", school.Trust), ("Postcode", school.Postcode), ("District", school.District),
        ("Inspection grade", school.InspectionGrade), ("Inspected", Day(school.InspectedOn)), (Head, school.HeadMark),
    ];

    private static IEnumerable<(string, string)> OfResult(Result result) =>
    [
        ("Name", result.Name), ("Authority", result.LocalAuthority), ("Special school", result.Special ? "Yes" : ""), ("Pupils", result.HasCohort ? Say.Number(result.Cohort) : ""),
        ("At the standard", result.HasReached ? Say.Number(result.Reached) : ""), .. OfFigures(result.Figures),
    ];

    private static IEnumerable<(string, string)> OfFigures(Figures? figures) =>
        FedFigures.Of(figures).Index().Select(figure => (ImportWords.Capital(Ks2FigureWords.All[figure.Index].Words()), Figure(figure.Item.Text, Ks2FigureWords.All[figure.Index].IsScore())));

    private static string Day(string text) => Platform.Feeds.IsoDay.Read(text) is { } day ? Say.ShortDate(day) : text;
}
