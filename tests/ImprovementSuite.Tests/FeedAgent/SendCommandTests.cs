extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>The command line as a person types it.</summary>
public sealed class SendCommandTests : IAsyncLifetime
{
    private readonly ExtractFile _file = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private RunningSuite _suite = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _key = await _suite.Secret("socialcare", "case-system", "cin-census");
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Where_all_is_taken_it_ends_with_0_and_says_so()
    {
        var code = await Send(_file.Write("contacts.csv", "contact_id,version,child,received_on\nC-1,1,CH-1,2010-07-01\n"));

        Assert.Equal(0, code);
        Assert.Contains("100%  contacts.csv  1 records", _output.ToString());
        Assert.Contains("1 accepted, 0 duplicate, 0 stale, 0 reconciled, 0 rejected", _output.ToString());
        Assert.False(File.Exists(Rejected));
    }

    [Fact]
    public async Task Where_some_are_rejected_it_ends_with_1_and_lists_rows_and_reasons()
    {
        var code = await Send(_file.Write("referrals.csv", """
            referral_id,version,child,received_on,source,closed_on
            R-1,1,CH-1,2010-07-01,1A,
            R-2,1,CH-2,2010-02-30,1A,
            R-3,one,CH-3,2010-07-01,1A,
            R-4,1,CH-4,2010-07-01,1Z,
            """));

        Assert.Equal(1, code);
        Assert.Contains("1 accepted, 0 duplicate, 0 stale, 0 reconciled, 3 rejected", _output.ToString());
        Assert.Contains($"Rejected rows and their reasons: {Rejected}", _output.ToString());
        var lines = File.ReadAllLines(Rejected);
        Assert.Equal("file,row,record_type,record_id,field,code,reason", lines[0]);
        Assert.Equal(
            ["referrals.csv,3,referral,R-2,received_on,BAD_DATE", "referrals.csv,4,referral,R-3,version,UNREADABLE", "referrals.csv,5,referral,R-4,source,UNKNOWN_CODE"],
            lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..6])).Order());
        Assert.Contains("\"\"\"one\"\" is neither a whole number nor an instant such as 2010-08-19T16:04:00Z.\"", File.ReadAllText(Rejected));
    }

    [Fact]
    public async Task Rejections_beyond_the_first_fifty_of_a_batch_are_counted_and_pointed_to()
    {
        var code = await Send(_file.Write("contacts.csv",
            "contact_id,version,child,received_on\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"C-{n},1,CH-1,never\n"))));

        Assert.Equal(1, code);
        Assert.Equal(51, File.ReadAllLines(Rejected).Length);
        Assert.Contains("10 more rejected records are on the suite's Feeds page only", _output.ToString());
    }

    [Fact]
    public async Task A_wrong_key_ends_with_2_and_says_what_to_check()
    {
        _key = "feed_none";

        var code = await Send(_file.Write("contacts.csv", "contact_id,version,child,received_on\nC-1,1,CH-1,2010-07-01\n"));

        Assert.Equal(2, code);
        Assert.Contains("Check the feed key (--key, or IMPROVEMENTSUITE_FEED_KEY).", _errors.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_extract_ends_with_2_before_anything_is_sent()
    {
        _file.Write("contacts.csv", "contact_id,version,child,received_on\nC-1,1,CH-1,2010-07-01\n");
        _file.Write("staff.csv", "name,grade\n");

        var code = await Send(_file.Folder);

        Assert.Equal(2, code);
        Assert.Contains("staff.csv: the first row has none of the headings", _errors.ToString());
        Assert.DoesNotContain("accepted", _output.ToString());
    }

    [Theory]
    [InlineData("There is no command \"fetch\"", "fetch")]
    [InlineData("Say which file or folder to send", "send", "--to", "http://localhost:5081")]
    [InlineData("Say where to send it", "send", "a.csv")]
    [InlineData("Say where to send it", "send", "a.csv", "--to", "localhost:5081")]
    [InlineData("There is no option \"--fast\"", "send", "a.csv", "--fast")]
    [InlineData("The option --to needs a value", "send", "a.csv", "--to")]
    [InlineData("The option --to needs a value", "send", "a.csv", "--to", "--key", "k")]
    [InlineData("\"b.csv\" is a second one", "send", "a.csv", "b.csv")]
    [InlineData("There is no file or folder nowhere.csv", "send", "nowhere.csv", "--to", "http://127.0.0.1:1", "--key", "k")]
    public async Task What_cannot_be_done_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        var code = await SendCommand.Run(arguments, _output, _errors, redirected: true, CancellationToken.None);

        Assert.Equal(2, code);
        Assert.Contains(sentence, _errors.ToString());
    }

    [Fact]
    public async Task Help_says_what_can_be_typed()
    {
        Assert.Equal(0, await SendCommand.Run(["--help"], _output, _errors, redirected: true, CancellationToken.None));
        Assert.Contains("send <file or folder> --to <address>", _output.ToString());
        Assert.Contains("0 when every record was taken, 1 when some were rejected, 2 when the sending failed", _output.ToString());
    }

    private string Rejected => Path.Combine(_file.Folder, "list", "rejected.csv");

    private Task<int> Send(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Rejected)!);
        return SendCommand.Run(
            ["send", path, "--to", _suite.Feeds.ToString(), "--key", _key, "--rejected", Rejected], _output, _errors, redirected: true, CancellationToken.None);
    }
}
