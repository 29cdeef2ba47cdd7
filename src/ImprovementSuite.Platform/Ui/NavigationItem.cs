namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// A section of the suite, registered as a singleton by whoever owns it. Sections stand in the order of registration, and only those whose
/// task the person has.
/// </summary>
/// <param name="Title">What the link says.</param>
/// <param name="Path">The section's first page; the pages under it belong to the section.</param>
/// <param name="Task">The task that lets a person read it; one of <see cref="People.Tasks"/>.</param>
public sealed record NavigationItem(string Title, string Path, string Task)
{
    /// <summary>The pages inside the section, shown as its sub-navigation.</summary>
    public IReadOnlyList<NavigationItem> Within { get; init; } = [];

    /// <summary>Further paths that people find under it. A step "#" is any number, such as a school's.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>A page about the suite itself, linked at the foot of every page.</summary>
/// <param name="Title">What the link says.</param>
/// <param name="Path">The page.</param>
public sealed record FooterLink(string Title, string Path);

/// <summary>A module's part of the home page, registered as a singleton.</summary>
/// <param name="Order">Parts stand in this order.</param>
/// <param name="ViewPath">A partial view, such as "/Pages/Plan/_Home.cshtml"; it asks for what it shows.</param>
/// <param name="Task">The task that lets a person read it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record HomePart(int Order, string ViewPath, string Task, HomePlace Place = HomePlace.Main);

/// <summary>Where on the home page.</summary>
public enum HomePlace
{
    /// <summary>Under the date: a sentence that says where to go first.</summary>
    Sentence,

    /// <summary>The wide column of cards.</summary>
    Main,

    /// <summary>The narrow column: what to do, whether the data is in.</summary>
    Beside,
}

/// <summary>The council that runs this suite, as the header names it.</summary>
/// <param name="Name">Such as "Rotherham MBC".</param>
public sealed record Council(string Name)
{
    /// <summary>Whom to tell of a barrier, such as "performance.team@rotherham.gov.uk or 01709 000000"; null where it is not set.</summary>
    public string? Contact { get; init; }
}
