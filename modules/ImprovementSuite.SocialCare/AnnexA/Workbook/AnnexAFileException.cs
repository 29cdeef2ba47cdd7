namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>A file that cannot be read as an Annex A workbook; the message is a sentence for the person who sent it.</summary>
internal sealed class AnnexAFileException(string sentence) : Exception(sentence);
