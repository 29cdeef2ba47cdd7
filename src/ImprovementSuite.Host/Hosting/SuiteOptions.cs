namespace ImprovementSuite.Host.Hosting;

/// <summary>How the host was asked to start.</summary>
/// <param name="Command">demo, a maintenance command, or null to serve.</param>
/// <param name="Arguments">What follows the command.</param>
internal sealed record SuiteOptions(string? Command, IReadOnlyList<string> Arguments, bool Reset, string DataFolder, int PagesPort, int FeedsPort)
{
    public const string Usage =
        """
        ImprovementSuite

          demo [--reset]                         the 2010 plan with an invented case extract, at 09:00 on 20 August 2010
          (nothing)                              serve the data folder
          feed-key <name> <feed> <source>...     issue a key for a sender, such as: feed-key "Case system" socialcare case-system
          load-plan <file.json>                  load a plan into a data folder that has none
          republish <module>                     publish every value of a module again
          recalculate <module>                   count every value of a module anew

        Options
          --data <folder>                        where everything is kept
          --pages-port <n>                       default 5080, HTTP/1.1
          --feeds-port <n>                       default 5081, HTTP/2 (gRPC)
        """;

    public bool IsDemo => Command == "demo";

    public bool IsServing => Command is null or "demo";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="Platform.Storage.CannotStartException">An option is unknown or lacks its value.</exception>
    public static SuiteOptions Parse(IReadOnlyList<string> args, IConfiguration settings)
    {
        string? command = null, data = settings["DataFolder"];
        var (pages, feeds, reset) = (settings.GetValue("Ports:Pages", 5080), settings.GetValue("Ports:Feeds", 5081), false);
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--reset": reset = true; break;
                case "--data": data = Value(args, ref i); break;
                case "--pages-port": pages = Port(args, ref i); break;
                case "--feeds-port": feeds = Port(args, ref i); break;
                // Anything else in this shape is a setting of ASP.NET Core, such as --environment=Production.
                case ['-', '-', ..] when args[i].Contains('='): break;
                case ['-', ..]: throw new Platform.Storage.CannotStartException($"There is no option {args[i]}.\n\n{Usage}");
                default:
                    if (command is null) command = args[i];
                    else rest.Add(args[i]);
                    break;
            }
        }
        data ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "ImprovementSuite", command == "demo" ? "demo" : "data");
        return new SuiteOptions(command, rest, reset, Path.GetFullPath(data), pages, feeds);
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new Platform.Storage.CannotStartException($"{args[i - 1]} needs a value after it.");

    private static int Port(IReadOnlyList<string> args, ref int i) =>
        int.TryParse(Value(args, ref i), out var port) && port is >= 0 and <= 65535
            ? port
            : throw new Platform.Storage.CannotStartException($"{args[i - 1]} takes a port number, and \"{args[i]}\" is none.");
}
