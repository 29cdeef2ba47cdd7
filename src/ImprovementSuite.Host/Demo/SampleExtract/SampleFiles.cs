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
