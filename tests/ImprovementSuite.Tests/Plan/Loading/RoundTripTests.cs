using System.Text;
using CsCheck;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.Loading.Workbook;

namespace ImprovementSuite.Tests.Plan.Loading;

/// <summary>What is exported and imported again changes nothing.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void The_plan_of_2010_by_JSON() => Same(Plan2010.File, ByJson(Plan2010.File));

    [Fact]
    public void The_plan_of_2010_by_Excel() => Same(Plan2010.File, ByExcel(Plan2010.File));

    [Fact]
    public void Any_plan_by_JSON() => RandomPlans.One.Sample(plan => Same(plan, ByJson(plan)), iter: 200);

    [Fact]
    public void Any_plan_by_Excel() => RandomPlans.One.Sample(plan => Same(plan, ByExcel(plan)), iter: 100);

    [Fact]
    public void A_text_that_is_too_long_for_a_cell_goes_on_in_the_next_column()
    {
        var plan = Read(Json(Plan2010.File));
        plan.Lines[0].Commentary = string.Concat(Enumerable.Repeat("Twenty thousand signs and more. 😀 ", 2500)) + "The end.";

        Same(plan, ByExcel(plan));
    }

    [Fact]
    public void The_export_of_2010_is_the_plan_as_it_ships()
    {
        using var shipped = PlanLoader.Plan2010();

        Assert.Equal(Json(PlanFileReader.Read(shipped)), Json(ByExcel(Plan2010.File)));
    }

    private static void Same(PlanFile plan, PlanFile again)
    {
        Assert.Equal(Json(plan), Json(again));
        Assert.Empty(PlanDifferences.Between(plan, again).Changes);
    }

    private static PlanFile ByJson(PlanFile plan) => Read(Json(plan));

    private static PlanFile Read(string json) => AnyPlanFile.Read(Encoding.UTF8.GetBytes(json));

    private static PlanFile ByExcel(PlanFile plan)
    {
        using var file = new MemoryStream();
        WorkbookWriter.Write(plan, file);
        return AnyPlanFile.Read(file.ToArray());
    }

    private static string Json(PlanFile plan)
    {
        using var json = new MemoryStream();
        PlanFileWriter.Write(plan, json);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
