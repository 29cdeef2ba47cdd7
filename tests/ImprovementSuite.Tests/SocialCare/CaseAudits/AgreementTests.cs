using ImprovementSuite.SocialCare.CaseAudits;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

public sealed class AgreementTests
{
    /// <summary>
    /// Two neurologists on 149 patients of Winnipeg (Westlund and Kurland 1953; Landis and Koch 1977), published as kappa 0.208 without weights and
    /// 0.380 with linear weights. By hand, with weights 1, 2/3, 1/3, 0: rows 44, 47, 35, 23; columns 84, 37, 11, 17.
    /// Seen: diagonal 38 + 11 + 5 + 10 = 64; one apart 5 + 33 + 3 + 14 + 6 + 3 = 64; two apart 0 + 0 + 10 + 7 = 17; so (64 + 64 x 2/3 + 17 / 3) / 149 = 0.75391.
    /// Chance: (44 x 84 + 47 x 37 + 35 x 11 + 23 x 17) = 6211; one apart 44 x 37 + 47 x 84 + 47 x 11 + 35 x 37 + 35 x 17 + 23 x 11 = 8236; two apart
    /// 44 x 11 + 35 x 84 + 47 x 17 + 23 x 37 = 5074; so (6211 + 8236 x 2/3 + 5074 / 3) / 149 squared = 0.60326. Kappa = (0.75391 - 0.60326) / (1 - 0.60326) = 0.380.
    /// </summary>
    [Fact]
    public void Weighted_kappa_of_a_published_example() => Assert.Equal(0.380m, Math.Round(Agreement.Weighted(Winnipeg)!.Value, 3));

    private static readonly int[,] Winnipeg = { { 38, 5, 0, 1 }, { 33, 11, 3, 0 }, { 10, 14, 5, 6 }, { 3, 7, 3, 10 } };

    [Fact]
    public void Full_agreement_is_1_and_what_chance_gives_is_0()
    {
        Assert.Equal(1m, Agreement.Weighted(new[,] { { 5, 0, 0, 0 }, { 0, 5, 0, 0 }, { 0, 0, 5, 0 }, { 0, 0, 0, 5 } }));
        Assert.Equal(0m, Math.Round(Agreement.Weighted(new[,] { { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 } })!.Value, 10));
    }

    [Fact]
    public void One_grade_for_every_file_says_nothing() => Assert.Null(Agreement.Weighted(new[,] { { 0, 0, 0, 0 }, { 0, 30, 0, 0 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } }));

    [Fact]
    public void Under_20_files_nothing_is_said()
    {
        Assert.Null(new Agreement(Pairs(19)).Kappa);
        Assert.NotNull(new Agreement(Pairs(20)).Kappa);
        Assert.Null(new Agreement(Pairs(19)).Kinder);
    }

    [Fact]
    public void Rows_are_the_first_auditor_and_columns_the_second()
    {
        var agreement = new Agreement([new("A", 1, 2), new("A", 2, 2), new("B", 4, 1)]);

        Assert.Equal((1, 1, 1, 0), (agreement.Table[0, 1], agreement.Table[1, 1], agreement.Table[3, 0], agreement.Table[1, 0]));
        Assert.Equal((3, 1, 1, 0, 1), (agreement.Files, agreement.Same, agreement.Apart(1), agreement.Apart(2), agreement.Apart(3)));
    }

    /// <summary>Place 1 is the best: a first auditor who gives 1 where the second gives 3 is two kinder. (2 + 1 + 0 + 0 - 1) / 5 = 0.4.</summary>
    [Fact]
    public void Kinder_is_the_mean_of_the_second_grade_less_the_first()
    {
        var agreement = new Agreement([new("A", 1, 3), new("A", 2, 3), new("A", 2, 2), new("A", 4, 4), new("A", 3, 2), new("B", 1, 4)]);

        Assert.Equal([("A", 5, 0.4m), ("B", 1, null)], agreement.Leniency);
    }

    private static List<TwoGrades> Pairs(int files) => [.. Enumerable.Range(0, files).Select(i => new TwoGrades("A", i % 4 + 1, i % 3 + 1))];
}
