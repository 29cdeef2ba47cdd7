using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Platform.Ui;

/// <summary>One thing that waits for the signed-in person, as the home page lists it.</summary>
/// <param name="Words">What is to be done, as a link says it: "Accept 4 submitted updates".</param>
/// <param name="Path">The page where it is done; one that this person may open.</param>
/// <param name="Day">The day by which it is to be done or since which it waits; the oldest stands first. Null where there is none.</param>
/// <param name="When">What stands at the right instead of the day: "Stale".</param>
public sealed record ToDo(string Words, string Path, DateOnly? Day = null, string? When = null)
{
    /// <summary>Whether it goes before everything else and is marked red: somebody may not be safe.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether its day is today or has passed.</summary>
    public bool Presses(DateOnly today) => When is null && Day <= today;

    /// <summary>"Today", "1 day late", "31 Oct", "Stale", "No date".</summary>
    public string WhenWords(DateOnly today) => (When, Day) switch
    {
        ({ } word, _) => word,
        (_, null) => "No date",
        (_, { } day) when day == today => "Today",
        (_, { } day) when day < today => $"{Say.Count("day", today.DayNumber - day.DayNumber)} late",
        (_, { } day) => day.Year == today.Year ? Say.ShortDayAndMonth(day) : Say.ShortDate(day),
    };
}

/// <summary>
/// What waits for a person in one part of the suite. A module registers its own, and the home page shows all of them in one list. It asks the
/// database a fixed number of questions, and names nothing that the person may not open.
/// </summary>
public interface IToDoList
{
    /// <summary>A few rows: many things of one kind are one row with their number.</summary>
    Task<IReadOnlyList<ToDo>> For(Person person, CancellationToken cancel);
}
