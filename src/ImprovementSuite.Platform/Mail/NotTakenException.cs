namespace ImprovementSuite.Platform.Mail;

/// <summary>The mail server certainly does not have the message: it may be sent again.</summary>
public sealed class NotTakenException(string message, Exception reason) : Exception(message, reason);
