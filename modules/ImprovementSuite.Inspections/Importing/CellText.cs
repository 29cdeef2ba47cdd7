using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Inspections.Importing;

/// <summary>What people write, as the feed has it; and what is wrong with it, in words that they know.</summary>
internal static partial class CellText
{
    /// <summary>How a day is to be written.</summary>
    public const string DayExample = "16/12/2009";

    private static readonly string[] DayForms = ["dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The text of a field; or null and what is wrong with what was written.</summary>
    public static (string? Text, string? Fault) Read(FormColumn column, string written)
    {
        written = written.Trim();
        switch (column.Kind)
        {
            case CellKind.Day when written.Length > 0:
                return DateOnly.TryParseExact(written, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
                    : (null, $"{column.Heading} is \"{Short(written)}\", which is no day of the calendar: write it as {DayExample}.");
            case CellKind.Choice when written.Length > 0:
                var code = column.Choices.FirstOrDefault(choice => Bare(choice.Code) == Bare(written) || Bare(choice.Words) == Bare(written)).Code;
                return code is not null ? (code, null)
                    : (null, $"{column.Heading} is \"{Short(written)}\", which is not in its list: give one of {string.Join(", ", column.Choices.Select(choice => choice.Words))}.");
            default:
                return (written.ReplaceLineEndings("\n"), null);
        }
    }

    /// <summary>A field as people write it: a day as "16 December 2009", a code in words.</summary>
    public static string Write(FormColumn column, string text) => column.Kind switch
    {
        CellKind.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => Say.Date(day),
        CellKind.Choice => column.Choices.FirstOrDefault(choice => choice.Code == text).Words ?? text,
        _ => text,
    };

    /// <summary>A problem of the intake with the form's headings in place of its fields, and days as people write them.</summary>
    public static string InWords(Problem problem, RecordForm form)
    {
        var sentence = problem.Sentence.StartsWith(problem.Field, StringComparison.Ordinal) ? HeadingOf(form, problem.Field) + problem.Sentence[problem.Field.Length..] : problem.Sentence;
        sentence = NamedField().Replace(sentence, field => HeadingOf(form, field.Value)).Replace("yyyy-mm-dd", DayExample);
        return IsoDays().Replace(sentence, day => DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", out var read) ? Say.Date(read) : day.Value);
    }

    public static string HeadingOf(RecordForm form, string field) => form.Columns.FirstOrDefault(column => column.Field == field)?.Heading ?? field;

    public static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;

    /// <summary>"Children's home" and "childrens-home" are the same.</summary>
    private static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\b[a-z]+_[a-z_]+\b")]
    private static partial Regex NamedField();

    /// <summary>Not within a reference, such as that of a visit.</summary>
    [GeneratedRegex(@"(?<![\w|-])\d{4}-\d{2}-\d{2}(?![\w|-])")]
    private static partial Regex IsoDays();
}
