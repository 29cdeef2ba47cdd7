using System.Text.Json;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads the notice of a plan file: what the council is under, and what must be shown before it is lifted.</summary>
internal sealed class NoticeReader(IReadOnlyList<Measure> measures, IReadOnlyList<Line> lines)
{
    // A code that stands twice is told of with the measures.
    private readonly Dictionary<string, Measure> _measures = measures.GroupBy(measure => measure.Code).ToDictionary(same => same.Key, same => same.First());

    /// <summary>What it says beside its conditions.</summary>
    public static NoticeWords Words(FilePart part)
    {
        var words = new NoticeWords(
            part.Choice<NoticeKind>("kind"), part.TextOrNull("issuedBy"), part.DayOrNull("issuedOn"), part.DayOrNull("reviewOn"), part.DayOrNull("endsOn"), part.TextOrNull("note"));
        if (words.EndsOn < words.IssuedOn)
            part.Refuse("endsOn", "must not lie before the day on which it was issued");
        return words;
    }

    public static Condition Condition(FilePart part, int order) => Plan.Notice.Condition.Of(part.Text("text"), part.TextOrNull("basis"), order, []);

    /// <param name="accepted">Null where no evidence was accepted.</param>
    public ConditionTest Test(FilePart part, AcceptedEvidence? accepted)
    {
        var test = new ConditionTest(part.Choice<TestKind>("kind"))
        {
            Measure = part.TextOrNull("measure"),
            Months = (int)Math.Min(part.WholeOrNull("months") ?? 0, int.MaxValue),
            Value = part.NumberOrNull("value"),
            Grade = part.TextOrNull("grade"),
            On = part.DayOrNull("on"),
            Line = part.TextOrNull("line"),
            Wanted = part.TextOrNull("wanted"),
            Accepted = accepted,
        };
        if (!part.IsWrong && TestCheck.Wrong(test, _measures, lines) is { } wrong)
            part.Refuse(JsonNamingPolicy.CamelCase.ConvertName(wrong.Part), $"is not right: {char.ToLowerInvariant(wrong.What[0])}{wrong.What[1..]}");
        return test;
    }

    /// <summary>The notice of a file in JSON, with all that stands in it.</summary>
    public CurrentNotice Read(JsonPart part)
    {
        var conditions = new List<Condition>();
        foreach (var one in part.Parts("conditions", (_, number) => $"Condition {number} of the notice"))
        {
            var condition = Condition(one, conditions.Count);
            foreach (var test in one.Parts("tests", "test"))
            {
                condition.Add(Test(test, test.PartOrNull("accepted") is { } accepted ? Accepted(accepted) : null));
                test.NothingElse();
            }
            one.NothingElse();
            conditions.Add(condition);
        }
        var notice = CurrentNotice.Of(Words(part), conditions);
        part.NothingElse();
        return notice;
    }

    private static AcceptedEvidence Accepted(JsonPart part)
    {
        var accepted = new AcceptedEvidence(part.Text("text"), part.Text("by"), part.Day("on"));
        part.NothingElse();
        return accepted;
    }
}
