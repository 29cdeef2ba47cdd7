using System.Globalization;
using System.Xml;
using ImprovementSuite.Platform.Files;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Measures;

namespace ImprovementSuite.Workforce.Importing;

/// <summary>
/// The children's social work workforce census as councils return it: XML, read forwards, a worker after the other. Of a worker only what the rates need is
/// kept, under a mark of the registration number.
/// </summary>
internal static class CensusFile
{
    public const string Form = "census";

    private const string Root = "Message";
    private const string Worker = "CSWWWorker";

    /// <summary>Fields of the records and the elements that fill them.</summary>
    private static readonly Dictionary<string, string> Elements = new()
    {
        ["year"] = "Year", ["reference_on"] = "ReferenceDate", ["vacancies_fte"] = "NumberOfVacancies", ["worker"] = "SWENo", ["agency"] = "AgencyWorker", ["org_role"] = "OrgRole", ["fte"] = "FTE",
        ["role_starts_on"] = "RoleStartDate", ["role_ends_on"] = "RoleEndDate", ["cases"] = "Cases30", ["days_lost"] = "WorkingDaysLost",
    };

    private static readonly RecordForm Return = InElements(Tables.CensusReturn);
    private static readonly RecordForm Workers = InElements(Tables.CensusWorker);

    /// <summary>Reads it into a draft that is empty.</summary>
    /// <exception cref="FileRefusedException">It cannot be taken as a whole.</exception>
    public static void Read(Stream content, ImportDraft draft)
    {
        try
        {
            using var xml = BoundedXml.Reader(content);
            Read(xml, draft);
        }
        catch (XmlException broken) when (broken.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new FileRefusedException("The file has a document type (DTD), which is not taken, because it can make a reader fetch or unfold anything. Export the return again without it.");
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            throw new FileRefusedException($"The file is no XML{(broken is XmlException { LineNumber: > 0 } at ? $" from line {at.LineNumber:N0} on" : "")}. Export the return again from the system that made it.");
        }
    }

    private static void Read(XmlReader xml, ImportDraft draft)
    {
        int? year = null;
        var (reference, workers, header) = ("", 0, false);
        while (xml.Forward())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == 0 && xml.LocalName != Root)
                throw new FileRefusedException($"The file is no workforce census: it begins with {CellText.Short(xml.LocalName)}, and a return begins with {Root}. Choose the XML file that was sent to the department.");
            switch (xml.LocalName)
            {
                case "Header":
                    header = true;
                    break;
                case "Year" when header && year is null:
                    var text = Text(xml);
                    year = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : throw new FileRefusedException($"The Year in the Header is \"{CellText.Short(text)}\", which is no year. Export the return again with the year of the census.");
                    break;
                case "ReferenceDate" when header:
                    reference = Text(xml);
                    break;
                case "NumberOfVacancies":
                    var line = LineOf(xml);
                    AddReturn(draft, line, YearOf(), reference, Text(xml));
                    break;
                case Worker:
                    draft.Rows = ++workers;
                    AddWorker(draft, xml, YearOf(), workers);
                    break;
            }
        }
        _ = YearOf();
        if (draft.Records.Concat<object>(draft.Faults).Any() && draft.Records.All(record => record.Type != Tables.CensusReturn) && draft.Faults.All(fault => fault.Heading is not ("NumberOfVacancies" or "ReferenceDate")))
            draft.Fault(1, "NumberOfVacancies", "The return does not say how many posts are vacant (LALevelVacancies, NumberOfVacancies), so its rates cannot be counted: add it and bring the file in again.");
        if (workers == 0 && draft.Records.Count == 0)
            throw new FileRefusedException($"The return has no {Worker} and no NumberOfVacancies. Choose the XML file that was sent to the department.");

        int YearOf() => year ?? throw new FileRefusedException(header
            ? "The Header of the return has no Year before what it is of. Export the return again with the year of the census."
            : "The return has no Header, which says the year of the census. Export it again from the system that made it.");
    }

    private static void AddReturn(ImportDraft draft, int line, int year, string reference, string vacancies) => draft.Add(
        Return, line, new WorkforceRecord { CensusReturn = new() { Year = year, ReferenceOn = reference.Length > 0 ? reference : $"{CensusMeasures.RoundOf(year):yyyy-MM-dd}", VacanciesFte = vacancies } }, deleted: false);

    private static void AddWorker(ImportDraft draft, XmlReader xml, int year, int place)
    {
        var (line, faults) = (LineOf(xml), draft.Faults.Count);
        var said = Children(xml);
        string Said(string element) => said.GetValueOrDefault(element, "");
        var worker = new CensusWorker
        {
            Year = year, Worker = Said("SWENo"), OrgRole = Said("OrgRole"), RoleStartsOn = Said("RoleStartDate"), RoleEndsOn = Said("RoleEndDate"), DaysLost = Said("WorkingDaysLost"),
            // Of who has left FTE is 0, and FTE30 says the hours of the last day.
            Fte = Said("RoleEndDate").Length > 0 && Said("FTE").Trim('0', '.').Length == 0 && Said("FTE30").Length > 0 ? Said("FTE30") : Said("FTE"),
        };
        if (Said("SWENo").Length == 0)
            Wrong("SWENo", "SWENo is empty: without it the same person cannot be known again in the next return. Give the registration number.");
        if (Said("AgencyWorker") is not ("0" or "1"))
            Wrong("AgencyWorker", $"AgencyWorker is \"{CellText.Short(Said("AgencyWorker"))}\": give 1 for an agency worker and 0 for one whom the council employs.");
        worker.Agency = Said("AgencyWorker") == "1";
        if (Said("Cases30") is { Length: > 0 } cases)
        {
            if (int.TryParse(cases, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                worker.Cases = number;
            else
                Wrong("Cases30", $"Cases30 is \"{CellText.Short(cases)}\", which is no whole number: correct it.");
        }
        if (draft.Faults.Count > faults)
            return;
        draft.Add(Workers, line, new WorkforceRecord { CensusWorker = worker }, deleted: false);
        for (var i = faults; i < draft.Faults.Count; i++)
            draft.Faults[i] = draft.Faults[i] with { Sentence = $"Worker {place:N0}: {draft.Faults[i].Sentence}" };

        void Wrong(string element, string sentence) => draft.Fault(line, element, $"Worker {place:N0}: {sentence}");
    }

    /// <summary>The elements within the one that the reader stands on, by name; it then stands on its end.</summary>
    private static Dictionary<string, string> Children(XmlReader xml)
    {
        var (said, depth, name) = (new Dictionary<string, string>(), xml.Depth, "");
        if (xml.IsEmptyElement)
            return said;
        while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
                name = xml.LocalName;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && Elements.ContainsValue(name) | name == "FTE30")
                said[name] = said.GetValueOrDefault(name, "") + xml.Value.Trim();
        }
        return said;
    }

    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = ("", xml.Depth);
        while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text += xml.Value;
        return text.Trim();
    }

    /// <summary>The form of a type of record as a return has it: its elements are the headings, and its days are no people's days.</summary>
    private static RecordForm InElements(string type)
    {
        var form = WorkforceForms.Named(type);
        return form with { Columns = [.. form.Columns.Select(column => column with { Heading = Elements.GetValueOrDefault(column.Field, column.Field), Kind = CellKind.Text })] };
    }

    private static int LineOf(XmlReader xml) => xml is IXmlLineInfo { LineNumber: var line } ? line : 0;
}
