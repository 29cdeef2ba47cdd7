extern alias agent;

using agent::ImprovementSuite.FeedAgent.Extracts;
using agent::ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Host.Demo.SampleExtract;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Tests.Demo;

/// <summary>The invented records could be a council's.</summary>
public sealed class SampleExtractPlausibilityTests(WrittenExtract extract) : IClassFixture<WrittenExtract>
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var again = Directory.CreateTempSubdirectory("sample-again-");
        var other = Directory.CreateTempSubdirectory("sample-other-");
        SampleCases.WriteTo(again.FullName);
        SampleCases.WriteTo(other.FullName, seed: 2011);

        foreach (var file in new[] { "contacts.csv", "referrals.csv", "assessments.csv" })
        {
            var written = File.ReadAllBytes(Path.Combine(extract.Folder, file));
            Assert.Equal(written, File.ReadAllBytes(Path.Combine(again.FullName, file)));
            Assert.NotEqual(written, File.ReadAllBytes(Path.Combine(other.FullName, file)));
        }
        again.Delete(recursive: true);
        other.Delete(recursive: true);
    }

    [Fact]
    public void The_feed_agent_can_read_every_row()
    {
        var rows = Extract.OpenAll(extract.Folder).Cast<RecordExtract<CaseRecord>>().SelectMany(file => file.Rows()).ToList();

        Assert.All(rows, row => Assert.Null(row.Problem));
        Assert.Equal(Directory.EnumerateFiles(extract.Folder).Sum(file => File.ReadLines(file).Count() - 1), rows.Count);
        Assert.Equal(CaseRecord.Descriptor.Oneofs.Single().Fields.Count, rows.Select(row => row.Record!.RecordCase).Distinct().Count());
        Assert.InRange(extract.Contacts.Count, 11_000, 13_000);
    }

    [Fact]
    public void Nothing_lies_outside_the_time_of_the_extract()
    {
        foreach (var record in extract.Contacts.Concat(extract.Referrals).Concat(extract.Assessments))
            foreach (var (_, day) in record.Where(field => field.Key.EndsWith("_on") && field.Value != ""))
                Assert.True(WrittenExtract.In(day, "2008-04-01", WrittenExtract.LastDay), $"{record.First().Value}: {day}");
    }

    [Fact]
    public void Things_happen_in_their_order()
    {
        foreach (var referral in extract.Referrals)
        {
            Assert.True(InOrder(referral["received_on"], referral["closed_on"]));
            Assert.True(InOrder(referral["received_on"], referral["recorded_on"]));
        }
        foreach (var assessment in extract.Assessments)
        {
            var referral = extract.ReferralById[assessment["referral_id"]];
            Assert.Equal(referral["child"], assessment["child"]);
            Assert.True(InOrder(referral["received_on"], assessment["started_on"]), assessment["assessment_id"]);
            Assert.True(InOrder(assessment["started_on"], assessment["completed_on"]), assessment["assessment_id"]);
            Assert.True(InOrder(assessment["completed_on"], referral["closed_on"]), assessment["assessment_id"]);
            if (assessment["allocations"] is { Length: > 0 } later)
            {
                Assert.True(InOrder(assessment["started_on"], later.Split('@')[2]));
                Assert.True(InOrder(later.Split('@')[2], assessment["completed_on"]));
            }
        }
    }

    [Fact]
    public void No_assessment_is_begun_or_finished_on_a_day_off() => Assert.All(extract.Assessments, assessment =>
    {
        Assert.True(WorkingDayCalendar.EnglandAndWales.IsWorkingDay(WrittenExtract.Day(assessment["started_on"])));
        if (assessment["completed_on"] is { Length: > 0 } completedOn)
            Assert.True(WorkingDayCalendar.EnglandAndWales.IsWorkingDay(WrittenExtract.Day(completedOn)));
    });

    [Fact]
    public void A_core_assessment_follows_the_initial_one_of_its_referral()
    {
        var initial = extract.Initial.ToDictionary(one => one["referral_id"]);
        Assert.All(extract.Core, core =>
        {
            var before = initial[core["referral_id"]];
            Assert.Equal("core_assessment", before["outcome"]);
            Assert.InRange(WrittenExtract.WorkingDays(before["completed_on"], core["started_on"]), 0, 4);
        });
    }

    [Fact]
    public void A_referral_that_is_to_be_assessed_is_and_another_is_not()
    {
        var assessed = extract.Initial.Select(one => one["referral_id"]).ToHashSet();

        Assert.Equal(extract.Initial.Count(), assessed.Count);
        Assert.All(extract.Referrals, referral => Assert.Equal(referral["outcome"] == "initial_assessment", assessed.Contains(referral["referral_id"])));
    }

    [Fact]
    public void A_child_is_referred_again_only_after_the_case_was_closed()
    {
        var again = 0;
        foreach (var child in extract.Referrals.GroupBy(referral => referral["child"]))
            foreach (var (earlier, later) in child.Zip(child.Skip(1)))
            {
                again++;
                Assert.NotEqual("", earlier["closed_on"]);
                Assert.True(string.CompareOrdinal(earlier["closed_on"], later["received_on"]) < 0);
            }
        Assert.InRange(again / (double)extract.Referrals.Count, 0.1, 0.3);
    }

    [Fact]
    public void It_has_the_rhythm_of_a_week_and_late_entries()
    {
        var perDay = extract.Referrals.CountBy(referral => WrittenExtract.Day(referral["received_on"]).DayOfWeek).ToDictionary();
        var late = extract.Referrals.Count(referral => WrittenExtract.WorkingDays(referral["received_on"], referral["recorded_on"]) > 1);

        Assert.True(perDay[DayOfWeek.Saturday] + perDay[DayOfWeek.Sunday] < perDay[DayOfWeek.Wednesday] / 4);
        Assert.InRange(late / (double)extract.Referrals.Count, 0.05, 0.2);
    }

    private static bool InOrder(string earlier, string later) => later == "" || string.CompareOrdinal(earlier, later) <= 0;
}
