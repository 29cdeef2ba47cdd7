using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Caseload;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Managers;
using ImprovementSuite.Workforce.Surveys;
using ImprovementSuite.Workforce.Teams;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Data;

/// <summary>The tables of what the module keeps about people's work beside the feed's records.</summary>
internal static class PeopleModel
{
    public static void AddPeople(this ModelBuilder model)
    {
        model.AddAppraisalSamples();
        model.AddSurveys();
        model.AddLearning();
        model.AddRestructures();
        model.AddCaseload();
        model.Entity<PublishedManagers>(e => { e.ToTable("managers_published"); e.HasKey(m => m.Month); e.Property(m => m.Month).ValueGeneratedNever(); });
    }
}
