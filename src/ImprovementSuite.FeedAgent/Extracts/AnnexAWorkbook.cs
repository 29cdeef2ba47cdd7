namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>An Annex A workbook. The suite reads it itself: it knows the lists, their headings and the spellings of their codes.</summary>
internal sealed class AnnexAWorkbook : Extract
{
    private const int LargestMegabytes = 50;

    public AnnexAWorkbook(string path) : base(path)
    {
        if (Size > (long)LargestMegabytes << 20)
            throw new ExtractException($"{Name} has more than {LargestMegabytes} MB, which the suite does not take. Take out pictures and other sheets and send it again.");
    }

    public override string UsualSource => "annex-a";

    public FileStream Content() => OpenFile();
}
