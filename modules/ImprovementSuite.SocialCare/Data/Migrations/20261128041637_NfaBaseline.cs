using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class NfaBaseline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "BaselineFrom",
                table: "audit_programme",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BaselineTo",
                table: "audit_programme",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NfaReduction",
                table: "audit_programme",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.UpdateData(
                table: "audit_programme",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "BaselineFrom", "BaselineTo", "NfaReduction" },
                values: new object[] { null, null, 0 });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BaselineFrom",
                table: "audit_programme");

            migrationBuilder.DropColumn(
                name: "BaselineTo",
                table: "audit_programme");

            migrationBuilder.DropColumn(
                name: "NfaReduction",
                table: "audit_programme");
        }
    }
}
