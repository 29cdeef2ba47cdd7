using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>The register of schools as Get Information about Schools exports it. Schools of other authorities are passed over; names of heads are never kept.</summary>
internal static class RegisterFile
{
    private const string Urn = "URN";
    private const string Authority = "LA (code)";
    private const string Name = "EstablishmentName";
    private const string Status = "EstablishmentStatus (name)";
    private const string NotApplicable = "Not applicable";

    /// <summary>Fields of the record and the headings that fill them.</summary>
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["urn"] = Urn, ["name"] = Name, ["local_authority"] = Authority, ["establishment_number"] = "EstablishmentNumber", ["type"] = "TypeOfEstablishment (name)",
        ["type_group"] = "EstablishmentTypeGroup (name)", ["status"] = Status, ["opened_on"] = "OpenDate", ["closed_on"] = "CloseDate", ["closed_why"] = "ReasonEstablishmentClosed (name)",
        ["phase"] = "PhaseOfEducation (name)", ["lowest_age"] = "StatutoryLowAge", ["highest_age"] = "StatutoryHighAge", ["capacity"] = "SchoolCapacity", ["pupils"] = "NumberOfPupils",
        ["free_school_meals"] = "PercentageFSM", ["trust"] = "Trusts (name)", ["postcode"] = "Postcode", ["district"] = "DistrictAdministrative (name)",
        ["inspection_grade"] = "OfstedRating (name)", ["inspected_on"] = "OfstedLastInsp", ["successors"] = "Linked establishments",
    };

    /// <summary>Reads it whole.</summary>
    /// <param name="authority">The council's own; empty where nobody has said: then the file must be of one authority.</param>
    /// <exception cref="ImportFileException">It cannot be taken as a whole.</exception>
    public static ImportDraft Read(CsvFile file, string authority, Pseudonyms pseudonyms, DateOnly today)
    {
        file.Need("register of schools", Urn, Authority, Name, Status);
        var columns = Headings.ToDictionary(heading => heading.Key, heading => file.Column(heading.Value));
        int[] head = [file.Column("HeadTitle (name)"), file.Column("HeadFirstName"), file.Column("HeadLastName")];
        var (draft, own, of) = (new ImportDraft(today), new List<(DraftLine Line, Feed.V1.School School)>(), authority);
        while (file.Next())
        {
            draft.Begin(file);
            var code = Text("local_authority");
            if (of.Length == 0 && code.Length > 0)
                of = code;
            if (authority.Length == 0 && code.Length > 0 && code != of)
                throw new ImportFileException(
                    $"Line {file.Line:N0}: the file has schools of several authorities ({of} and {Cells.Short(code)}). Say first which authority is yours, under Settings, and choose the file again.");
            // A line that names no authority may be one's own: it is told, and not passed over.
            if (code.Length > 0 && code != of)
                draft.PassOver();
            else
                own.Add(Read());
        }
        Successors.Infer([.. own.Select(one => one.School)]);
        foreach (var (line, school) in own)
            draft.Add(line, new SchoolRecord { School = school }, SchoolRecordCheck.Urn(school.Urn) is null ? "" : school.Urn, SchoolRecordCheck.Urn(school.Urn) ?? 0, Headings);
        return draft;

        string Text(string field) => file[columns[field]];

        (DraftLine, Feed.V1.School) Read()
        {
            var line = new DraftLine(file.Line, $"{Text("urn")} {Text("name")}".Trim());
            if (file.IsTooLong())
                draft.Fault(line, "", "The line has more cells than there are headings: look for a comma in a name that is not in quotation marks.");
            var school = new Feed.V1.School
            {
                Urn = Text("urn"), Name = Text("name"), LocalAuthority = Text("local_authority"), EstablishmentNumber = Text("establishment_number"), Type = Text("type"),
                TypeGroup = Text("type_group"), Status = Text("status"), OpenedOn = Day("opened_on"), ClosedOn = Day("closed_on"),
                ClosedWhy = Text("closed_why") is var why && why.Equals(NotApplicable, StringComparison.OrdinalIgnoreCase) ? "" : why, Phase = Text("phase"),
                FreeSchoolMeals = Cells.Figure(Text("free_school_meals"), isScore: false), Trust = Text("trust"), Postcode = Text("postcode").ToUpperInvariant(), District = Text("district"),
                InspectionGrade = Text("inspection_grade"), InspectedOn = Day("inspected_on"), HeadMark = HeadMark(),
            };
            if (Whole("lowest_age") is { } lowest)
                school.LowestAge = lowest;
            if (Whole("highest_age") is { } highest)
                school.HighestAge = highest;
            if (Whole("capacity") is { } capacity)
                school.Capacity = capacity;
            if (Whole("pupils") is { } pupils)
                school.Pupils = pupils;
            school.Successors.AddRange(Successors.Named(Text("successors")));
            return (line, school);

            string Day(string field) => draft.Day(line, Headings[field], Text(field));

            int? Whole(string field) => draft.Whole(line, Headings[field], Text(field));
        }

        string HeadMark()
        {
            var name = string.Join(' ', head.Select(column => file[column]).Where(part => part.Length > 0));
            return name.Length == 0 ? "" : pseudonyms.Of($"head {name}");
        }
    }
}
