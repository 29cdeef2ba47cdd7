using ImprovementSuite.Host.Pages;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Time;

var demo = args.Contains("demo");
var builder = WebApplication.CreateBuilder(args);
builder.AddPages(demo);
builder.AddPeople(demo);
builder.Services.AddSingleton(new BusinessClock(
    TimeProvider.System,
    demo ? BusinessClock.Utc(new DateOnly(2010, 8, 20), new TimeOnly(9, 0)) - TimeProvider.System.GetUtcNow().UtcDateTime : default));

var app = builder.Build();
app.UsePages();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapPages();
app.Run();
