using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Floor;

/// <summary>What a school's results say of its risk to fall below the floor.</summary>
internal static class ResultRisk
{
    /// <summary>Each reason in words: "2 points over the floor". None for a school that is below: it is not at risk, it is below.</summary>
    public static IEnumerable<string> Of(FloorBook book, OwnSchool school, int year, FloorDecision decision)
    {
        if (decision.Outcome != FloorOutcome.Above)
            yield break;
        if (decision.Points is { } points && points < book.Settings.RiskPoints)
            yield return points switch
            {
                < 0 => $"{Points(-points)} under the attainment of the floor, and not below it for its progress alone",
                0 => "Just at the floor",
                _ => $"{Points(points)} over the floor",
            };
        if (Fall(book, school.Urn, year) is var (first, last))
            yield return $"Fell two years running, from {Say.Percent(first / 100m)} to {Say.Percent(last / 100m)}";
    }

    /// <summary>Attainment before and after two falls in a row; rounds that count another attainment are not compared.</summary>
    private static (int First, int Last)? Fall(FloorBook book, int urn, int year)
    {
        var figure = Ks2Result.StandardOf(year);
        return At(year - 2) is { } first && At(year - 1) is { } middle && At(year) is { } last && first > middle && middle > last ? (first, last) : null;

        int? At(int round) => Ks2Result.StandardOf(round) == figure ? book.Result(book.NumberIn(urn, round), round)?.Attainment(figure) : null;
    }

    private static string Points(int hundredths) => hundredths == 1_00 ? "1 point" : $"{Say.Number(hundredths / 100m)} points";
}
