namespace ImprovementSuite.Host.Hosting;

/// <summary>How the host was asked to start.</summary>
/// <param name="Command">demo, a maintenance command, or null to serve.</param>
/// <param name="Arguments">What follows the command.</param>
/// <param name="Reset">The demo's data folder is emptied first.</param>
/// <param name="DataFolder">The folder that holds everything.</param>
/// <param name="PagesPort">HTTP/1.1; 0 takes any free one.</param>
/// <param name="FeedsPort">HTTP/2; 0 takes any free one.</param>
/// <param name="Settings">What is meant for ASP.NET Core, such as --environment=Production or --Storage:MaxPages=1000.</param>
internal sealed record SuiteOptions(
    string? Command, IReadOnlyList<string> Arguments, bool Reset, string DataFolder, int PagesPort, int FeedsPort, IReadOnlyList<string> Settings)
{
    public const string Usage =
        """
        ImprovementSuite

          demo [--reset]                         the 2010 plan with an invented case extract, at 09:00 on 20 August 2010
          (nothing)                              serve the data folder
          administrator <name> <e-mail address>  make an administrator's account and print the link that sets its password
          feed-key <name> <feed> <source>...     issue a key for a sender, such as: feed-key "Case system" socialcare case-system
                   [--until <day>]               its last day, such as 2027-03-31; twelve months from today where none is given
          load-plan <file>                       load a plan (JSON or Excel) into a data folder that has none
          republish <module>                     publish all that a module tells others again
          recalculate <module>                   count every value of a module anew
          backup <folder>                        back up everything, beside a running suite or without one
          restore <folder>                       make the data folder from a backup; it must hold no databases
          verify [<backup folder>]               look whether the change logs, and the backup, are as they were written
          help                                   this text

        Options
          --data <folder>                        where everything is kept (or the variable IMPROVEMENTSUITE_DATA)
          --pages-port <n>                       default 5080, HTTP/1.1
          --feeds-port <n>                       default 5081, HTTP/2 (gRPC)
        """;

    /// <summary>The last day of the key that is issued, as typed.</summary>
    public string? Until { get; init; }

    private static readonly string[] Commands = ["demo", "help", "administrator", "feed-key", "load-plan", "republish", "recalculate", "backup", "restore", "verify"];

    public bool IsDemo => Command == "demo";

    public bool IsServing => Command is null or "demo";

    /// <summary>The command takes the data folder as it is: nothing is migrated first.</summary>
    public bool IsSafekeeping => Command is "backup" or "restore" or "verify";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="Platform.Storage.CannotStartException">The command or an option is unknown, or an option lacks its value.</exception>
    public static SuiteOptions Parse(IReadOnlyList<string> args)
    {
        string? command = null, until = null, data = Environment.GetEnvironmentVariable("IMPROVEMENTSUITE_DATA");
        var (pages, feeds, reset) = (5080, 5081, false);
        var (rest, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--reset": reset = true; break;
                case "--help": command = "help"; break;
                case "--data": data = Value(args, ref i); break;
                case "--until": until = Value(args, ref i); break;
                case "--pages-port": pages = Port(args, ref i); break;
                case "--feeds-port": feeds = Port(args, ref i); break;
                case ['-', '-', ..] when args[i].Contains('='): settings.Add(args[i]); break;
                case ['-', ..]: throw new Platform.Storage.CannotStartException($"There is no option {args[i]}.\n\n{Usage}");
                default:
                    if (command is null) command = args[i];
                    else rest.Add(args[i]);
                    break;
            }
        }
        if (command is not null && !Commands.Contains(command))
            throw new Platform.Storage.CannotStartException($"There is no command {command}.\n\n{Usage}");
        data ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "ImprovementSuite", command == "demo" ? "demo" : "data");
        return new SuiteOptions(command, rest, reset, Path.GetFullPath(data), pages, feeds, settings) { Until = until };
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new Platform.Storage.CannotStartException($"{args[i - 1]} needs a value after it.");

    private static int Port(IReadOnlyList<string> args, ref int i) =>
        int.TryParse(Value(args, ref i), out var port) && port is >= 0 and <= 65535
            ? port
            : throw new Platform.Storage.CannotStartException($"{args[i - 1]} takes a port number, and \"{args[i]}\" is none.");
}
