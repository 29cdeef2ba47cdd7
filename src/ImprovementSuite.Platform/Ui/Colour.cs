namespace ImprovementSuite.Platform.Ui;

/// <summary>A rating as people see it. The order is the order of every page: what needs attention first.</summary>
public enum Colour
{
    /// <summary>Red.</summary>
    Red,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Complete, shown in blue.</summary>
    Complete,

    /// <summary>No colour: no reading, nothing due, no target, or not yet due.</summary>
    None,
}

/// <summary>Where performance, not the value, is going: up is always better.</summary>
public enum Direction
{
    /// <summary>Better than before.</summary>
    Improving,

    /// <summary>About the same.</summary>
    Level,

    /// <summary>Worse than before.</summary>
    Worsening,
}
