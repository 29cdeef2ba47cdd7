using Google.Rpc;
using Grpc.Core;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>What a refusal or a cut means, in sentences.</summary>
internal static class SuiteErrors
{
    /// <summary>Whether the same batch may well be taken when it is sent again after a while.</summary>
    public static bool IsCut(RpcException error) => error.StatusCode is
        StatusCode.Unavailable or StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled or StatusCode.Aborted or StatusCode.DeadlineExceeded
        || IsTooFast(error);

    /// <summary>Unlike a full disk this passes by waiting.</summary>
    private static bool IsTooFast(RpcException error) =>
        error.StatusCode == StatusCode.ResourceExhausted && error.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Reason: "TOO_FAST" };

    public static SendFailedException Refused(RpcException error, Uri suite) => new(Sentence(error, suite), error);

    private static string Sentence(RpcException error, Uri suite)
    {
        if (error.StatusCode == StatusCode.Unavailable)
            return $"The suite at {suite} cannot be reached, or was lost and did not come back: {error.Status.Detail}";
        var details = error.GetRpcStatus();
        IEnumerable<string> sentences =
        [
            error.Status.Detail,
            // The suite's sentence is often the only violation's: it is not said twice.
            .. details?.GetDetail<BadRequest>()?.FieldViolations.Where(violation => violation.Description != error.Status.Detail)
                .Select(violation => $"{violation.Field}: {violation.Description}") ?? [],
            .. details?.GetDetail<ErrorInfo>() is { Reason.Length: > 0 } info ? [$"Reason: {info.Reason}."] : Array.Empty<string>(),
            Advice(error.StatusCode),
        ];
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Advice(StatusCode code) => code switch
    {
        StatusCode.Unauthenticated => "Check the feed key (--key, or IMPROVEMENTSUITE_FEED_KEY).",
        StatusCode.PermissionDenied => "The key must be one for this feed and this source system (--source).",
        StatusCode.Unimplemented => "The address does not answer as a case feed; check --to.",
        _ => "",
    };
}
