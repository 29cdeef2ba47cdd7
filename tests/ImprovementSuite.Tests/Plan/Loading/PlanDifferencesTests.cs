using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Tests.Plan.Loading;

public sealed class PlanDifferencesTests
{
    private static readonly PlanFile Before = Plan2010.File;

    private static PlanFile Changed(Action<PlanFile> change)
    {
        using var json = PlanLoader.Plan2010();
        var plan = PlanFileReader.Read(json);
        change(plan);
        return plan;
    }

    private static PlanChange Only(PlanFile after) => Assert.Single(PlanDifferences.Between(Before, after).Changes);

    [Fact]
    public void The_same_plan_has_none()
    {
        var differences = PlanDifferences.Between(Before, Changed(_ => { }));

        Assert.Empty(differences.Changes);
        Assert.Empty(differences.Kept);
        Assert.Equal([1, 29, 34, 3], differences.Unchanged.Values);
    }

    [Fact]
    public void All_is_new_where_there_is_no_plan()
    {
        var differences = PlanDifferences.Between(null, Before);

        Assert.Equal([1, 29, 34, 3], Enum.GetValues<PlanPart>().Select(part => differences.Count(part, ChangeKind.New)));
        Assert.All(differences.Unchanged.Values, number => Assert.Equal(0, number));
    }

    [Fact]
    public void A_line_says_each_field_before_and_after()
    {
        var change = Only(Changed(plan =>
        {
            var line = plan.Lines.Single(line => line.Ref == "1.3");
            (line.Name, line.Declared, line.DeclaredReason) = ("Processes", Colour.Green, "All are agreed");
            line.Milestones[2].Done = true;
            line.Leads.RemoveAt(1);
        }));

        Assert.Equal((PlanPart.Line, ChangeKind.Changed, "1.3"), (change.Part, change.Kind, change.Key));
        Assert.Equal(
            [
                new("Name", Before.Lines[5].Name, "Processes"), new("Leads", "John Dunn, RBT; Rebecca Wragg", "John Dunn, RBT"), new("Declared colour", "Amber", "Green"), new("Reason", null, "All are agreed"),
                new FieldChange("Milestone: Project plan for the remaining processes commenced", "due 31 August 2010", "due 31 August 2010; done"),
            ], change.Fields);
    }

    [Fact]
    public void A_measure_says_its_stages_baselines_and_readings_in_its_unit()
    {
        var change = Only(Changed(plan =>
        {
            var measure = plan.Measures.Single(measure => measure.Code == "AGENCY-SPEND");
            measure.Stages.Add(new Stage { By = new(2012, 3, 31), From = new(2011, 4, 1), Stored = StoredFigure.Of(Figure.Of(123_456_789, Unit.Pence)), Standing = true, Note = "proposed" });
            measure.Baselines.Clear();
        }));

        Assert.Equal(
            [
                new("Stage by 31 March 2012", null, "£1,234,567.89; throughout; added up from 1 April 2011; note: proposed"),
                new FieldChange("Baseline: 2009/10, 12 months", "£1,843,627; on 31 March 2010; note: £1,811,768 for social care, £1,390,402 of it through the Duttons contract", null),
            ], change.Fields);
    }

    [Fact]
    public void Nothing_is_rounded_away()
    {
        var change = Only(Changed(plan => plan.Measures[0].Baselines[1] = new Baseline
        {
            Label = "position November 2009", On = new(2009, 11, 30), DateInferred = true, Stored = StoredFigure.Of(Figure.AsStated(59.8001m)),
        }));

        Assert.Equal(new FieldChange("Baseline: position November 2009", "59.8%; on 30 November 2009 (date inferred)", "59.8001%; on 30 November 2009 (date inferred)"), Assert.Single(change.Fields));
    }

    [Fact]
    public void A_reading_that_the_file_leaves_out_stays_and_one_that_it_tells_otherwise_is_a_change()
    {
        var after = Before with { Readings = [.. Before.Readings.Where(reading => reading.Measure is not ("NI59" or "NI60" or "NI68")), Of("NI59", 80.5m), Of("NI68", 79.74m)] };
        var differences = PlanDifferences.Between(Before, after);

        Assert.Equal(new FieldChange("Reading year to date, 1 April to 20 August 2010, published", "80.11%", "80.5%"), Assert.Single(Assert.Single(differences.Changes).Fields));
        Assert.Equal("1 reading that the file does not have stays: what was read is not taken back by an import.", Assert.Single(differences.Kept));

        // Told again on another day it is no news.
        static Reading Of(string measure, decimal percent) => new()
        {
            Measure = measure, PeriodKind = PeriodKind.YearToDate, From = new(2010, 4, 1), To = new(2010, 8, 20), Origin = Origin.Published, KnownOn = new(2010, 9, 1), Stated = percent,
        };
    }

    [Fact]
    public void A_line_put_between_others_is_new_and_the_others_have_not_moved()
    {
        var change = Only(Before with { Lines = [.. Before.Lines.Take(3), new Line { Ref = "1.0", Theme = "T", Name = "N", Action = "A" }, .. Before.Lines.Skip(3)] });

        Assert.Equal((PlanPart.Line, ChangeKind.New, "1.0"), (change.Part, change.Kind, change.Key));
        Assert.Equal([new("Theme", null, "T"), new("Name", null, "N"), new FieldChange("Action", null, "A")], change.Fields);
    }

    [Fact]
    public void Lines_in_another_order_are_one_change_of_the_plan()
    {
        var change = Only(Before with { Lines = [.. Before.Lines.Skip(1), Before.Lines[0]] });

        Assert.Equal((PlanPart.Plan, PlanDifferences.LineOrder), (change.Part, Assert.Single(change.Fields).Field));
    }

    [Fact]
    public void A_frozen_panel_and_one_that_people_worked_for_stay()
    {
        var after = Before with { Panels = [new(2010, 7, 13)], Frozen = [] };

        var held = PlanDifferences.Between(Before, after, new HashSet<DateOnly> { new(2010, 9, 29) });

        Assert.Equal((PlanPart.Panel, ChangeKind.Removed, "22 April 2010"), (held.Changes[0].Part, held.Changes[0].Kind, Assert.Single(held.Changes).Title));
        Assert.Equal(
            ["The panel of 13 July 2010 is frozen. The file says otherwise of it, and it stays as it is.", "The panel of 29 September 2010 is not in the file. It has updates, decisions or papers and stays."],
            held.Kept);
    }
}
