namespace ImprovementSuite.Workforce.Importing;

/// <summary>A file that cannot be taken as a whole. Its message is for people: what is wrong, where, and what to do.</summary>
internal sealed class ImportFileException(string message) : Exception(message);
