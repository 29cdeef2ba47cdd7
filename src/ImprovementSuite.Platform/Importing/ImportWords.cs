namespace ImprovementSuite.Platform.Importing;

/// <summary>What people call how far an import came.</summary>
public static class ImportWords
{
    /// <summary>"Waits for a decision".</summary>
    public static string Words(this ImportState state) => state switch
    {
        ImportState.Waiting => "Waits for a decision",
        ImportState.Taking => "Cut off while it was taken",
        ImportState.Done => "Taken",
        ImportState.Undoing => "Cut off while it was undone",
        ImportState.Undone => "Undone",
        _ => "Dropped",
    };
}
