namespace ImprovementSuite.Inspections.Evidence;

/// <summary>Why a file is not taken, as the person who chose it reads it.</summary>
internal sealed class EvidenceFileException(string sentence) : Exception(sentence);
