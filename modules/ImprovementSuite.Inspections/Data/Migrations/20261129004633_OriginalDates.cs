using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Inspections.Data.Migrations
{
    /// <inheritdoc />
    public partial class OriginalDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "original_date",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InspectionRef = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    DueOn = table.Column<int>(type: "INTEGER", nullable: false),
                    CameOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_original_date", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_original_date_InspectionRef_Number",
                table: "original_date",
                columns: new[] { "InspectionRef", "Number" });

            // Those known so far; the day on which they came was not kept. Where one number came twice, the one that counts is the last.
            migrationBuilder.Sql(
                """
                INSERT INTO original_date (InspectionRef, Number, DueOn, CameOn)
                SELECT InspectionRef, Number, OriginallyDueOn, 0 FROM recommendation WHERE InspectionRef <> '' ORDER BY Counts, Id
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "original_date");
        }
    }
}
