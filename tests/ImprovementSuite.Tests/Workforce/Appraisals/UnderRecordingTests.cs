using CsCheck;
using ImprovementSuite.Workforce.Appraisals;

namespace ImprovementSuite.Tests.Workforce.Appraisals;

public sealed class UnderRecordingTests
{
    [Fact]
    public void Nine_of_forty_among_thirty_six_in_a_hundred()
    {
        var says = new UnderRecording(64, 100, 40, 9);

        // Wilson's interval of 9 of 40 at 95 in 100 is 12.3% to 37.5%.
        Assert.Equal((72.1m, 68.4m, 77.5m), (Math.Round(says.About, 1), Math.Round(says.Low, 1), Math.Round(says.High, 1)));
    }

    [Fact]
    public void A_sample_of_nobody_says_nothing()
    {
        var sample = new AppraisalSample();
        sample.Set(new(2010, 7, 31), 0, 0, "J. Marsh", null);

        Assert.Null(UnderRecording.From(64, 100, sample));
        Assert.Null(UnderRecording.From(64, 100, null));
    }

    [Fact]
    public void The_estimate_lies_in_its_range_and_never_under_what_is_recorded() =>
        (from staff in Gen.Long[1, 5000]
         from recorded in Gen.Long[0, staff]
         from lookedAt in Gen.Int[1, 400]
         from held in Gen.Int[0, lookedAt]
         select new UnderRecording(recorded, staff, lookedAt, held)).Sample(says =>
        {
            var least = 100m * says.Recorded / says.Staff - 0.000001m;
            return least <= says.Low && says.Low <= says.About + 0.000001m && says.About <= says.High + 0.000001m && says.High <= 100.000001m;
        });
}
