using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Platform.PersonalData;

/// <summary>One module's answer to the question what is held about a person. A module that holds records of people registers one.</summary>
public interface IHeldData
{
    /// <summary>Everything under what was asked for that the person who asks may open, oldest first; what is closed to them is not said to be there.</summary>
    HeldAnswer Find(HeldQuestion question);
}

/// <summary>What is asked for.</summary>
/// <param name="Text">A child's reference, a record's, the pseudonym of one, or a worker's name, as it was typed.</param>
/// <param name="PersonId">Who asks.</param>
/// <param name="Teams">Whose records they may open; null for every team.</param>
/// <param name="Pseudonyms">Makes the pseudonym of what is stored, to compare.</param>
public sealed record HeldQuestion(string Text, string PersonId, IReadOnlyList<string>? Teams, Pseudonyms Pseudonyms);

/// <summary>What is held.</summary>
/// <param name="Subjects">The references or names that the question led to, as the source systems have them.</param>
/// <param name="Tables">One for each type of record of which there is any.</param>
public sealed record HeldAnswer(IReadOnlyList<string> Subjects, IReadOnlyList<HeldTable> Tables)
{
    /// <summary>Nothing that this person may open.</summary>
    public static readonly HeldAnswer Nothing = new([], []);
}

/// <summary>Records of one type, as text that a person can read.</summary>
public sealed record HeldTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
