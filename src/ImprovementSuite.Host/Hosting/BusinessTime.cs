using System.Globalization;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Hosting;

/// <summary>The demo's clock began at 09:00 on 20 August 2010 when its data folder was made, and has run on since. Elsewhere business time is the time.</summary>
internal static class BusinessTime
{
    private static readonly DateTime DemoBegins = BusinessClock.Utc(new DateOnly(2010, 8, 20), new TimeOnly(9, 0));

    public static BusinessClock Clock(SuiteOptions options, DataFolder folder)
    {
        if (!options.IsDemo)
            return new BusinessClock(TimeProvider.System);

        var file = folder.Of("demo-began");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder.Path);
            File.WriteAllText(file, TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O"));
        }
        var began = DateTime.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return new BusinessClock(TimeProvider.System, DemoBegins - began);
    }
}
