using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Learning;
using ImprovementSuite.Workforce.Surveys;
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
    }
}
