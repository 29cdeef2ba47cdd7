using ImprovementSuite.Schools.Results;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Floor;

/// <summary>The standards, as they stood in England; a council may correct them.</summary>
internal static class FloorTables
{
    private const string Notice2013 = "DfE press notice, 5 March 2013";

    public static void AddFloor(this ModelBuilder model) => model.Entity<FloorStandard>(e =>
    {
        e.ToTable("floor_standard");
        e.HasIndex(f => f.FromYear).IsUnique();
        e.Property(f => f.Version).IsConcurrencyToken();
        e.Ignore(f => f.Parts);
        e.HasData(
            Row(1, ResultSet.FirstYear, FloorKind.Attainment, Ks2Figure.Level4EnglishMaths, 55_00, source: "TES, 21 December 2012, for the level of 55%"),
            Row(2, 2011, FloorKind.AttainmentAndMedians, Ks2Figure.Level4EnglishMaths, 60_00, english: 87_00, maths: 86_00, smallest: 11,
                source: "60%: TES, 21 December 2012. It was announced in 2010; sources differ on whether it was applied to the results of 2010 or 2011. Medians: NAHT, for the standard as announced; not confirmed for each year"),
            Row(3, 2013, FloorKind.AttainmentAndMedians, Ks2Figure.Level4ReadingWritingMaths, 60_00, smallest: 11,
                source: $"60%: {Notice2013}; that reading, writing and maths were counted together from 2013 is not confirmed. The national medians are to be given here"),
            Row(4, 2014, FloorKind.AttainmentAndMedians, Ks2Figure.Level4ReadingWritingMaths, 65_00, smallest: 11,
                source: $"65%: {Notice2013}. Cohorts of under 11: LG Inform, metric 4292. The national medians are to be given here"),
            Row(5, 2016, FloorKind.AttainmentAndScores, Ks2Figure.ExpectedReadingWritingMaths, 65_00, reading: -5_00, writing: -7_00, maths: -5_00, smallest: 11,
                source: "RS Assessment, 1 September 2016; Schools North East. That cohorts of under 11 are left out is not confirmed for these years"),
            Row(6, 2019, FloorKind.None, source: "No floor standard from 2019 on"),
            Row(7, 2025, FloorKind.Grades, source: "DfE, Schools eligible for RISE intervention, 2025. Grades of leadership or quality of education stand for the overall grade from September 2024"));
    });

    private static object Row(
        int id, int from, FloorKind kind, Ks2Figure? attainment = null, int? percent = null, int? english = null, int? reading = null, int? writing = null, int? maths = null, int? smallest = null,
        string source = "") => new
    {
        Id = id, FromYear = from, Kind = kind, Attainment = attainment, Percent = percent, English = english, Reading = reading, Writing = writing, Maths = maths,
        SmallestCohort = smallest, OneMustBeSignificant = false, Source = source, Version = 0,
    };
}
