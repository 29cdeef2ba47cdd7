namespace ImprovementSuite.Schools.Register;

/// <summary>Which schools are the council's, whom they are compared with, and when a school is at risk. One row.</summary>
internal sealed class SchoolSettings
{
    public int Id { get; private set; }

    /// <summary>The council's own three digits; empty until somebody has said, or a register of one authority came.</summary>
    public string Authority { get; private set; } = "";

    public string AuthorityName { get; private set; } = "";

    /// <summary>Statistical neighbours, a line each: "210 Southwark".</summary>
    public string Neighbours { get; private set; } = "";

    /// <summary>A school so many hundredths of a point above the floor, or nearer, is at risk.</summary>
    public int RiskPoints { get; private set; }

    /// <summary>A head is new for so many months.</summary>
    public int NewHeadMonths { get; private set; }

    /// <summary>An inspection is due so many months after the last one.</summary>
    public int InspectionMonths { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<(string Code, string Name)> NeighbourAreas =>
        [.. Neighbours.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (line[..3], line[3..].Trim()))];

    public void Set(string authority, string authorityName, string neighbours, int riskPoints, int newHeadMonths, int inspectionMonths) =>
        (Authority, AuthorityName, Neighbours, RiskPoints, NewHeadMonths, InspectionMonths) = (authority, authorityName, neighbours, riskPoints, newHeadMonths, inspectionMonths);

    /// <summary>A register of one authority says whose it is.</summary>
    public void IsOf(string authority, string name) => (Authority, AuthorityName) = (authority, name);
}
