using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Pages.PersonalData;

internal static class PersonalDataPages
{
    /// <summary>What is held about a person, for how long, and the removal of what is past its time; of every module that holds any.</summary>
    public static void AddPersonalDataPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavigationItem("Find a record", "/find", Tasks.SeeReferences));
        builder.Services.AddSingleton(new NavigationItem("Personal data", "/personal-data", Tasks.LookAfterPersonalData));
        builder.Services.AddSingleton<RetentionOfAll>().AddTransient<RetentionWork>();
        builder.Services.AddScoped<IToDoList, RulesToSet>();
    }
}

/// <summary>The retention of every module that keeps records of people.</summary>
internal sealed class RetentionOfAll(IEnumerable<RetainedRecords> modules, IEnumerable<Recalculator> recalculators, IEnumerable<MigratedDatabase> databases, BusinessClock clock)
{
    public IReadOnlyList<Retention> Modules { get; } = [.. modules.Select(records => new Retention(records, recalculators, clock))];

    /// <summary>A module's retention and one of its types, by the names in an address; null where there is none.</summary>
    public (Retention Module, RetainedType Type)? Named(string? module, string? type) =>
        Modules.FirstOrDefault(m => m.Records.Database.Name == module) is { } of && of.Records.Types.FirstOrDefault(t => t.Name == type) is { } chosen ? (of, chosen) : null;

    /// <summary>The context in which the module's rules and runs are.</summary>
    public ModuleDb Context(Retention module, IServiceProvider services) =>
        (ModuleDb)services.GetRequiredService(databases.First(database => database.Database == module.Records.Database).Context);
}

/// <summary>The background job of removals. What is asked for is a row: a start asks for the job again, because Hangfire forgets its own.</summary>
internal sealed class RetentionWork(RetentionOfAll retention)
{
    public void Run()
    {
        foreach (var module in retention.Modules)
            module.RemoveWhatIsAsked();
    }
}
