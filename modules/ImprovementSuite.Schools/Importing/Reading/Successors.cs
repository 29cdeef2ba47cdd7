using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>Which school carried on for one that closed: as the register links them, else as number, place and days show it.</summary>
internal static partial class Successors
{
    /// <summary>A school that carried on opened about when the other closed.</summary>
    private const int Days = 62;

    private static readonly string[] CarriedOn = ["academy", "amalgamation", "merge"];

    /// <summary>The numbers that a list of linked establishments calls successors.</summary>
    public static IEnumerable<string> Named(string linked) =>
        from link in linked.Split([';', '|', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where link.Contains("successor", StringComparison.OrdinalIgnoreCase) && !link.Contains("predecessor", StringComparison.OrdinalIgnoreCase)
        from Match urn in Urn().Matches(link)
        select urn.Value;

    /// <summary>Fills them in for the closed schools that became an academy or were merged and do not name any.</summary>
    public static void Infer(IReadOnlyList<Feed.V1.School> schools)
    {
        var open = schools.Where(school => school.Status.StartsWith("Open", StringComparison.OrdinalIgnoreCase) && school.OpenedOn.Length > 0).ToList();
        var (numbers, places) = (open.ToLookup(school => school.EstablishmentNumber), open.ToLookup(school => school.Postcode));
        foreach (var closed in schools.Where(school => school.Successors.Count == 0 && CarriedOn.Any(word => school.ClosedWhy.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            if (IsoDay.Read(closed.ClosedOn) is not { } day)
                continue;
            // The number within the authority is a stronger sign than the place, which an infant and a junior school may share.
            if (!Add(closed.EstablishmentNumber, numbers))
                Add(closed.Postcode, places);

            bool Add(string key, ILookup<string, Feed.V1.School> by)
            {
                if (key.Length == 0)
                    return false;
                closed.Successors.AddRange(by[key].Where(school => school.Urn != closed.Urn && Math.Abs(IsoDay.Read(school.OpenedOn)!.Value.DayNumber - day.DayNumber) <= Days).Select(school => school.Urn));
                return closed.Successors.Count > 0;
            }
        }
    }

    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}(?!\d)")]
    private static partial Regex Urn();
}
