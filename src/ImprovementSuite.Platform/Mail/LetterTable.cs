using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.Platform.Mail;

/// <summary>How a module's letters are stored.</summary>
public static class LetterTable
{
    /// <summary>The table that a <see cref="LetterSender"/> works on; its states stand in it by name.</summary>
    public static EntityTypeBuilder<TRow> ToLetterTable<TRow>(this EntityTypeBuilder<TRow> letter, string table) where TRow : LetterRow
    {
        letter.ToTable(table).Property(row => row.State).HasConversion<string>();
        return letter;
    }
}
