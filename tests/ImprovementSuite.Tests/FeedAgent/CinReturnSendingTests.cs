extern alias agent;

using agent::ImprovementSuite.FeedAgent;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.FeedAgent;

/// <summary>Returns that follow each other.</summary>
public sealed class CinReturnSendingTests : IAsyncLifetime
{
    private readonly ExtractFile _file = new();
    private readonly List<string> _notices = [];
    private RunningSuite _suite = null!;
    private CaseSender _sender = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _sender = new CaseSender(_suite.Feeds, await _suite.Secret("socialcare", "cin-census")) { Notice = _notices.Add };
    }

    public async Task DisposeAsync()
    {
        _file.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task What_a_newer_return_has_no_more_is_withdrawn_inside_its_own_year_only()
    {
        await _sender.Send(Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01"), Child("CH-2", "2009-02-01"), Child("CH-3", "2009-03-31"), Child("CH-4", "2008-03-31")));

        var tally = await _sender.Send(Return("2009-05-20T09:00:00", Child("CH-2", "2009-02-01")));

        Assert.Equal((2, 4), (tally.Accepted, tally.Withdrawn));
        Assert.Equal(
            ["CH-2/2009-02-01", "CH-2/2009-02-01/A/2009-02-01", "CH-4/2008-03-31", "CH-4/2008-03-31/A/2008-03-31"],
            await Stored());
    }

    [Fact]
    public async Task An_older_return_changes_nothing()
    {
        var older = Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01"), Child("CH-2", "2009-02-01"));
        await _sender.Send(older);
        await _sender.Send(Return("2009-05-20T09:00:00", Child("CH-2", "2009-02-01"), Child("CH-5", "2008-12-01")));
        var before = await Stored();

        var tally = await _sender.Send(older);

        Assert.Equal(new SendTally { Stale = 4 }, tally);
        Assert.Equal(before, await Stored());
        Assert.Equal(["CH-2/2009-02-01", "CH-2/2009-02-01/A/2009-02-01", "CH-5/2008-12-01", "CH-5/2008-12-01/A/2008-12-01"], before);
    }

    [Fact]
    public async Task The_same_return_again_is_all_duplicates()
    {
        var path = Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01"));
        await _sender.Send(path);

        Assert.Equal(new SendTally { Duplicate = 2 }, await _sender.Send(path));
    }

    [Fact]
    public async Task A_record_that_the_suite_rejects_now_is_not_withdrawn_for_that()
    {
        await _sender.Send(Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01")));

        var tally = await _sender.Send(Return("2009-05-20T09:00:00", Child("CH-1", "2008-06-01", authorised: "2008-05-01")));

        Assert.Equal((1, 1, 0), (tally.Accepted, tally.Rejected, tally.Withdrawn));
        Assert.Equal(["CH-1/2008-06-01", "CH-1/2008-06-01/A/2008-06-01"], await Stored());
    }

    [Fact]
    public async Task A_return_with_a_record_that_cannot_be_named_withdraws_nothing_and_says_so()
    {
        await _sender.Send(Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01")));

        var tally = await _sender.Send(Return("2009-05-20T09:00:00", Child("CH-1", "")));

        Assert.Equal((1, 0), (tally.Rejected, tally.Withdrawn));
        Assert.Equal(2, (await Stored()).Count);
        Assert.Equal("Nothing is withdrawn for return-2009-05-20.xml, because 1 of its records could not be read.", Assert.Single(_notices));
    }

    [Fact]
    public async Task A_long_file_name_is_no_hindrance()
    {
        var older = Return("2009-04-20T09:00:00", Child("CH-1", "2008-06-01"), Child("CH-2", "2009-02-01"));
        var newer = Path.Combine(_file.Folder, new string('r', 150) + ".xml");
        File.Copy(Return("2009-05-20T09:00:00", Child("CH-2", "2009-02-01")), newer);

        await _sender.Send(older);

        Assert.Equal(2, (await _sender.Send(newer)).Withdrawn);
    }

    private string Return(string made, params string[] children) => _file.Write($"return-{made[..10]}.xml", $"""
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2009</Year><ReferenceDate>2009-03-31</ReferenceDate></CollectionDetails>
        <Source><DateTime>{made}</DateTime></Source></Header><Children>{string.Concat(children)}</Children></Message>
        """);

    private static string Child(string reference, string receivedOn, string authorised = "") => $"""
        <Child><ChildIdentifiers><LAchildID>{reference}</LAchildID></ChildIdentifiers>
        <CINdetails><CINreferralDate>{receivedOn}</CINreferralDate><ReferralSource>1A</ReferralSource>
        <Assessments><AssessmentActualStartDate>{receivedOn}</AssessmentActualStartDate><AssessmentAuthorisationDate>{authorised}</AssessmentAuthorisationDate></Assessments>
        </CINdetails></Child>
        """;

    private async Task<List<string>> Stored()
    {
        using var scope = _suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        var referrals = await db.Referrals.Where(referral => !referral.Deleted).Select(referral => referral.RecordId).ToListAsync();
        var assessments = await db.Assessments.Where(assessment => !assessment.Deleted).Select(assessment => assessment.RecordId).ToListAsync();
        return [.. referrals.Concat(assessments).Order(StringComparer.Ordinal)];
    }
}
