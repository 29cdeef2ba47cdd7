using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare;

try
{
    var options = SuiteOptions.Parse(args);
    await using var app = SuiteApp.Build(options);
    await app.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
    if (!options.IsServing)
        return await app.Services.RunCommand(options);
    await app.ServeAsync(options);
    return 0;
}
catch (CannotStartException reason)
{
    Console.Error.WriteLine(reason.Message);
    return 1;
}

/// <summary>The suite's table of contents.</summary>
internal static class SuiteApp
{
    /// <summary>The whole application, not yet started.</summary>
    public static WebApplication Build(SuiteOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.Settings], ContentRootPath = AppContext.BaseDirectory,
            // Not the entry assembly: the tests host the suite too, and its static files go by this name.
            ApplicationName = typeof(SuiteApp).Assembly.GetName().Name,
        });

        builder.AddSuite(options);
        builder.AddFeedAccess(SocialCareModule.Name, "plan");
        builder.AddSocialCare();

        var app = builder.Build();

        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapSocialCare();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
