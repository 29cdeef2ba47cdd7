using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.Pages;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.Where(a => a.Contains('='))], ContentRootPath = AppContext.BaseDirectory });
    var options = SuiteOptions.Parse(args, builder.Configuration);

    builder.AddSuite(options);
    builder.AddPages(options.IsDemo);
    builder.AddPeople(options.IsDemo);
    builder.AddFeedAccess(SocialCareModule.Name, "plan");
    builder.AddSocialCare();

    await using var app = builder.Build();
    await app.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
    if (!options.IsServing)
        return await app.Services.RunCommand(options);

    app.UsePages();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapPages();
    app.MapGrpcHealthChecksService().AllowAnonymous();
    app.MapSocialCare();

    await app.ServeAsync(options);
    return 0;
}
catch (CannotStartException reason)
{
    Console.Error.WriteLine(reason.Message);
    return 1;
}
