using ImprovementSuite.Inspections.Feed.V1;
using static ImprovementSuite.Inspections.Sample.SampleRecord;

namespace ImprovementSuite.Inspections.Sample;

/// <summary>
/// Recommendations of the demo. Published is how many there are and by when: nine of the fostering inspection by September 2010; nine of the inspection of safeguarding
/// and looked-after children, three of them by mid September and six by mid November 2010; two of four serious case reviews judged inadequate. Their words, days, owners and how far they
/// are is invented.
/// </summary>
internal static class SampleLedger
{
    public const string FosteringReport = "fostering-2010";
    public const string SafeguardingReport = "safeguarding-2010";

    private static readonly DateOnly Fostering = new(2010, 6, 11);
    private static readonly DateOnly Safeguarding = new(2010, 7, 16);

    private static readonly string[] FosteringWords =
    [
        "Review every foster carer's annual review that is overdue", "Complete the training record of each foster household", "Hold unannounced visits to each household every year",
        "Record the supervision of foster carers in one form", "Give carers the full delegated authority in writing at the start of a placement", "Check every second reference before approval",
        "Report matching decisions to the panel quarterly", "Bring the statement of purpose up to date", "Ask carers once a year what they think of the service",
    ];

    private static readonly (string Text, string Owner, bool Immediate)[] SafeguardingWords =
    [
        ("See that every contact is looked at by a qualified social worker within one working day", "Head of referral and assessment", true),
        ("Stop the allocation of child protection cases to workers who are not qualified", "Head of referral and assessment", true),
        ("Check that every child who is looked after has been seen alone in the last six weeks", "Head of looked-after children", true),
        ("Supervise each social worker monthly and record it on the file", "Head of safeguarding", false), ("Bring the backlog of assessments to nil and keep it there", "Head of referral and assessment", false),
        ("Write plans with outcomes, dates and who does what", "Head of safeguarding", false), ("Hold core groups at least every six weeks", "Head of safeguarding", false),
        ("Complete a health assessment of each looked-after child within 28 days", "Head of looked-after children", false), ("Report the quality of case files to elected members quarterly", "Director", false),
    ];

    /// <summary>Of other reports: report, number, words, owner, service, original date, day complete, day validated.</summary>
    private static readonly (string Report, string Number, string Text, string Owner, string Service, DateOnly Due, DateOnly? Completed, DateOnly? Validated)[] Others =
    [
        ("home-st-edmunds-2009", "1", "Staff each shift with at least two who are trained to give medicine", "Registered manager, St Edmunds", "Looked-after children", new(2010, 1, 31), new(2010, 1, 28), new(2010, 2, 11)),
        ("home-st-edmunds-2009", "2", "Make every bedroom door safe", "Registered manager, St Edmunds", "Looked-after children", new(2010, 4, 30), new(2010, 4, 21), new(2010, 5, 12)),
        ("home-st-edmunds-2009", "3", "Review each placement plan monthly", "Registered manager, St Edmunds", "Looked-after children", new(2010, 5, 31), new(2010, 6, 18), new(2010, 6, 30)),
        ("home-st-edmunds-2010", "1", "Record how each complaint was dealt with", "Registered manager, St Edmunds", "Looked-after children", new(2010, 7, 31), new(2010, 7, 23), null),
        ("home-3-2009", "1", "Train staff in physical intervention again", "Registered manager, The Willows", "Looked-after children", new(2010, 4, 30), new(2010, 4, 30), new(2010, 5, 20)),
        ("home-4-2009", "1", "Mend the fire doors of the first floor", "Registered manager, Hillside", "Looked-after children", new(2010, 6, 30), new(2010, 6, 9), new(2010, 7, 7)),
        ("home-5-2009", "1", "Keep the record of visitors at the door", "Registered manager, Brook Lodge", "Looked-after children", new(2010, 7, 31), null, null),
        ("pru-1-2009", "1", "Raise attendance to 85%", "Head of the Bridge Centre", "Inclusion", new(2010, 7, 23), null, null),
        ("pru-1-2009", "2", "Give each pupil a timetable of 25 hours", "Head of the Bridge Centre", "Inclusion", new(2010, 4, 30), new(2010, 4, 23), new(2010, 5, 14)),
        ("pru-2-2009", "1", "Track what pupils learn each half term", "Head of the Aspire Centre", "Inclusion", new(2010, 5, 28), new(2010, 5, 21), new(2010, 6, 18)),
        ("nursery-7-2009", "1", "Plan activities for two-year-olds apart", "Manager, Greenfield", "Early years", new(2010, 4, 30), new(2010, 4, 16), new(2010, 5, 6)),
        ("nursery-8-2009", "1", "Secure the outside area", "Manager, Honeypot", "Early years", new(2010, 5, 31), new(2010, 5, 24), new(2010, 6, 3)),
        ("nursery-9-2009", "1", "Train a second person in first aid", "Manager, Kites", "Early years", new(2010, 6, 30), new(2010, 6, 28), new(2010, 7, 8)),
        ("nursery-10-2009", "1", "Record accidents on the day", "Manager, Little Oaks", "Early years", new(2010, 7, 31), new(2010, 7, 16), new(2010, 8, 5)),
        ("centre-5-2009", "1", "Reach families who do not come", "Head of centre, Riverside", "Early years", new(2010, 6, 30), new(2010, 6, 25), new(2010, 7, 21)),
        ("centre-6-2009", "1", "Agree what health visitors do in the centre", "Head of centre, Valley", "Early years", new(2010, 8, 31), null, null),
        ("school-20-2009", "1", "Raise standards in mathematics in years 3 and 4", "Headteacher, Orchard", "School effectiveness", new(2010, 7, 23), null, null),
        ("minder-3-2009", "1", "Renew the risk assessment of the garden", "Childminder 103", "Early years", new(2010, 4, 30), null, null),
        ("peer-2010", "1", "Give one officer the monitoring of every external recommendation", "Director", "Performance", new(2010, 4, 30), new(2010, 4, 28), new(2010, 6, 9)),
        ("peer-2010", "2", "Supervise each social worker monthly", "Head of safeguarding", "Safeguarding", new(2010, 9, 30), null, null),
        ("visit-2010-05", "1", "Answer the councillors' question on unallocated cases within a week", "Head of referral and assessment", "Safeguarding", new(2010, 5, 31), new(2010, 5, 28), new(2010, 6, 16)),
        ("scr-1", "1", "Train managers in authoritative practice", "Board manager", "Safeguarding", new(2010, 5, 31), new(2010, 5, 20), new(2010, 6, 10)),
        ("scr-2", "1", "Give each agency the board's toolkit for management reviews", "Board manager", "Safeguarding", new(2010, 6, 30), new(2010, 6, 14), new(2010, 7, 14)),
        ("scr-3", "1", "Hold two conferences on lessons learned", "Board manager", "Safeguarding", new(2010, 9, 30), null, null),
        ("scr-4", "1", "Show that the new thresholds are used by all agencies", "Board manager", "Safeguarding", new(2010, 7, 31), null, null),
    ];

    public static IEnumerable<InspectionRecord> Records() =>
    [
        Report(FosteringReport, SampleProviders.Fostering, "Fostering inspection, 2010", Fostering), Judged(FosteringReport, "satisfactory"),
        .. FosteringWords.Index().Select(one => Asked(
            FosteringReport, $"{one.Index + 1}", one.Item, "Head of fostering", "Looked-after children", new(2010, 9, 30),
            one.Index < 8 ? new DateOnly(2010, 7, 12).AddDays(one.Index * 4) : null, one.Index < 7 ? new DateOnly(2010, 8, 11) : null)),
        Report(SafeguardingReport, SampleProviders.Authority, "Safeguarding and looked-after children inspection, 2010", Safeguarding, framework: ""),
        .. SafeguardingWords.Index().Select(one => Asked(
            SafeguardingReport, $"{one.Index + 1}", one.Item.Text, one.Item.Owner, "Safeguarding", one.Item.Immediate ? new(2010, 9, 15) : new(2010, 11, 15),
            one.Item.Immediate ? new DateOnly(2010, 8, 6) : null, one.Item.Immediate ? new DateOnly(2010, 8, 18) : null)),
        Report("profile-2009", SampleProviders.Authority, "Annual performance profile, 2009", new(2009, 12, 9), framework: "profile-2008"), Judged("profile-2009", "poorly"),
        Report("peer-2010", SampleProviders.Authority, "Peer review of performance management, February 2010", new(2010, 2, 12), "peer-review", ""),
        Report("visit-2010-05", SampleProviders.Authority, "Councillors' visit to referral and assessment, May 2010", new(2010, 5, 14), "councillor-visit", ""),
        .. new[] { (2008, 12, "inadequate"), (2009, 4, "adequate"), (2009, 9, "inadequate"), (2010, 2, "adequate") }.Index().SelectMany(one => new[]
        {
            Report($"scr-{one.Index + 1}", SampleProviders.Authority, $"Serious case review {one.Index + 1}", new(one.Item.Item1, one.Item.Item2, 18), "serious-case-review", "scr-2008"),
            Judged($"scr-{one.Index + 1}", one.Item.Item3),
        }),
        .. Others.Select(one => Asked(one.Report, one.Number, one.Text, one.Owner, one.Service, one.Due, one.Completed, one.Validated, one.Report.StartsWith("home", StringComparison.Ordinal) ? "requirement" : "recommendation")),
        .. Visits(),
    ];

    /// <summary>Each home every month since September 2009; one month of one home is missing.</summary>
    private static IEnumerable<InspectionRecord> Visits()
    {
        string[] homes = [SampleProviders.Inadequate, "home-1", "home-2", "home-3", "home-4", "home-5"];
        foreach (var (place, home) in homes.Index())
            for (var month = new DateOnly(2009, 9, 1); month < new DateOnly(2010, 8, 1); month = month.AddMonths(1))
                if ((home, month) != ("home-4", new DateOnly(2010, 7, 1)))
                    yield return Visited(home, month.AddDays(4 + place * 3), place == 0 && month < new DateOnly(2010, 3, 1) ? "Records of medicine are not complete" : "Nothing that must be put right");
    }
}
