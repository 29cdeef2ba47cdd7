namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The pages that people spend their days on, by who opens them. A module that comes later adds its own here.</summary>
internal static class MainPaths
{
    public static IReadOnlyDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>
    {
        ["Performance manager"] =
        [
            "/", "/plan", "/plan/line/3.5", "/plan/edit", "/plan/notice", "/plan/meetings/2010-09-29", "/plan/packs", "/plan/readings", "/change-log",
            "/about/accessibility", "/about/who-can-see-what",
        ],
        ["Workstream lead, Workforce"] = ["/", "/plan/updates/2010-09-29/3.5", "/plan/my-actions"],
        ["Analyst"] = ["/social-care", "/social-care/work", "/social-care/data-quality", "/social-care/learning", "/social-care/limits", "/social-care/teams"],
        ["Practice improvement manager"] = ["/social-care/audits", "/social-care/audits/alerts", "/social-care/audits/agreement"],
        ["Team manager, Central 2"] = ["/", "/social-care/audits/mine", "/social-care/work"],
        ["Information governance lead"] = ["/personal-data", "/personal-data/socialcare/assessment", "/find"],
        ["Schools lead, Enjoying and Achieving"] = ["/schools", "/schools/list", "/schools/990008", "/schools/imports", "/schools/floor", "/schools/settings"],
        ["School improvement adviser"] = ["/schools/support", "/schools/risk", "/schools/forecasts", "/schools/990008/support"],
        ["Human resources lead, Workforce"] =
        [
            "/workforce", "/workforce/establishment", "/workforce/establishment/posts", "/workforce/vacancies", "/workforce/recruitment", "/workforce/foster-carers", "/workforce/appraisals", "/workforce/surveys", "/workforce/surveys/survey",
            "/workforce/learning", "/workforce/caseload", "/workforce/teams", "/workforce/imports",
        ],
        ["Finance lead, Finance"] = ["/workforce/agency", "/workforce/agency/invoices", "/workforce/agency/rules", "/workforce/agency/return"],
        ["Inspection lead, Performance"] =
        [
            "/inspections", "/inspections/ledger", "/inspections/ledger/timescale", "/inspections/recommendations/1", "/inspections/providers", "/inspections/providers/fostering", "/inspections/reports-of",
            "/inspections/reports-of/fostering-2010", "/inspections/profile", "/inspections/reports", "/inspections/homes", "/inspections/reviews", "/inspections/readiness", "/inspections/frameworks",
            "/inspections/settings", "/inspections/authorities", "/inspections/imports", "/inspections/enter", "/inspections/reminders",
        ],
        ["Administrator"] = ["/feeds", "/feeds/keys", "/feeds/rejected", "/people", "/about/health"],
    };
}
