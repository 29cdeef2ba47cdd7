namespace ImprovementSuite.Platform.Files;

/// <summary>A file that cannot be taken as a whole. Its message is for people: what is wrong, where, and what to do.</summary>
public sealed class FileRefusedException(string message) : Exception(message);
