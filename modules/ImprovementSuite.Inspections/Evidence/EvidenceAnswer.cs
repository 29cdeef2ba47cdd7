using Microsoft.AspNetCore.Mvc;

namespace ImprovementSuite.Inspections.Evidence;

/// <summary>What a person who opens a piece of evidence is answered with.</summary>
internal static class EvidenceAnswer
{
    /// <summary>The file, as it was brought in, or the way to the link that is kept; null where the file is gone, or the link leads nowhere on the web.</summary>
    public static async Task<ActionResult?> Answer(this EvidenceStore store, EvidenceItem item, CancellationToken cancel)
    {
        if (item.Link is { } link)
            return Address(link) is { } address ? new RedirectResult(address) : null;
        return await store.Open(item.Sha256!, cancel) is { } content ? new FileStreamResult(content, item.MediaType!) { FileDownloadName = item.FileName! } : null;
    }

    /// <summary>The link in letters that a header can have.</summary>
    private static string? Address(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri : null;
}
