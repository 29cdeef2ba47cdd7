using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Tests.Support;

/// <summary>What each record adds to each measure, read off the definitions one record at a time.</summary>
internal static class NaiveCases
{
    /// <summary>What adds up by day: measure, cohort day, team, numerator and denominator.</summary>
    public static IEnumerable<(string Measure, DateOnly Day, string Team, int Counted, int Of)> Of(
        IReadOnlyList<CaseRecord> live, DateOnly today, Func<string, DateOnly, int> limit)
    {
        var referrals = live.Where(r => r.Referral is not null).ToDictionary(r => r.Key.RecordId, r => r.Referral);
        var enquiries = live.Where(r => r.Section47Enquiry is not null).ToDictionary(r => r.Key.RecordId, r => DateOnly.Parse(r.Section47Enquiry.StrategyDiscussionOn));
        var plans = live.Select(r => r.ProtectionPlan).OfType<ProtectionPlan>().ToList();
        foreach (var record in live)
        {
            switch (record)
            {
                case { Contact: { } contact }:
                    yield return ("NFA-CONTACTS", Day(contact.ReceivedOn), contact.Allocations[0].Team, contact.Outcome == "nfa" ? 1 : 0, 1);
                    break;
                case { Referral: { } referral }:
                    var (received, team) = (Day(referral.ReceivedOn), referral.Allocations[0].Team);
                    yield return ("NI68", received, team, 0, 1);
                    yield return ("NFA-REFERRALS", received, team, referral.Outcome == "nfa" ? 1 : 0, 1);
                    var again = referrals.Values.Any(other => other.Child == referral.Child && Day(other.ReceivedOn) < received && Day(other.ReceivedOn).AddMonths(12) >= received);
                    yield return ("RE-REFERRALS", received, team, again ? 1 : 0, 1);
                    break;
                case { Assessment: { CompletedOn.Length: > 0 } assessment }:
                    var completed = Day(assessment.CompletedOn);
                    var clock = assessment.Kind == "core" || assessment.ReferralId == "" ? Day(assessment.StartedOn)
                        : referrals.TryGetValue(assessment.ReferralId, out var of) ? Day(of.ReceivedOn) : (DateOnly?)null;
                    var inTime = clock <= completed && WorkingDays(clock.Value, completed) <= limit(assessment.Kind, clock.Value) ? 1 : 0;
                    yield return (assessment.Kind switch { "initial" => "NI59", "core" => "NI60", _ => "ASSESSMENT-45" }, completed, assessment.Allocations[0].Team, inTime, 1);
                    if (assessment.Kind == "initial")
                        yield return ("NI68", completed, assessment.Allocations[0].Team, 1, 0);
                    break;
                case { Conference: { Kind: "initial" } conference }:
                    var held = Day(conference.HeldOn);
                    var soon = enquiries.TryGetValue(conference.EnquiryId, out var began) && began <= held && WorkingDays(began, held) <= 15;
                    yield return ("ICPC-15", held, conference.Allocations[0].Team, soon ? 1 : 0, 1);
                    break;
                case { ProtectionPlan: { } plan }:
                    var second = plan.PreviousPlans > 0 || plans.Any(other => other.Child == plan.Child && Day(other.StartedOn) < Day(plan.StartedOn));
                    yield return ("CP-SECOND", Day(plan.StartedOn), plan.Allocations[0].Team, second ? 1 : 0, 1);
                    if (plan.EndedOn.Length > 0)
                        yield return ("CP-2YEARS-ENDED", Day(plan.EndedOn), plan.Allocations[0].Team, DaysOf(plan, Day(plan.EndedOn)) > 729 ? 1 : 0, 1);
                    break;
                case { LookedAfterPeriod: { } period }:
                    foreach (var (due, met) in Reviews(period, live))
                        yield return ("LAC-REVIEWS", due, period.Allocations[^1].Team, met ? 1 : 0, 1);
                    break;
                case { EarlyHelpAssessment: { CompletedOn.Length: > 0 } caf }:
                    yield return ("CAF-COMPLETED", Day(caf.CompletedOn), caf.Allocations[0].Team, 1, 0);
                    if (caf.InsteadOfAssessment)
                        yield return ("CAF-PREVENTING-IA", Day(caf.CompletedOn), caf.Allocations[0].Team, 1, 0);
                    break;
                case { CareLeaver: { LeftOut: false } leaver }:
                    yield return ("CARE-LEAVERS-EET", Day(leaver.BirthdayOn), leaver.Allocations[0].Team, leaver.Activity is "F1" or "P1" or "F2" or "P2" or "F4" or "P4" or "F5" or "P5" ? 1 : 0, 1);
                    break;
                case { Supervision: { } supervision }:
                    yield return ("SUPERVISION-CHECKS", Day(supervision.DueOn), supervision.Allocations[0].Team, InMonth(supervision.DueOn, supervision.HeldOn) ? 1 : 0, 1);
                    break;
                case { DataQualityCheck: { } check }:
                    yield return ("DATA-QUALITY-CHECKS", Day(check.DueOn), check.Allocations[0].Team, check.Adequate && InMonth(check.DueOn, check.DoneOn) ? 1 : 0, 1);
                    break;
            }
        }
    }

    /// <summary>What is in a stock at the end of a day.</summary>
    public static IEnumerable<(string Measure, string Team, bool Counted)> On(IReadOnlyList<CaseRecord> live, DateOnly day)
    {
        foreach (var plan in live.Select(r => r.ProtectionPlan).OfType<ProtectionPlan>())
        {
            if (Day(plan.StartedOn) > day || (plan.EndedOn.Length > 0 && Day(plan.EndedOn) <= day))
                continue;
            yield return ("CP-2YEARS-OPEN", plan.Allocations[^1].Team, DaysOf(plan, day) > 729);
            if (Day(plan.StartedOn).AddMonths(3) <= day)
                yield return ("CP-REVIEWS", plan.Allocations[^1].Team, AllInTime(plan, live, day));
        }
    }

    private static bool AllInTime(ProtectionPlan plan, IReadOnlyList<CaseRecord> live, DateOnly day)
    {
        var due = (plan.ConferenceOn.Length > 0 ? Day(plan.ConferenceOn) : Day(plan.StartedOn)).AddMonths(3);
        var held = live.Select(r => r.Conference).OfType<Conference>()
            .Where(c => c.Kind == "review" && c.Child == plan.Child && Day(c.HeldOn) >= Day(plan.StartedOn) && Day(c.HeldOn) <= day)
            .Select(c => Day(c.HeldOn)).Order();
        foreach (var review in held)
        {
            if (review > due)
                return false;
            due = review.AddMonths(6);
        }
        return day <= due;
    }

    private static IEnumerable<(DateOnly Due, bool Met)> Reviews(LookedAfterPeriod period, IReadOnlyList<CaseRecord> live)
    {
        var ceased = period.CeasedOn.Length > 0 ? Day(period.CeasedOn) : DateOnly.MaxValue;
        var held = live.Select(r => r.LookedAfterReview).OfType<LookedAfterReview>()
            .Where(r => r.Child == period.Child && Day(r.HeldOn) >= Day(period.StartedOn) && Day(r.HeldOn) <= ceased)
            .Select(r => Day(r.HeldOn)).Order().ToList();
        for (var i = 0; i <= held.Count; i++)
        {
            var due = i switch { 0 => WorkingDaysAfter(Day(period.StartedOn), 20), 1 => held[0].AddMonths(3), _ => held[i - 1].AddMonths(6) };
            if (due < ceased)
                yield return (due, i < held.Count && held[i] <= due);
        }
    }

    private static int DaysOf(ProtectionPlan plan, DateOnly to) => to.DayNumber - Day(plan.StartedOn).DayNumber + 1;

    private static bool InMonth(string due, string done) => done.Length > 0 && Day(done) <= new DateOnly(Day(due).Year, Day(due).Month, 1).AddMonths(1).AddDays(-1);

    private static DateOnly Day(string text) => DateOnly.Parse(text);

    private static int WorkingDays(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (WorkingDayCalendar.EnglandAndWales.IsWorkingDay(day))
                days++;
        return days;
    }

    private static DateOnly WorkingDaysAfter(DateOnly day, int days)
    {
        while (days > 0)
            if (WorkingDayCalendar.EnglandAndWales.IsWorkingDay(day = day.AddDays(1)))
                days--;
        return day;
    }
}
