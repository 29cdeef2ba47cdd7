using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>What is known of learning: what it was, when, on which practice issues (by code), who had it and how many people came.</summary>
internal sealed record Delivered(string Title, DateOnly On, IReadOnlyList<string> Issues, IReadOnlyList<Scope> Teams, int People)
{
    /// <summary>"Central 2 and Central 3", "all of North", "every team".</summary>
    public string Who => Teams.Count == 0 ? "no team named" : Say.List([.. Teams.Select(Name)]);

    /// <summary>A team or locality as a list of them names it.</summary>
    public static string Name(Scope scope) => scope.Kind switch { ScopeKind.Team => scope.Code, ScopeKind.Locality => $"all of {scope.Code}", _ => "every team" };

    /// <summary>"Voice of the child, 14 June 2010, Central 2 and Central 3, 11 people".</summary>
    public override string ToString() => $"{Title}, {Say.Date(On)}, {Who}, {Say.Count("person", People, "people")}";
}

/// <summary>
/// Learning that was delivered: the module's own copy of what the Workforce module sends, or typed by a moderator of audits. How many people
/// came is a count; nobody is named.
/// </summary>
internal sealed class LearningEvent
{
    private LearningEvent()
    {
    }

    public int Id { get; private set; }

    /// <summary>The Workforce module's identifier; null where it was typed.</summary>
    public string? WorkforceId { get; private init; }

    /// <summary>The Workforce module's count; the higher one wins.</summary>
    public long Revision { get; private set; }

    /// <summary>The Workforce module took it back. Its revision is kept, so that an earlier message that comes late does not bring it again.</summary>
    public bool IsWithdrawn { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly On { get; private set; }

    public IReadOnlyList<string> Issues { get; private set; } = [];

    public IReadOnlyList<Scope> Teams { get; private set; } = [];

    public int People { get; private set; }

    /// <summary>Who typed it; null where it came from the Workforce module.</summary>
    public string? TypedBy { get; private init; }

    public DateOnly? TypedOn { get; private init; }

    /// <summary>Whether it is of the demo's sample.</summary>
    public bool IsInvented { get; private init; }

    public int Version { get; private set; }

    public Delivered What => new(Title, On, Issues, Teams, People);

    public bool IsTyped => WorkforceId is null;

    /// <summary>Where it comes from, in words.</summary>
    public string Source => this switch
    {
        { IsTyped: false } => "From the Workforce module",
        { IsInvented: true } => "Invented for the demo",
        _ => $"Typed by {TypedBy} on {Say.Date(TypedOn!.Value)}",
    };

    public bool Addresses(string issue) => Issues.Contains(issue);

    public static LearningEvent Typed(Delivered what, Actor by, DateOnly on, bool invented = false)
    {
        var learning = new LearningEvent { TypedBy = by.Name, TypedOn = on, IsInvented = invented };
        learning.Becomes(what);
        return learning;
    }

    public static LearningEvent FromWorkforce(string id) => new() { WorkforceId = id };

    /// <summary>What was typed was not quite so.</summary>
    public void Correct(Delivered what)
    {
        if (!IsTyped)
            throw new InvalidOperationException("Learning that came from the Workforce module is corrected there.");
        Becomes(what);
    }

    /// <returns>Whether it is news.</returns>
    public bool Take(LearningDelivered delivered)
    {
        if (delivered.Revision <= Revision)
            return false;
        (Revision, IsWithdrawn) = (delivered.Revision, false);
        Becomes(new(delivered.Title, delivered.On, delivered.Issues, delivered.Teams, delivered.People));
        return true;
    }

    /// <returns>Whether it is news.</returns>
    public bool Take(LearningWithdrawn withdrawn)
    {
        if (withdrawn.Revision <= Revision)
            return false;
        (Revision, IsWithdrawn) = (withdrawn.Revision, true);
        return true;
    }

    private void Becomes(Delivered what) => (Title, On, Issues, Teams, People) = (what.Title, what.On, what.Issues, what.Teams, what.People);
}
