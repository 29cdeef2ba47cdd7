namespace ImprovementSuite.Platform.Mail;

/// <summary>A message in plain text to one person.</summary>
/// <param name="MessageId">The Message-Id, without angle brackets: the same for the same message, however often it is handed over.</param>
/// <param name="Address">The e-mail address that it goes to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text; lines end in a line feed.</param>
public sealed record Letter(string MessageId, string Address, string Subject, string Body);
