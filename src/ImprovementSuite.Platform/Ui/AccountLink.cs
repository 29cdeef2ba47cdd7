namespace ImprovementSuite.Platform.Ui;

/// <summary>Where the name of whoever is signed in leads to; not registered where people have no account of their own.</summary>
public sealed record AccountLink(string Path);
