using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Ui;
using MediatR;

namespace ImprovementSuite.Workforce.Learning;

/// <summary>
/// A course or session, planned or held. It is held when it is said how many came: counts of staff and of managers, and nobody by name. What is held and
/// addresses practice issues is told to other modules, and told again when it changes.
/// </summary>
internal sealed class LearningEvent
{
    public int Id { get; private set; }

    /// <summary>Its identifier in messages.</summary>
    public string Key { get; private init; } = Guid.NewGuid().ToString("N");

    public string Title { get; private set; } = "";

    /// <summary>Its day; of several days the last.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Codes of the practice issues that it addresses.</summary>
    public IReadOnlyList<string> Issues { get; private set; } = [];

    /// <summary>Who is to have it: teams, localities, or the whole authority.</summary>
    public IReadOnlyList<Scope> Teams { get; private set; } = [];

    /// <summary>Whether it trains in the common assessment framework.</summary>
    public bool IsCaf { get; private set; }

    /// <summary>How many staff came, managers left out; null until it is held.</summary>
    public int? Staff { get; private set; }

    public int? Managers { get; private set; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>Of the last message about it; 0 where none was sent.</summary>
    public long Revision { get; private set; }

    /// <summary>Whether the last message said that it was delivered.</summary>
    public bool IsTold { get; private set; }

    public int Version { get; private set; }

    public bool IsHeld => Staff is not null && WithdrawnWhy is null;

    public int People => Staff.GetValueOrDefault() + Managers.GetValueOrDefault();

    /// <summary>"Central 2, all of North", "the whole authority".</summary>
    public string Who => Teams.Count == 0 ? "nobody named" : Say.List([.. Teams.Select(Name)]);

    public static string Name(Scope scope) => scope.Kind switch
    {
        ScopeKind.Team => scope.Code, ScopeKind.Locality => $"all of {scope.Code}", _ => "the whole authority",
    };

    public void Plan(string title, DateOnly on, IReadOnlyList<string> issues, IReadOnlyList<Scope> teams, bool isCaf) => (Title, On, Issues, Teams, IsCaf) = (title, on, issues, teams, isCaf);

    /// <summary>It was held and so many came; or, without numbers, it has not been held yet.</summary>
    public void Hold(int? staff, int? managers) => (Staff, Managers) = (staff, staff is null ? null : managers ?? 0);

    public void Withdraw(string why) => WithdrawnWhy = why;

    /// <summary>Whether it is for a team: by name, by its locality, or with the whole authority.</summary>
    public bool IsFor(string team, string locality) => Teams.Any(scope => scope.Kind switch
    {
        ScopeKind.Authority => true,
        ScopeKind.Locality => scope.Code == locality,
        _ => scope.Code == team && (string.IsNullOrEmpty(scope.Within) || scope.Within == locality),
    });

    /// <summary>What others are to be told of it now, under its next revision; null where there is nothing to tell or to take back.</summary>
    /// <param name="above">A number that the revision must be above, so that it wins after a restore too.</param>
    public INotification? Tell(long above)
    {
        var tells = IsHeld && Issues.Count > 0;
        if (!tells && !IsTold)
            return null;
        (Revision, IsTold) = (Math.Max(Revision, above) + 1, tells);
        return tells ? new LearningDelivered(Key, Title, Issues, On, Teams, People, Revision) : new LearningWithdrawn(Key, Revision);
    }

    /// <summary>"Voice of the child, 2010-06-14, Central 2; 9 staff and 2 managers; issues 16" as the change log keeps it.</summary>
    public string InLog() =>
        $"{Title}, {On:yyyy-MM-dd}, {Who}; {(Staff is null ? "not held yet" : $"{Staff} staff and {Managers} managers")}{(Issues.Count == 0 ? "" : $"; issues {string.Join(", ", Issues)}")}{(IsCaf ? "; CAF training" : "")}{(WithdrawnWhy is null ? "" : $"; withdrawn: {WithdrawnWhy}")}";
}
