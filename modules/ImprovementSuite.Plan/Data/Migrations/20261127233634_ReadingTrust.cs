using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Plan.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReadingTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Trust",
                table: "reading",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrustWhy",
                table: "reading",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Trust",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "TrustWhy",
                table: "reading");
        }
    }
}
