using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton(new BusinessClock(TimeProvider.System, new DateTime(2010, 8, 20, 8, 0, 0, DateTimeKind.Utc) - TimeProvider.System.GetUtcNow().UtcDateTime));
builder.Services.AddSingleton(new Council("Rotherham MBC"));

var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
