namespace ImprovementSuite.SocialCare.Restricted;

/// <summary>A person who may open the records of a restricted case. Nobody else may, whatever their tasks; its figures count for all.</summary>
internal sealed class NamedReader
{
    public int Id { get; private set; }

    /// <summary>The child's reference.</summary>
    public required string Child { get; init; }

    /// <summary>Whoever signs in by this identifier.</summary>
    public required string PersonId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; init; }
}
