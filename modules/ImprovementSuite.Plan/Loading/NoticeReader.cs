using System.Text.Json;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads the notice of a plan file: what the council is under, and what must be shown before it is lifted.</summary>
internal static class NoticeReader
{
    /// <exception cref="PlanFileException">What is wrong, and where.</exception>
    public static CurrentNotice Read(JsonPart part, IReadOnlyList<Measure> measures, IReadOnlyList<Line> lines)
    {
        var byCode = measures.ToDictionary(measure => measure.Code);
        var words = new NoticeWords(
            part.Choice<NoticeKind>("kind"), part.TextOrNull("issuedBy"), part.DayOrNull("issuedOn"), part.DayOrNull("reviewOn"), part.DayOrNull("endsOn"), part.TextOrNull("note"));
        if (words.EndsOn < words.IssuedOn)
            throw part.Wrong("endsOn", "must not lie before \"issuedOn\"");
        var notice = CurrentNotice.Of(words, [.. part.Parts("conditions", (_, number) => $"Condition {number} of the notice").Select((condition, order) => ReadCondition(condition, order, byCode, lines))]);
        part.NothingElse();
        return notice;
    }

    private static Condition ReadCondition(JsonPart part, int order, Dictionary<string, Measure> measures, IReadOnlyList<Line> lines)
    {
        var condition = Condition.Of(part.Text("text"), part.TextOrNull("basis"), order, [.. part.Parts("tests", "test").Select(test => ReadTest(test, measures, lines))]);
        part.NothingElse();
        return condition;
    }

    private static ConditionTest ReadTest(JsonPart part, Dictionary<string, Measure> measures, IReadOnlyList<Line> lines)
    {
        var accepted = part.PartOrNull("accepted");
        var test = new ConditionTest(part.Choice<TestKind>("kind"))
        {
            Measure = part.TextOrNull("measure"),
            Months = (int)Math.Min(part.WholeOrNull("months") ?? 0, int.MaxValue),
            Value = part.NumberOrNull("value"),
            Grade = part.TextOrNull("grade"),
            On = part.DayOrNull("on"),
            Line = part.TextOrNull("line"),
            Wanted = part.TextOrNull("wanted"),
            Accepted = accepted is null ? null : new(accepted.Text("text"), accepted.Text("by"), accepted.Day("on")),
        };
        accepted?.NothingElse();
        part.NothingElse();
        return TestCheck.Wrong(test, measures, lines) is { } wrong
            ? throw part.Wrong(JsonNamingPolicy.CamelCase.ConvertName(wrong.Part), $"is not right: {char.ToLowerInvariant(wrong.What[0])}{wrong.What[1..]}")
            : test;
    }
}
