using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>In how many audits something was found, of how many.</summary>
internal readonly record struct Share(long Found, long Completed)
{
    /// <summary>Of fewer audits a share says nothing.</summary>
    public const int Few = 10;

    public bool IsFew => Completed < Few;

    /// <summary>In percent; null where no audit was completed.</summary>
    public decimal? Percent => Completed == 0 ? null : 100m * Found / Completed;

    /// <summary>"12 of 30".</summary>
    public override string ToString() => Say.Of(Found, Completed);
}

/// <summary>A share in one span and in the span that follows: what the counts say, and no cause of it.</summary>
internal readonly record struct Change(Share Before, Share After)
{
    public bool IsTooFew => Before.IsFew || After.IsFew;

    /// <summary>"Fell from 12 of 30 to 5 of 28, 40.0% to 17.9%".</summary>
    public string Words => IsTooFew ? "Too few to judge" : (After.Found * Before.Completed).CompareTo(Before.Found * After.Completed) switch
    {
        < 0 => $"Fell from {Before} to {After}, {Percents}",
        > 0 => $"Rose from {Before} to {After}, {Percents}",
        _ => $"The same share: {Before}, then {After}",
    };

    // Two spans seldom hold as many audits, and counts of unlike size are hard to compare.
    private string Percents => $"{Say.PercentInTable(Before.Percent!.Value)} to {Say.PercentInTable(After.Percent!.Value)}";
}
