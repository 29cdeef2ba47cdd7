using System.Collections.Frozen;

namespace ImprovementSuite.SocialCare.AnnexA;

/// <summary>The local spellings of the codes of one vocabulary, whatever their case, spaces and quotation marks; from <c>spellings.txt</c>.</summary>
internal sealed class Spellings
{
    private static readonly Lazy<FrozenDictionary<string, Spellings>> All = new(Read);

    private readonly Dictionary<string, string> _codes = [];

    private Spellings()
    {
    }

    /// <summary>The vocabulary that is called by the first heading that has it.</summary>
    public static Spellings Of(string vocabulary) => All.Value[vocabulary];

    /// <summary>The code that a text is a spelling of; null where it is none.</summary>
    public string? CodeOf(string text) => _codes.GetValueOrDefault(Plain(text));

    /// <summary>A text without case and spaces, its quotation marks straight.</summary>
    internal static string Plain(string text) => string.Create(text.Count(sign => !char.IsWhiteSpace(sign)), text, (plain, spelled) =>
    {
        var place = 0;
        foreach (var sign in spelled)
            if (!char.IsWhiteSpace(sign))
                plain[place++] = sign switch { '‘' or '’' or '`' => '\'', '“' or '”' => '"', '–' or '—' => '-', _ => char.ToLowerInvariant(sign) };
    });

    /// <summary>A vocabulary, under it its codes, under each code its spellings, each a tab further in.</summary>
    private static FrozenDictionary<string, Spellings> Read()
    {
        var all = new Dictionary<string, Spellings>();
        var (spellings, code) = (new Spellings(), "");
        foreach (var line in AnnexATemplate.Resource("spellings.txt"))
        {
            if (line.StartsWith("\t\t", StringComparison.Ordinal))
                spellings._codes.TryAdd(Plain(line), code);
            else if (line.StartsWith('\t'))
                spellings._codes.TryAdd(Plain(line), code = line[1..]);
            else
                all[line] = spellings = new Spellings();
        }
        return all.ToFrozenDictionary();
    }
}
