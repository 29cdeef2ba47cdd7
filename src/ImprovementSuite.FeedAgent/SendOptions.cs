namespace ImprovementSuite.FeedAgent;

/// <summary>What was typed after "send".</summary>
internal sealed record SendOptions(string Path, Uri To, string? Key, string? Source, string Rejected)
{
    private static readonly string[] Known = ["--to", "--key", "--source", "--rejected"];

    /// <summary>Reads the arguments, or gives a sentence on what is wrong with them.</summary>
    public static (SendOptions? Options, string Problem) Read(ReadOnlySpan<string> arguments)
    {
        if (arguments is not ["send", .. var rest])
            return (null, arguments.IsEmpty ? "Nothing to do." : $"There is no command \"{arguments[0]}\"; the one command is send.");
        string? path = null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < rest.Length; i++)
        {
            var argument = rest[i];
            if (!argument.StartsWith('-'))
            {
                if (path is not null)
                    return (null, $"Only one file or folder can be sent at a time; \"{argument}\" is a second one.");
                path = argument;
                continue;
            }
            if (!Known.Contains(argument))
                return (null, $"There is no option \"{argument}\".");
            if (i + 1 == rest.Length || rest[i + 1].StartsWith("--"))
                return (null, $"The option {argument} needs a value.");
            values[argument] = rest[++i];
        }
        if (path is null)
            return (null, "Say which file or folder to send.");
        if (!Uri.TryCreate(values.GetValueOrDefault("--to"), UriKind.Absolute, out var to) || to.Scheme is not ("http" or "https"))
            return (null, "Say where to send it, such as --to http://localhost:5081.");
        return (new SendOptions(path, to, values.GetValueOrDefault("--key"), values.GetValueOrDefault("--source"),
            values.GetValueOrDefault("--rejected") ?? "rejected.csv"), "");
    }
}
