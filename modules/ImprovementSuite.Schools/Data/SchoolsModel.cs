using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.Schools.Data;

/// <summary>The tables of the feed's records.</summary>
internal static class SchoolsModel
{
    private const string Counted = "Counts = 1";

    public static void AddRecords(this ModelBuilder model)
    {
        model.Fed<School>(Tables.School, e =>
        {
            e.HasIndex(s => s.Urn).HasFilter(Counted);
            e.HasIndex(s => s.Authority).HasFilter(Counted);
        });
        model.Fed<SchoolResult>(Tables.Result, e =>
        {
            AddFigures(e);
            e.HasIndex(r => new { r.Urn, r.Year, r.Status }).HasFilter(Counted);
            e.HasIndex(r => new { r.Year, r.Status, r.Authority }).HasFilter(Counted);
            e.HasIndex(r => new { r.Authority, r.Urn }).HasFilter(Counted);
        });
        model.Fed<AreaResult>(Tables.AreaResult, e =>
        {
            AddFigures(e);
            e.HasIndex(r => new { r.Area, r.Year, r.Status }).HasFilter(Counted);
        });
        model.Fed<Forecast>(Tables.Forecast, e => e.HasIndex(f => new { f.Urn, f.Year }).HasFilter(Counted));
        model.Fed<Headline>(Tables.Headline, e => e.HasIndex(h => new { h.Stage, h.Year, h.Status }).HasFilter(Counted));
        model.Entity<SchoolNote>(e =>
        {
            e.ToTable("school_note");
            e.HasKey(n => n.Urn);
            e.Property(n => n.Urn).ValueGeneratedNever();
            e.Property(n => n.Version).IsConcurrencyToken();
        });
        model.Entity<MatchedUrn>(e =>
        {
            e.ToTable("matched_urn");
            e.HasKey(m => m.Urn);
            e.Property(m => m.Urn).ValueGeneratedNever();
        });
    }

    private static void AddFigures<TRow>(EntityTypeBuilder<TRow> row) where TRow : class
    {
        foreach (var column in Ks2FigureWords.Columns)
            row.Property<int?>(column);
    }
}

/// <summary>The tables of the feed's records, each called as its field in the proto.</summary>
internal static class Tables
{
    public const string School = "school";
    public const string Result = "result";
    public const string AreaResult = "area_result";
    public const string Forecast = "forecast";
    public const string Headline = "headline";
}
