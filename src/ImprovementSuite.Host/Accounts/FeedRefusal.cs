using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace ImprovementSuite.Host.Accounts;

/// <summary>A call that is refused before its method is reached, in the form of its protocol.</summary>
internal static class FeedRefusal
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(Google.Rpc.ErrorDetailsReflection.Descriptor)));

    public static async Task Write(HttpContext http, RpcException refusal, int status, TimeSpan? wait = null)
    {
        var response = http.Response;
        if (wait is { } seconds)
            response.Headers.RetryAfter = FeedLimits.Seconds(seconds);
        if (http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            // What gRPC calls trailers only: the call ends with its headers.
            response.ContentType = "application/grpc";
            Put(response.Headers, refusal);
            return;
        }
        response.StatusCode = status;
        response.ContentType = "application/json";
        await response.WriteAsync(Json.Format(refusal.GetRpcStatus()), http.RequestAborted);
    }

    public static void Put(IHeaderDictionary headers, RpcException refusal)
    {
        headers["grpc-status"] = $"{(int)refusal.StatusCode}";
        headers["grpc-message"] = Uri.EscapeDataString(refusal.Status.Detail);
        foreach (var detail in refusal.Trailers.Where(trailer => trailer.IsBinary))
            headers[detail.Key] = Convert.ToBase64String(detail.ValueBytes);
    }
}
