using ImprovementSuite.SocialCare.AnnexA.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.AnnexA;

/// <summary>The import of Annex A workbooks: its services and its table.</summary>
internal static class AnnexASetup
{
    public static void AddAnnexA(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AnnexAImport>().AddSingleton<AnnexAReading>().AddSingleton<AnnexADoor>().AddTransient<AnnexAWork>();
        builder.Services.AddSingleton<UploadFolder>().AddHostedService<CutOffUploads>();
    }

    public static void AddAnnexA(this ModelBuilder model) => model.Entity<AnnexAUpload>(e =>
    {
        e.ToTable("annex_a_import");
        e.Ignore(upload => upload.Result);
    });
}
