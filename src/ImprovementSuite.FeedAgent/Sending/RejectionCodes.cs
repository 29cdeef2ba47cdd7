using Google.Protobuf.Reflection;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>Codes under the names that the protos give them, such as END_BEFORE_START.</summary>
internal static class RejectionCodes
{
    public static string Name(RejectionCode code) =>
        FeedReflection.Descriptor.FindTypeByName<EnumDescriptor>("RejectionCode").FindValueByNumber((int)code)?.Name ?? $"{(int)code}";
}
