using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>Places in the list of cell formats below.</summary>
internal static class ExcelStyle
{
    public const uint Text = 1;
    public const uint Quoted = 2;
    public const uint Head = 3;
    public const uint Title = 4;
    public const uint Whole = 5;
    public const uint Decimal = 6;
    public const uint Percent = 7;
    public const uint Pounds = 8;
    public const uint Day = 9;

    public const uint FiguresHead = 10;

    /// <summary>The first of the computed colours, which follow in their own order.</summary>
    public const uint Red = 11;
}

/// <summary>The formats of the Excel pack's cells.</summary>
internal static class ExcelStyles
{
    private static readonly Colour[] Colours = Enum.GetValues<Colour>();

    public static string Xml { get; } =
        $"""
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <numFmts count="2"><numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0.00"/><numFmt numFmtId="165" formatCode="d\ mmm\ yyyy"/></numFmts>
          <fonts count="8">
            <font><sz val="10"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/></font>
            <font><b/><sz val="10"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/></font>
            <font><b/><sz val="13"/><color rgb="FF0B0C0C"/><name val="Arial"/><family val="2"/></font>
            {Each(colour => $"""<font><b/><sz val="10"/><color rgb="FF{RatingFill.Of(colour).Text}"/><name val="Arial"/><family val="2"/></font>""")}
          </fonts>
          <fills count="8">
            <fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFEEF3F8"/></patternFill></fill>
            {Each(colour => $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{RatingFill.Of(colour).Fill}"/></patternFill></fill>""")}
          </fills>
          <borders count="3">
            <border><left/><right/><top/><bottom/><diagonal/></border>
            <border><left/><right/><top/><bottom style="thin"><color rgb="FFCECECE"/></bottom><diagonal/></border>
            <border><left/><right/><top/><bottom style="medium"><color rgb="FF0B0C0C"/></bottom><diagonal/></border>
          </borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="16">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            {Words(0, 0, 1)}
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="2" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
            {Number(3)}{Number(4)}{Number(10)}{Number(164)}{Number(165)}
            <xf numFmtId="0" fontId="1" fillId="2" borderId="2" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1" indent="1"/></xf>
            {Each(colour => Words(3 + (int)colour, 3 + (int)colour, 1))}
          </cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    private static string Words(int font, int fill, int border) =>
        $"""<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>""";

    private static string Number(int format) =>
        $"""<xf numFmtId="{format}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>""";

    private static string Each(Func<Colour, string> write) => string.Concat(Colours.Select(write));
}
