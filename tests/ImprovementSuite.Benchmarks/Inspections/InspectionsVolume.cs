using System.Globalization;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.Benchmarks.Inspections;

/// <summary>Four hundred providers with a thousand reports of the last five years, and what these recommend: most of it met, a part late, a part claimed.</summary>
internal sealed class InspectionsVolume(int recommendations, DateOnly today)
{
    private const int Providers = 400;
    private const int Reports = 1_000;

    private static readonly string[] Kinds = ["nursery", "childrens-home", "school", "childrens-centre", "childminder", "pupil-referral-unit", "fostering", "other"];
    private static readonly string[] Sources = ["inspection", "inspection", "inspection", "monitoring-visit", "peer-review", "serious-case-review"];

    public IEnumerable<InspectionRecord> Records()
    {
        var random = new Random(41);
        for (var i = 0; i < Providers; i++)
            yield return new()
            {
                Key = Key($"provider-{i}"),
                Provider = new Provider { Provider_ = $"PROVIDER-{i}", Name = $"Provider {i}", Kind = Kinds[i % Kinds.Length], Service = $"Service {i % 12}", Urn = $"{900_000 + i}" },
            };
        var began = new DateOnly[Reports];
        for (var i = 0; i < Reports; i++)
        {
            began[i] = today.AddDays(-random.Next(60, 1_800));
            yield return new()
            {
                Key = Key($"report-{i}"),
                Inspection = new Inspection { Inspection_ = $"REPORT-{i}", Kind = Sources[i % Sources.Length], Provider = $"PROVIDER-{i % Providers}", Title = $"Report {i} of Provider {i % Providers}", BeganOn = Day(began[i]) },
            };
        }
        for (var i = 0; i < recommendations; i++)
        {
            var report = i % Reports;
            var due = began[report].AddDays(random.Next(20, 500));
            var completed = random.Next(100) < 70 && due < today ? due.AddDays(random.Next(-15, 10)) : (DateOnly?)null;
            if (completed < began[report] || completed > today)
                completed = null;
            var validated = completed is { } on && random.Next(100) < 90 && on.AddDays(20) <= today ? on.AddDays(20) : (DateOnly?)null;
            yield return new()
            {
                Key = Key($"recommendation-{i}"),
                Recommendation = new Recommendation
                {
                    Inspection = $"REPORT-{report}", Number = $"{i / Reports + 1}", Kind = "recommendation", Text = $"Do what report {report} recommends under {i / Reports + 1}, in words of the length that such words have",
                    Owner = $"Head {i % 40}", Service = $"Service {i % 12}", DueOn = Day(due), CompletedOn = Day(completed), Evidence = completed is null ? "" : "Minutes", ValidatedOn = Day(validated),
                    ValidatedBy = validated is null ? "" : "Reviewer", ValidatedHow = validated is null ? "" : "desk-check",
                },
            };
        }
    }

    private static RecordKey Key(string id) => new() { RecordId = id, Version = 1 };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
