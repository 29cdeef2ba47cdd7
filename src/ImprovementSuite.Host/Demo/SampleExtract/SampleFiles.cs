using System.Globalization;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>Writes the extract in the CSV form of the feed agent; its README lists the headings.</summary>
internal static class SampleFiles
{
    public static void Write(SampleCases cases, string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "contacts.csv", "contact_id,version,child,received_on,source,outcome,team,locality,worker,recorded_on",
            cases.Contacts.Select((contact, i) => Line(
                $"C-{100_001 + i}", Version(contact.Outcome != ""), contact.Child, Text(contact.ReceivedOn), contact.Source, contact.Outcome,
                contact.Team.Name, contact.Team.Locality, contact.Worker, Text(contact.RecordedOn))));
        Write(folder, "referrals.csv", "referral_id,version,child,received_on,source,outcome,team,locality,worker,recorded_on,closed_on",
            cases.Referrals.Select(referral => Line(
                referral.Id, Version(true, referral.ClosedOn is not null), referral.Child, Text(referral.ReceivedOn), referral.Source,
                referral.Outcome, referral.Team.Name, referral.Team.Locality, referral.Worker, Text(referral.RecordedOn), Text(referral.ClosedOn))));
        Write(folder, "assessments.csv",
            "assessment_id,version,child,kind,referral_id,started_on,completed_on,outcome,team,locality,allocations,worker,recorded_on",
            cases.NumberedAssessments().Select(one => Line(one.Id, one.Assessment)));
        Write(folder, "children.csv", "child_id,version,born_on,restricted",
            cases.Births.Select(child => Line(child.Child, "1", Text(child.BornOn), child.Restricted ? "yes" : "")));
        WriteProtection(cases.Protection, folder);
        WriteLookedAfter(cases.LookedAfter, folder);
        Write(folder, "early-help.csv", "early_help_assessment_id,version,child,started_on,completed_on,organisation,outcome,instead_of_assessment,team,locality",
            cases.EarlyHelp.Select((one, i) => Line(
                $"EH-{2_001 + i}", Version(one.CompletedOn is not null), one.Child, Text(one.StartedOn), Text(one.CompletedOn), one.Organisation, one.Outcome,
                one.InsteadOfAssessment ? "yes" : "", one.Team.Name, one.Team.Locality)));
        Write(folder, "supervisions.csv", "supervision_id,version,worker,due_on,held_on,supervisor,team,locality",
            cases.Supervisions.Select((one, i) => Line(
                $"SV-{1_001 + i}", Version(one.DoneOn is not null), one.Worker, Text(one.DueOn), Text(one.DoneOn), $"Manager of {one.Team.Name}", one.Team.Name, one.Team.Locality)));
        Write(folder, "data-quality-checks.csv", "data_quality_check_id,version,worker,due_on,done_on,adequate,team,locality",
            cases.DataQualityChecks.Select((one, i) => Line(
                $"DQ-{101 + i}", Version(one.DoneOn is not null), one.Worker, Text(one.DueOn), Text(one.DoneOn), one is { DoneOn: not null, Adequate: true } ? "yes" : "", one.Team.Name, one.Team.Locality)));
    }

    private static void WriteProtection(SampleProtection protection, string folder)
    {
        var enquiries = protection.Enquiries.Select((enquiry, i) => (Id: $"S47-{501 + i}", Enquiry: enquiry)).ToList();
        Write(folder, "enquiries.csv", "section_47_enquiry_id,version,child,strategy_discussion_on,outcome,team,locality,worker",
            enquiries.Select(one => Line(
                one.Id, Version(one.Enquiry.ConferenceOn is not null), one.Enquiry.Child, Text(one.Enquiry.StrategyDiscussionOn), one.Enquiry.ConferenceOn is null ? "" : "conference",
                one.Enquiry.Team.Name, one.Enquiry.Team.Locality, one.Enquiry.Worker)));
        var initial = enquiries.Where(one => one.Enquiry.ConferenceOn is not null)
            .Select(one => (one.Enquiry.Child, Kind: "initial", HeldOn: one.Enquiry.ConferenceOn!.Value, EnquiryId: one.Id, one.Enquiry.Team));
        var reviews = protection.Plans.SelectMany(plan => plan.Reviews.Select(held => (plan.Child, Kind: "review", HeldOn: held, EnquiryId: "", plan.Team)));
        Write(folder, "conferences.csv", "conference_id,version,child,kind,held_on,enquiry_id,team,locality",
            initial.Concat(reviews).OrderBy(one => one.HeldOn).Select((one, i) => Line($"CC-{1_001 + i}", "1", one.Child, one.Kind, Text(one.HeldOn), one.EnquiryId, one.Team.Name, one.Team.Locality)));
        Write(folder, "protection-plans.csv", "protection_plan_id,version,child,started_on,ended_on,category,previous_plans,team,locality,worker",
            protection.Plans.Select((plan, i) => Line(
                $"CP-{701 + i}", Version(plan.EndedOn is not null), plan.Child, Text(plan.StartedOn), Text(plan.EndedOn), plan.Category, plan.PreviousPlans.ToString(CultureInfo.InvariantCulture),
                plan.Team.Name, plan.Team.Locality, plan.Worker)));
    }

    private static void WriteLookedAfter(SampleLookedAfter lookedAfter, string folder)
    {
        Write(folder, "looked-after.csv", "looked_after_period_id,version,child,started_on,ceased_on,team,locality,worker",
            lookedAfter.Periods.Select((period, i) => Line(
                $"LA-{301 + i}", Version(period.CeasedOn is not null), period.Child, Text(period.StartedOn), Text(period.CeasedOn), period.Team.Name, period.Team.Locality, period.Worker)));
        Write(folder, "looked-after-reviews.csv", "looked_after_review_id,version,child,held_on,team,locality",
            lookedAfter.Periods.SelectMany(period => period.Reviews.Select(held => (period, held))).OrderBy(one => one.held)
                .Select((one, i) => Line($"LR-{1_001 + i}", "1", one.period.Child, Text(one.held), one.period.Team.Name, one.period.Team.Locality)));
        Write(folder, "care-leavers.csv", "care_leaver_id,version,child,birthday_on,activity,team,locality",
            lookedAfter.CareLeavers.Select((leaver, i) => Line($"CL-{101 + i}", "1", leaver.Child, Text(leaver.BirthdayOn), leaver.Activity, leaver.Team.Name, leaver.Team.Locality)));
    }

    private static string Line(string id, SampleAssessment assessment)
    {
        var first = assessment.FirstTeam ?? assessment.Team;
        return Line(
            id, Version(assessment.CompletedOn is not null, assessment.MovedOn is not null), assessment.Referral.Child, assessment.Kind,
            assessment.Referral.Id, Text(assessment.StartedOn), Text(assessment.CompletedOn), assessment.Outcome, first.Name, first.Locality,
            assessment.MovedOn is { } moved ? $"{assessment.Team.Name}@{assessment.Team.Locality}@{Text(moved)}" : "", assessment.Worker,
            Text(assessment.RecordedOn));
    }

    private static void Write(string folder, string name, string headings, IEnumerable<string> lines)
    {
        using var file = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        file.WriteLine(headings);
        foreach (var line in lines)
            file.WriteLine(line);
    }

    private static string Line(params IEnumerable<string> fields) => string.Join(',', fields);

    /// <summary>1 when it was entered, one more for each thing that has changed since.</summary>
    private static string Version(params ReadOnlySpan<bool> changes) => (1 + changes.Count(true)).ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
