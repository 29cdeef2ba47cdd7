namespace ImprovementSuite.FeedAgent;

/// <summary>The sending stopped. The message is a sentence for the person who sent; what had a receipt before is on the suite's disk.</summary>
public sealed class SendFailedException(string sentence, Exception? reason = null) : Exception(sentence, reason);
