using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.PersonalData;

/// <summary>Types of record of which nobody has said how long they are kept.</summary>
internal sealed class RulesToSet(RetentionOfAll retention, IServiceProvider services) : IToDoList
{
    public async Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel)
    {
        if (!person.May(Tasks.LookAfterPersonalData))
            return [];
        var without = 0;
        foreach (var module in retention.Modules)
            without += module.Records.Types.Count - await retention.Context(module, services).Set<RetentionRule>().CountAsync(cancel);
        return without > 0 ? [new ToDo($"Say how long {Say.Count("type", without)} of records {(without == 1 ? "is" : "are")} kept", "/personal-data", When: "No rule")] : [];
    }
}
