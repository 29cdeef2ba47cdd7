using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Tests.Plan;

/// <summary>The plan of 2010 as it ships, rated on 20 August 2010 unless a test says otherwise.</summary>
internal static class Plan2010
{
    public static readonly DateOnly UpdateDay = new(2010, 8, 20);
    public static readonly DateOnly Start = new(2010, 4, 1);
    public static readonly RatingSettings Usual = RatingSettings.Usual;
    public static readonly PlanFile File = Read();
    public static readonly PlanSnapshot Snapshot = On(UpdateDay);

    public static PlanSnapshot On(DateOnly day) => new(PlanContent.Of(File), day);

    public static LineRating Line(string reference) => Snapshot.Lines.Single(line => line.Line.Ref == reference);

    public static MeasureRating Measure(string code) => Snapshot.Measures[code];

    private static PlanFile Read()
    {
        using var json = PlanLoader.Plan2010();
        return PlanFileReader.Read(json);
    }
}
