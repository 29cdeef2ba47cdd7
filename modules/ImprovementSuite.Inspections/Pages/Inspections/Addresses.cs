namespace ImprovementSuite.Inspections.Pages.Inspections;

/// <summary>Where providers, reports and reviews stand. References are the council's own and may hold a slash, which the server leaves in a path as it is written: %2F.</summary>
internal static class Addresses
{
    public static string Provider(string reference) => $"/inspections/providers/{Uri.EscapeDataString(reference)}";

    public static string Report(string reference) => $"/inspections/reports-of/{Uri.EscapeDataString(reference)}";

    public static string Review(string reference) => $"/inspections/reviews/{Uri.EscapeDataString(reference)}";

    public static string Readiness(string reference) => $"/inspections/readiness/{Uri.EscapeDataString(reference)}";

    /// <summary>The reference in an address.</summary>
    public static string Read(string reference) => reference.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
