using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Surveys;

/// <summary>The tables of surveys, with the five of the plan.</summary>
internal static class SurveyTables
{
    public static void AddSurveys(this ModelBuilder model)
    {
        model.Entity<Survey>(e =>
        {
            e.ToTable("survey");
            e.HasIndex(s => s.Code).IsUnique();
            e.Property(s => s.Version).IsConcurrencyToken();
            e.Ignore(s => s.Description);
            e.HasData(
                Of(1, "EOS-CYPS", "Employee opinion survey, CYPS", "staff of Children and Young People's Services whether they are satisfied with the council as an employer", SurveyValue.Satisfied),
                Of(2, "SCHOOLS-SURVEY-RESPONSE", "Audit Commission schools survey response rate", "schools what they think of the council's services to them; the plan counts how many answer", SurveyValue.Response),
                Of(3, "LAC-REVIEWS-SATISFACTION", "LAC reviews satisfaction", "children who are looked after, and their carers, whether their reviews were good", SurveyValue.Satisfied),
                Of(4, "SOCIAL-WORKER-SURVEY", "Social worker survey", "social workers whether they are satisfied with their work and how it is supported", SurveyValue.Satisfied),
                Of(5, "FAMILY-PLACEMENT-SURVEY", "Family placement survey (foster carers and adopters)", "foster carers and adopters whether they are satisfied with the family placement service", SurveyValue.Satisfied));
        });
        model.Entity<SurveyRound>(e =>
        {
            e.ToTable("survey_round");
            e.HasOne<Survey>().WithMany().HasForeignKey(r => r.SurveyId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(r => new { r.SurveyId, r.On, r.Whose }).IsUnique();
            e.Property(r => r.Version).IsConcurrencyToken();
            e.Ignore(r => r.IsComparator);
        });
    }

    private static object Of(int id, string code, string title, string asks, SurveyValue value) => new { Id = id, Code = code, Title = title, Asks = asks, Value = value, Version = 0 };
}
