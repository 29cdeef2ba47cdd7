using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.Recalculation;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>An auditor for whom files are to be drawn.</summary>
internal sealed record DrawFor(int Post, int Wanted, Independence Independence);

/// <summary>A file and who is to audit it.</summary>
internal sealed record Drawn(int Post, PoolFile File);

/// <summary>How many files of the pool a rule took out for one auditor.</summary>
internal sealed record TakenOut(int Post, int Holds, int Supervises, int SignedOff);

/// <summary>A team and a type of file: files are drawn from all of these alike.</summary>
internal sealed record Stratum(Place Place, FileType Type);

internal sealed record DrawResult(
    IReadOnlyList<Drawn> Files, IReadOnlyList<TakenOut> TakenOut, IReadOnlyList<(Stratum Stratum, int Pool, int Drawn)> Strata, string Fingerprint);

/// <summary>
/// The draw, which anybody can repeat. Each file has a number: SHA-256 over the seed, a line break and the file's key, in hexadecimal. Auditors
/// take turns, one file each, by their post's number. A turn goes to the team and type from which fewest have been drawn so far (where
/// several have as few, to the one with the lowest number on top) and takes the file with the lowest number that this auditor may audit.
/// Nothing else decides: not the order of the records, not the version of .NET.
/// </summary>
internal static class FileDraw
{
    public static DrawResult Run(string seed, IEnumerable<PoolFile> pool, IEnumerable<DrawFor> auditors, IReadOnlyDictionary<int, Place> places)
    {
        var numbered = pool.Select(file => (File: file, Number: Number(seed, file.Key))).OrderBy(f => f.Number, StringComparer.Ordinal).ToList();
        var strata = numbered.GroupBy(f => new Stratum(places.GetValueOrDefault(f.File.Holder, new Place("", "")), f.File.Type))
            .ToDictionary(group => group.Key, group => new Pile([.. group]));
        var turns = auditors.OrderBy(auditor => auditor.Post).ToList();
        var drawn = new List<Drawn>();
        for (var round = 0; turns.Any(auditor => auditor.Wanted > round); round++)
            foreach (var auditor in turns.Where(auditor => auditor.Wanted > round))
                if (Next(strata.Values, auditor.Independence) is { } pile)
                    drawn.Add(new Drawn(auditor.Post, pile.Take(auditor.Independence)));
        return new DrawResult(
            drawn,
            [.. turns.Select(auditor => Count(auditor, numbered.Select(f => f.File)))],
            [.. strata.Select(s => (s.Key, s.Value.Size, s.Value.Drawn)).OrderBy(s => s.Key.Place.Locality, StringComparer.Ordinal).ThenBy(s => s.Key.Place.Team, StringComparer.Ordinal).ThenBy(s => s.Key.Type)],
            Number(seed, string.Join('\n', numbered.Select(f => f.Number))));
    }

    /// <summary>A file's number under a seed.</summary>
    public static string Number(string seed, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{key}")));

    /// <summary>Whether a number falls in the lowest so many of a hundred.</summary>
    public static bool IsAmongLowest(string number, int share) => Convert.ToUInt32(number[..8], 16) < share / 100m * 0x1_0000_0000L;

    private static Pile? Next(IEnumerable<Pile> piles, Independence independence) => piles
        .Select(pile => (Pile: pile, Top: pile.Top(independence))).Where(p => p.Top is not null)
        .OrderBy(p => p.Pile.Drawn).ThenBy(p => p.Top, StringComparer.Ordinal).Select(p => p.Pile).FirstOrDefault();

    private static TakenOut Count(DrawFor auditor, IEnumerable<PoolFile> pool)
    {
        var bars = pool.Select(auditor.Independence.Against).CountBy(bar => bar ?? 0).ToDictionary();
        return new TakenOut(auditor.Post, bars.GetValueOrDefault(Bar.Holds), bars.GetValueOrDefault(Bar.Supervises), bars.GetValueOrDefault(Bar.SignedOff));
    }

    /// <summary>The files of one team and type, the lowest number on top.</summary>
    private sealed class Pile(List<(PoolFile File, string Number)> files)
    {
        public int Size { get; } = files.Count;

        public int Drawn => Size - files.Count;

        public string? Top(Independence independence) => files.FirstOrDefault(f => independence.Against(f.File) is null).Number;

        public PoolFile Take(Independence independence)
        {
            var at = files.FindIndex(f => independence.Against(f.File) is null);
            var file = files[at].File;
            files.RemoveAt(at);
            return file;
        }
    }
}
