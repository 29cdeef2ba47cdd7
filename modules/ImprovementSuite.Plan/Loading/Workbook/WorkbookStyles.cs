namespace ImprovementSuite.Plan.Loading.Workbook;

/// <summary>How cells of a plan's workbook look, by the number under which a cell names it.</summary>
internal static class WorkbookStyles
{
    public const uint Head = 1;
    public const uint Text = 2;
    public const uint Day = 3;
    public const uint Number = 4;

    /// <summary>A text that looks like a formula: it stays a text also when somebody edits the cell.</summary>
    public const uint Quoted = 5;

    public const uint Title = 6;
    public const uint Strong = 7;

    public const string Xml =
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <numFmts count="1"><numFmt numFmtId="164" formatCode="d\ mmmm\ yyyy"/></numFmts>
          <fonts count="4">
            <font><sz val="11"/><name val="Calibri"/></font>
            <font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>
            <font><b/><sz val="16"/><name val="Calibri"/></font>
            <font><b/><sz val="11"/><name val="Calibri"/></font>
          </fonts>
          <fills count="3">
            <fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FF1D3C5C"/></patternFill></fill>
          </fills>
          <borders count="1"><border/></borders>
          <cellStyleXfs count="1"><xf/></cellStyleXfs>
          <cellXfs count="8">
            <xf/>
            <xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
            <xf applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf fontId="2" applyFont="1"/>
            <xf fontId="3" numFmtId="49" applyFont="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
          </cellXfs>
        </styleSheet>
        """;
}
