namespace ImprovementSuite.FeedAgent;

/// <summary>The command line: reads what was typed, sends, and prints what became of it.</summary>
internal static class SendCommand
{
    public const int AllTaken = 0;
    public const int SomeRejected = 1;
    public const int NotSent = 2;

    private const string Help = """
        Sends records to the feeds of an improvement suite.

          send <file or folder> --to <address> [--key <feed key>] [--source <source system>] [--rejected <file>]

        A file is the suite's own CSV of cases (contacts, referrals, assessments...), of the workforce (posts,
        people in post, invoices...) or of inspections (providers, inspections, recommendations...), a children
        in need census (XML), or an Annex A workbook (.xlsx). Of a folder, all .csv, .xml and .xlsx files are
        sent. README.md describes the CSV.

          --to        where the suite's feeds are, such as http://localhost:5081
          --key       the key of the feed that the files are for; else IMPROVEMENTSUITE_FEED_KEY, else the
                      key of a demo on this machine
          --source    the source system; else case-system for CSV of cases, hr-system for CSV of the workforce,
                      inspection-system for CSV of inspections, cin-census for a census and annex-a for a
                      workbook
          --rejected  where rejected rows are written with their reasons; else rejected.csv

        Ends with 0 when every record was taken, 1 when some were rejected, 2 when the sending failed.
        """;

    public static async Task<int> Run(string[] arguments, TextWriter output, TextWriter errors, bool redirected, CancellationToken stop)
    {
        if (arguments.Length == 0 || arguments.Any(argument => argument is "--help" or "-h" or "help"))
        {
            output.WriteLine(Help);
            return arguments.Length == 0 ? NotSent : AllTaken;
        }
        var (options, problem) = SendOptions.Read(arguments);
        if (options is null)
        {
            errors.WriteLine($"{problem} --help says what can be typed.");
            return NotSent;
        }
        if (FeedKey.Find(options.Key, options.To) is not { } key)
        {
            errors.WriteLine($"No feed key. Give it with --key or in the environment variable {FeedKey.Variable}.");
            return NotSent;
        }
        return await Send(options, key, output, errors, redirected, stop);
    }

    private static async Task<int> Send(SendOptions options, string key, TextWriter output, TextWriter errors, bool redirected, CancellationToken stop)
    {
        var bar = new ProgressLine(output, redirected);
        var sender = new CaseSender(options.To, key)
        {
            Source = options.Source,
            RejectedPath = options.Rejected,
            Progress = bar.Show,
            Notice = bar.Say,
        };
        try
        {
            var tally = await sender.Send(options.Path, stop);
            bar.Close();
            PrintTally(tally, options, output);
            return tally.Rejected == 0 ? AllTaken : SomeRejected;
        }
        catch (SendFailedException failed)
        {
            return Stopped(failed.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped("Stopped. What had a receipt is kept; the same command goes on from there.");
        }

        int Stopped(string sentence)
        {
            bar.Close();
            if (bar.Latest is { Total: > 0 } soFar)
                PrintTally(soFar, options, output);
            errors.WriteLine(sentence);
            return NotSent;
        }
    }

    private static void PrintTally(SendTally tally, SendOptions options, TextWriter output)
    {
        output.WriteLine(
            $"{tally.Accepted:N0} accepted, {tally.Duplicate:N0} duplicate, {tally.Stale:N0} stale, {tally.Reconciled:N0} reconciled, {tally.Rejected:N0} rejected");
        if (tally.Withdrawn > 0)
            output.WriteLine($"{tally.Withdrawn:N0} withdrawn, because this return no longer has them");
        if (tally.SentBefore > 0)
            output.WriteLine($"{tally.SentBefore:N0} were taken in an earlier sending; rejected ones among them are on the suite's Feeds page");
        if (tally.Rejected > 0)
            output.WriteLine($"Rejected rows and their reasons: {Path.GetFullPath(options.Rejected)}");
        if (tally.RejectedUnlisted > 0)
            output.WriteLine($"{tally.RejectedUnlisted:N0} more rejected records are on the suite's Feeds page only");
    }
}
