using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.Data.Sqlite;
using Kind = ImprovementSuite.Workforce.Feed.V1.WorkforceRecord.RecordOneofCase;
using V1 = ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.Workforce.Data;

/// <summary>
/// What a record is at odds with among those that count: two people in one post, a post that ends while somebody is in it, an invoice that came before.
/// Sentences name records and never people, because whoever looks after the feeds reads them.
/// </summary>
internal sealed class Conflicts(SqliteConnection connection)
{
    private const int WholePost = 100;

    public Problem? Of(WorkforceRecord record, IntakeTransaction transaction)
    {
        var self = new Self(transaction.SourceId, record.Key.RecordId, record.Key.Version);
        return record.RecordCase switch
        {
            Kind.Post when IsNews(Tables.Post, self) => OfPost(record.Key.Deleted ? null : record.Post, self),
            Kind.PersonInPost when !record.Key.Deleted && IsNews(Tables.PersonInPost, self) && Counts(transaction, Tables.PersonInPost, record.PersonInPost.StartsOn) => OfPerson(record.PersonInPost, self),
            Kind.Invoice when !record.Key.Deleted && IsNews(Tables.Invoice, self) && Counts(transaction, Tables.Invoice, record.Invoice.ReceivedOn) => OfInvoice(record.Invoice, self),
            _ => null,
        };
    }

    private static bool Counts(IntakeTransaction transaction, string type, string day) => transaction.IsSourceOfRecord(type, IsoDay.Read(day)!.Value);

    /// <summary>A version that is stored already, or an older one, changes nothing, so it is at odds with nothing.</summary>
    private bool IsNews(string table, Self self) =>
        connection.Scalar<long>($"SELECT EXISTS (SELECT 1 FROM {table} WHERE SourceId = $1 AND RecordId = $2 AND Version >= $3)", self.SourceId, self.RecordId, self.Version) == 0;

    private Problem? OfPost(V1.Post? post, Self self)
    {
        var number = post?.Post_.Trim() ?? connection.Query(
            "SELECT Number FROM post WHERE SourceId = $1 AND RecordId = $2 AND Counts = 1", row => row.GetString(0), self.SourceId, self.RecordId).FirstOrDefault();
        if (number is null)
            return null;
        var others = Terms(number, self);
        if (post is not null && others.Where(other => other.StartsOn == IsoDay.Read(post.StartsOn)).Select(other => other.RecordId).FirstOrDefault() is { } twin)
            return new(RejectionCode.Conflict, "starts_on", $"Post {number} from {post.StartsOn} is record {twin} already: send a later version of it, or give another day.");

        var ends = others.Select(other => other.EndsOn).Append(post is null ? DateOnly.MinValue : IsoDay.Read(post.EndsOn)).ToList();
        if (ends.Contains(null))
            return null;
        var last = ends.Max()!.Value;
        var holder = connection.Query(
            "SELECT RecordId FROM person_in_post WHERE Number = $1 AND Counts = 1 AND (EndsOn IS NULL OR EndsOn > $2) ORDER BY StartsOn LIMIT 1", row => row.GetString(0), number, last).FirstOrDefault();
        return holder is null ? null : new(RejectionCode.Conflict, "ends_on", post is null
            ? $"Post {number} cannot go while somebody is in it (record {holder}): end their time in it first."
            : $"Post {number} ends on {last:yyyy-MM-dd}, and somebody is in it after that (record {holder}): end their time in it first, or correct the day.");
    }

    private Problem? OfPerson(V1.PersonInPost person, Self self)
    {
        var (number, fte) = (person.Post.Trim(), (int)NumberText.Hundredths(person.Fte)!.Value);
        var (from, to) = (IsoDay.Read(person.StartsOn)!.Value, IsoDay.Read(person.EndsOn) ?? DateOnly.MaxValue);
        var terms = Terms(number, null);
        if (terms.Count > 0 && terms.TrueForAll(term => term.EndsOn is not null) && terms.Max(term => term.EndsOn!.Value) is var last && to > last)
            return new(RejectionCode.Conflict, "ends_on", $"Post {number} ends on {last:yyyy-MM-dd}, and this person is in it {(to == DateOnly.MaxValue ? "without an end" : $"until {to:yyyy-MM-dd}")}: give a day by then in ends_on, or correct the post first.");

        var others = connection.Query(
            """
            SELECT RecordId, Fte, StartsOn, COALESCE(EndsOn, $5) FROM person_in_post
            WHERE Number = $1 AND Counts = 1 AND StartsOn <= $4 AND (EndsOn IS NULL OR EndsOn >= $3) AND NOT (SourceId = $2 AND RecordId = $6)
            """,
            row => (RecordId: row.GetString(0), Fte: row.GetInt32(1), From: row.GetDay(2), To: row.GetDay(3)), number, self.SourceId, from, to, DateOnly.MaxValue, self.RecordId);
        // The sum can only pass what the post has on a day on which somebody begins.
        foreach (var day in others.Select(other => other.From).Where(day => day > from).Append(from).Order())
        {
            var there = others.Where(other => other.From <= day && day <= other.To).ToList();
            var (sum, has) = (fte + there.Sum(other => other.Fte), terms.Where(term => term.StartsOn <= day).OrderBy(term => term.StartsOn).Select(term => (int?)term.Fte).LastOrDefault() ?? WholePost);
            if (there.Count > 0 && sum > has)
                return new(RejectionCode.Conflict, "starts_on", $"On {day:yyyy-MM-dd} post {number} would have {Posts(sum)} in {Posts(has)} full-time equivalent, with {string.Join(" and ", there.Select(other => $"record {other.RecordId}"))}: end one first, or correct the hours.");
        }
        return null;
    }

    private Problem? OfInvoice(V1.Invoice invoice, Self self)
    {
        var twin = connection.Query(
            "SELECT RecordId FROM invoice WHERE Counts = 1 AND Agency = $1 COLLATE NOCASE AND Number = $2 AND NOT (SourceId = $3 AND RecordId = $4) LIMIT 1",
            row => row.GetString(0), invoice.Agency.Trim(), invoice.Number.Trim(), self.SourceId, self.RecordId).FirstOrDefault();
        return twin is null ? null : new(RejectionCode.Conflict, "number", $"Invoice {invoice.Number} of {invoice.Agency} is record {twin} already: it is counted once. Send a later version of that record where it has changed.");
    }

    private List<(string RecordId, DateOnly StartsOn, DateOnly? EndsOn, int Fte)> Terms(string number, Self? except) => connection.Query(
        "SELECT RecordId, StartsOn, EndsOn, Fte FROM post WHERE Number = $1 AND Counts = 1 AND NOT (SourceId = $2 AND RecordId = $3)",
        row => (row.GetString(0), row.GetDay(1), row.IsDBNull(2) ? (DateOnly?)null : row.GetDay(2), row.GetInt32(3)), number, except?.SourceId ?? 0, except?.RecordId ?? "");

    private static string Posts(int hundredths) => (hundredths / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Self(int SourceId, string RecordId, long Version);
}
