using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Status = Google.Rpc.Status;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>What a sender is told when a whole call cannot be taken: a status, a sentence, and google.rpc details that a program can read.</summary>
public static class FeedErrors
{
    private const string Domain = "improvementsuite";
    private const int SqliteFull = 13;

    /// <summary>INVALID_ARGUMENT with the field.</summary>
    public static RpcException Invalid(string field, string sentence) => Invalid([(field, sentence)]);

    /// <summary>INVALID_ARGUMENT with every field that is wrong; the status itself says the first.</summary>
    public static RpcException Invalid(IReadOnlyList<(string Field, string Sentence)> problems) => WithDetail(
        Code.InvalidArgument, problems[0].Sentence,
        new BadRequest { FieldViolations = { problems.Select(problem => new BadRequest.Types.FieldViolation { Field = problem.Field, Description = problem.Sentence }) } });

    /// <summary>NOT_FOUND.</summary>
    public static RpcException NotFound(string sentence) => WithReason(Code.NotFound, "NOT_FOUND", sentence);

    /// <summary>ABORTED: somebody else has saved since; read again and send again.</summary>
    public static RpcException ChangedSince(string sentence) => WithReason(Code.Aborted, "CHANGED_SINCE", sentence);

    /// <summary>UNAUTHENTICATED: no key, or one that is not taken (any more).</summary>
    public static RpcException Unauthenticated(string sentence) => WithReason(Code.Unauthenticated, "KEY_NOT_TAKEN", sentence);

    /// <summary>PERMISSION_DENIED.</summary>
    public static RpcException Refused(string sentence) => WithReason(Code.PermissionDenied, "OUT_OF_SCOPE", sentence);

    /// <summary>FAILED_PRECONDITION.</summary>
    public static RpcException NotTaken(string reason, string sentence) => WithReason(Code.FailedPrecondition, reason, sentence);

    /// <summary>RESOURCE_EXHAUSTED.</summary>
    public static RpcException TooMuch(string reason, string sentence) => WithReason(Code.ResourceExhausted, reason, sentence);

    /// <summary>RESOURCE_EXHAUSTED that passes by itself: what was refused may be sent again after <paramref name="wait"/>.</summary>
    public static RpcException TooFast(string sentence, TimeSpan wait) => WithDetail(
        Code.ResourceExhausted, sentence, new ErrorInfo { Domain = Domain, Reason = "TOO_FAST" }, new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) });

    /// <summary>DEADLINE_EXCEEDED: a stream was open and nothing whole came on it for so long.</summary>
    public static RpcException Idle(TimeSpan patience) => WithReason(
        Code.DeadlineExceeded, "IDLE", $"No whole message came on this stream for {patience.TotalSeconds:N0} seconds, so it was ended; the receipts before stand. Open another when there is something to send.");

    /// <summary>RESOURCE_EXHAUSTED: a message far beyond what any method takes, or one that unfolds to that.</summary>
    public static RpcException MessageTooLarge(string which) => TooMuch(
        "MESSAGE_TOO_LARGE", $"{which} is far larger than a call may send, or unfolds to that, and was not read. Send fewer records in a batch.");

    /// <summary>INVALID_ARGUMENT: what came is none of the messages that the method takes.</summary>
    public static RpcException NoMessage(string which) => Invalid(
        "message", $"{which} cannot be read as what this method takes. Send it as the suite's .proto files say, whole and with nothing after it.");

    /// <summary>What it means to a sender that gRPC could not read a message; null where the failure is another.</summary>
    public static RpcException? Unreadable(Exception failure, string which) => failure switch
    {
        InvalidProtocolBufferException or InvalidDataException => NoMessage(which),
        // Too large a one, a half one, one that is folded in an unknown way: gRPC says what, and neither where nor what to do.
        RpcException { Trailers.Count: 0 } told => Unreadable(told.StatusCode, which),
        RpcException { StatusCode: StatusCode.ResourceExhausted } => MessageTooLarge(which),
        _ => null,
    };

    /// <summary>As the other <c>Unreadable</c>, where only the status is known.</summary>
    public static RpcException? Unreadable(StatusCode status, string which) => status switch
    {
        StatusCode.Unknown or StatusCode.Internal => NoMessage(which),
        StatusCode.ResourceExhausted => MessageTooLarge(which),
        _ => null,
    };

    /// <summary>What a failed write means to a sender. Nothing of the batch was kept in any case.</summary>
    public static RpcException NotKept(Exception failure) => failure switch
    {
        RpcException told => told,
        SqliteException { SqliteErrorCode: SqliteFull } => TooMuch(
            "DISK_FULL", "The suite has no room left on its disk. Nothing of this batch was kept. Make room, or raise Storage:MaxPages, and send the batch again."),
        ObjectDisposedException or OperationCanceledException => WithReason(
            Code.Unavailable, "STOPPING", "The suite is stopping. Nothing of this batch was kept: send it again when the suite is back."),
        _ => WithReason(Code.Internal, "NOT_KEPT", "The suite could not keep this batch. Nothing of it was kept: send it again, and tell the suite's administrator if it fails again."),
    };

    private static RpcException WithReason(Code code, string reason, string sentence) =>
        WithDetail(code, sentence, new ErrorInfo { Domain = Domain, Reason = reason });

    private static RpcException WithDetail(Code code, string sentence, params IEnumerable<Google.Protobuf.IMessage> details) =>
        new Status { Code = (int)code, Message = sentence, Details = { details.Select(Any.Pack) } }.ToRpcException();
}
