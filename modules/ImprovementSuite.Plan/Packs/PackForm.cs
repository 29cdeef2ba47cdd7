namespace ImprovementSuite.Plan.Packs;

/// <summary>A form in which a pack is downloaded.</summary>
internal enum PackForm
{
    Word,
    Excel,
}

internal static class PackForms
{
    public static string ContentType(this PackForm form) => form == PackForm.Word ? WordPack.ContentType : ExcelPack.ContentType;

    /// <summary>"improvement-plan-panel-2010-09-29.docx"; a preview says that it is one.</summary>
    public static string FileName(this PackForm form, PackContent pack) =>
        $"improvement-plan-panel-{pack.Panel:yyyy-MM-dd}{(pack.FrozenAt is null ? "-preview" : "")}{(pack.IsForPublication ? "-for-publication" : "")}.{(form == PackForm.Word ? "docx" : "xlsx")}";

    public static byte[] Write(this PackForm form, PackContent pack, PackProgress? progress = null)
    {
        using var file = new MemoryStream();
        if (form == PackForm.Word)
            WordPack.Write(pack, file, progress);
        else
            ExcelPack.Write(pack, file, progress);
        return file.ToArray();
    }
}
