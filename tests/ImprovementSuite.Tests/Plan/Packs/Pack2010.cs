using System.IO.Compression;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Tests.Plan.Packs;

/// <summary>The pack of 29 September 2010 as it would be given on 20 August, with something in every section.</summary>
internal static class Pack2010
{
    public static readonly DateOnly Panel = new(2010, 9, 29);
    public static readonly DateTime FrozenAt = BusinessClock.Utc(new(2010, 8, 20), new(14, 5));

    public static readonly PackContent Content = PackFrom.Snapshot(
        Plan2010.Snapshot, Panel,
        [new("1.1", "Report on case file audits", "Gani Martins", new(2010, 8, 19), false), new(null, "Late note", "Julie Westwood", new(2010, 8, 25), true), new("3.5", "Analysis of PDRs", "Julie Westwood", null, false)],
        [new(new(2010, 7, 13), "NI59", Ruling.AskAgain, "Why do the localities differ?", "Gani Martins", new(2010, 9, 1), null), new(new(2010, 7, 13), null, null, "The plan was received.", null, null, null)],
        [new(new(2010, 7, 13), "NI59", "Initial assessments within 7 working days of referral", "1 April to 13 July 2010", "80.16%", "79.9%")],
        FrozenAt, "Performance manager");

    public static readonly PackContent Preview = Content with { FrozenAt = null, FrozenBy = null };

    /// <summary>The plan so many times over, under other references.</summary>
    public static PackContent Times(int times) => Content with
    {
        Lines = [.. Enumerable.Range(1, times).SelectMany(copy => Content.Lines.Select(line => line with
        {
            Ref = $"{line.Ref}-{copy}", Measures = [.. line.Measures.Select(measure => measure with { Code = $"{measure.Code}-{copy}" })],
            Leading = line.Leading is { } leading ? $"{leading}-{copy}" : null,
        }))],
    };

    public static PackContent With(Func<PackLine, PackLine> first) => Content with { Lines = [first(Content.Lines[0]), .. Content.Lines.Skip(1)] };

    /// <summary>A part of the file as text, for what its own library would hide.</summary>
    public static string PartOf(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
