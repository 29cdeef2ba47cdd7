using ImprovementSuite.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>The frameworks that the suite knows from the start. A council adds versions of its own on the page of frameworks.</summary>
internal static class FrameworkSeed
{
    public const string Ofsted2009 = "ofsted-2009";
    public const string Reviews = "scr-2008";
    public const string Profile = "profile-2008";
    public const string Ilacs2018 = "ilacs-2018";

    private const string Since2012 = "requires improvement";

    private static readonly List<SourceKind> Inspections = [SourceKind.Inspection, SourceKind.MonitoringVisit];

    private static readonly List<ProviderKind> TheAuthority = [ProviderKind.Authority];

    private static readonly List<string> IlacsAreas = ["leaders", "help-and-protection", "in-care", "care-leavers"];

    public static void Seed(ModelBuilder model) => model.Entity<Framework>().HasData(
        Row(1, Ofsted2009, "Ofsted inspections of services and settings, 2009 to 2012", ["inadequate", "satisfactory", "good", "outstanding"], 2, [], new(2005, 9, 1), new(2012, 8, 31),
            "Grades as in the council's plan of 2010; the four together are Ofsted's of those years", Inspections, []),
        Row(2, Reviews, "Evaluations of serious case reviews, 2008 to 2012", ["inadequate", "adequate", "good", "outstanding"], 1, [], new(2008, 4, 1), new(2012, 7, 31),
            "Ofsted's evaluations of serious case reviews; adequate or better is what the plan of 2010 asks for", [SourceKind.SeriousCaseReview], []),
        Row(3, Profile, "Annual performance profile of children's services, 2009 to 2011", ["poorly", "adequately", "well", "excellently"], 2, [], new(2009, 1, 1), new(2011, 12, 31),
            "Annual ratings 2009 to 2011, as reported in December 2010: performs excellently, well, adequately, poorly", [SourceKind.Inspection], TheAuthority),
        Row(4, "ofsted-2012", "Ofsted inspections of services and settings, from September 2012", ["inadequate", Since2012, "good", "outstanding"], 2, [], new(2012, 9, 1), null,
            "Scale of Ofsted's inspections with requires improvement in place of satisfactory; check when it began and ended for each sort of setting", Inspections, []),
        Row(5, Ilacs2018, "Inspection of local authority children's services (ILACS), 2018 to March 2026", ["inadequate", Since2012, "good", "outstanding"], 2, IlacsAreas, new(2018, 1, 1), new(2026, 3, 31),
            "Ofsted, ILACS framework; grades as in the overview of authorities", Inspections, TheAuthority),
        Row(6, "ilacs-2026", "Inspection of local authority children's services (ILACS), from April 2026", ["inadequate", Since2012, "good", "outstanding"], 2, IlacsAreas, new(2026, 4, 1), null,
            "Ofsted, ILACS framework without an overall grade from April 2026", Inspections, TheAuthority, hasOverall: false));

    private static object Row(
        int id, string code, string title, List<string> grades, int goodFrom, List<string> areas, DateOnly from, DateOnly? to, string source, List<SourceKind> reports, List<ProviderKind> providers,
        bool hasOverall = true) => new
    {
        Id = id, Code = code, Title = title, Grades = grades, GoodFrom = goodFrom, HasOverall = hasOverall, Areas = areas, Reports = reports, Providers = providers, StartsOn = from, EndsOn = to, Source = source, Version = 0,
    };
}
