using ImprovementSuite.SocialCare.AnnexA.Reading;

namespace ImprovementSuite.SocialCare.AnnexA.Importing;

/// <summary>What a whole workbook came to.</summary>
/// <param name="SavedAt">When it was last saved, UTC; where it does not say, when it was sent.</param>
/// <param name="OtherSheets">Sheets that are no list of Annex A.</param>
/// <param name="Accepted">Records that were new or newer.</param>
/// <param name="Duplicate">Records that were stored already.</param>
/// <param name="Stale">Records of which a later workbook has told.</param>
/// <param name="Reconciled">Records that were compared with another source and do not count.</param>
/// <param name="Compared">How it stands against other sources of record.</param>
internal sealed record AnnexAResult(
    DateTime SavedAt, IReadOnlyList<ListResult> Lists, IReadOnlyList<string> OtherSheets, long Accepted, long Duplicate, long Stale, long Reconciled,
    IReadOnlyList<ComparedType> Compared)
{
    public long Rows => Lists.Sum(list => list.Rows);

    public long Rejected => Lists.Sum(list => list.Rejected);
}

/// <summary>A type of record of which another source is the source of record.</summary>
/// <param name="Sources">The sources of record.</param>
/// <param name="Differences">In how many records the workbook's source, with all that it ever sent, differs from them.</param>
internal sealed record ComparedType(string RecordType, IReadOnlyList<string> Sources, long Differences);

/// <summary>How far the reading is.</summary>
/// <param name="List">The list that is being read; 0 before the first.</param>
/// <param name="Rows">Rows read of the whole workbook.</param>
/// <param name="Share">How much of it, from 0 to 1.</param>
internal sealed record AnnexAProgressNow(int List, long Rows, double Share);

/// <summary>A thing that is wrong with a row, for whoever sent the workbook.</summary>
/// <param name="Place">"List 3, row 7, Date of referral".</param>
internal sealed record RejectedCell(string RecordType, string RecordId, string Place, string Sentence)
{
    /// <summary>The place in its parts; a list that is not taken at all has no row.</summary>
    public (string Sheet, string Row, string Column) Parts => Place.Split(", ", 3) switch
    {
        [var sheet, var row, var column] => (sheet, row.Replace("row ", ""), column),
        [var sheet, ..] => (sheet, "", ""),
        _ => ("", "", ""),
    };
}
