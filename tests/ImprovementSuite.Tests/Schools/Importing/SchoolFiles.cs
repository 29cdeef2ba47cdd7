using System.Text;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>Files of schools: the real ones that were cut, and small ones whose every cell a test says.</summary>
internal static class SchoolFiles
{
    public static readonly DateOnly Today = new(2018, 9, 20);

    public static readonly Pseudonyms Pseudonyms = new(new byte[Pseudonyms.KeyLength]);

    public static byte[] Real(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Schools", "Importing", "TestData", name));

    public static byte[] Utf8(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    /// <summary>A register with the headings that it needs, and what else is given.</summary>
    public static byte[] Register(string more, params string[] lines) =>
        Utf8([$"URN,LA (code),EstablishmentName,EstablishmentStatus (name){(more.Length > 0 ? $",{more}" : "")}", .. lines]);

    /// <summary>A performance table of the tests of 2018, as its headings show.</summary>
    public static byte[] Table(params string[] lines) => Utf8(["RECTYPE,LEA,URN,SCHNAME,TELIG,PTRWM_EXP,READPROG,WRITPROG,MATPROG,PTRWM_EXP_17", .. lines]);

    /// <summary>Results in levels by counts.</summary>
    public static byte[] Levels(params string[] lines) => Utf8(["YEAR,STATUS,URN,SCHOOL,COHORT,L4_ENGLISH_MATHS_PUPILS,L4_ENGLISH_MATHS", .. lines]);

    public static ImportDraft ReadRegister(byte[] content, string authority = "936") => Read(content, file => RegisterFile.Read(file, authority, Pseudonyms, Today));

    public static ImportDraft ReadTable(byte[] content, int year = 2018, string name = "results.csv") =>
        Read(content, file => ResultsFile.Read(file, name, new ResultSet(year, ResultStatus.Final), Today));

    public static ImportDraft ReadLevels(byte[] content, int year = 2010) => Read(content, file => LevelFile.Read(file, new ResultSet(year, ResultStatus.Provisional), Today));

    public static string Refused(Func<ImportDraft> read) => Assert.Throws<ImportFileException>(() => { read(); }).Message;

    /// <summary>"3 PTRWM_EXP: sentence", a line for each fault.</summary>
    public static IEnumerable<string> Words(this ImportDraft draft) => draft.Faults.Select(fault => $"{fault.Line} {fault.Heading}: {fault.Sentence}");

    private static ImportDraft Read(byte[] content, Func<CsvFile, ImportDraft> read)
    {
        using var file = CsvFile.Open(new MemoryStream(content));
        return read(file);
    }
}
