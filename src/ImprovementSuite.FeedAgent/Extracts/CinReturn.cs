using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>
/// A children in need census, the XML return that every council in England makes. A return holds a whole year, so records that an older
/// return of the year had and this one lacks are withdrawn.
/// </summary>
internal sealed class CinReturn : RecordExtract<CaseRecord>
{
    public CinReturn(string path) : base(path)
    {
        using var file = OpenFile();
        using var xml = Reader(file);
        try
        {
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "Message" || !xml.ReadToDescendant("Header"))
                throw new ExtractException($"{Name} is not a census return: its root should be Message, with Header in it.");
            ReadHeader((XElement)XNode.ReadFrom(xml));
            // To the end, so that a broken file is found before anything of it is sent.
            while (xml.Read()) { }
        }
        catch (XmlException broken)
        {
            throw Broken(broken);
        }
    }

    public override string UsualSource => "cin-census";

    /// <summary>When the return was made, in milliseconds since 1970: a later return replaces an earlier one.</summary>
    public long Version { get; private set; }

    /// <summary>The year that the return answers for, by the day of referral.</summary>
    public DateOnly WindowFrom => ReferenceDate.AddYears(-1).AddDays(1);

    /// <inheritdoc cref="WindowFrom"/>
    public DateOnly ReferenceDate { get; private set; }

    public override IEnumerable<ExtractRow<CaseRecord>> Rows(Action<long>? position = null)
    {
        using var file = OpenFile();
        using var xml = Reader(file);
        var children = new CinChildren(Version);
        while (NextChild(xml) is { } child)
        {
            foreach (var row in children.Read(child))
                yield return row;
            position?.Invoke(file.Position);
        }
        position?.Invoke(Size);
    }

    private static XmlReader Reader(FileStream file) => XmlReader.Create(file, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    });

    private XElement? NextChild(XmlReader xml)
    {
        try
        {
            while (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Child")
                if (!xml.Read())
                    return null;
            using var one = xml.ReadSubtree();
            var child = XElement.Load(one, LoadOptions.SetLineInfo);
            one.Close();
            xml.Read();
            return child;
        }
        catch (XmlException broken)
        {
            throw Broken(broken);
        }
    }

    private void ReadHeader(XElement header)
    {
        string Of(string name) => header.Descendants().FirstOrDefault(part => part.Name.LocalName == name)?.Value.Trim() ?? "";
        if (Of("Collection") is var collection && !collection.Equals("CIN", StringComparison.OrdinalIgnoreCase))
            throw new ExtractException($"{Name} is a return of the collection \"{collection}\"; only the children in need census (CIN) can be sent.");
        if (!DateOnly.TryParseExact(Of("ReferenceDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var referenceDate))
            throw new ExtractException($"{Name}: the header's ReferenceDate is \"{Of("ReferenceDate")}\"; it should be a date such as 2026-03-31.");
        ReferenceDate = referenceDate;
        var made = DateTimeOffset.TryParse(Of("DateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : new DateTimeOffset(referenceDate, TimeOnly.MinValue, TimeSpan.Zero);
        Version = made.ToUnixTimeMilliseconds();
    }

    private ExtractException Broken(XmlException broken) =>
        // What reads XML says of entities only how a program would let them in.
        broken.Message.Contains("DTD", StringComparison.Ordinal)
        ? new($"{Name} begins with a document type (DOCTYPE), which a census return does not need and which is not read. Take it out, or have the return made again.", broken)
        : broken.LineNumber == 0
        ? new($"{Name} cannot be read: {broken.Message}", broken)
        : new($"{Name}, line {broken.LineNumber}, column {broken.LinePosition}: the file is broken here. {broken.Message}", broken);
}
