namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>A file that cannot be read; the message is a sentence for the person who sends it.</summary>
internal sealed class ExtractException(string sentence, Exception? reason = null) : Exception(sentence, reason);
