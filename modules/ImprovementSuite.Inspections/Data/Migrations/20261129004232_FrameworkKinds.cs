using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Inspections.Data.Migrations
{
    /// <inheritdoc />
    public partial class FrameworkKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Providers",
                table: "framework",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Reports",
                table: "framework",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[]", "[1,2]" });

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 2,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[]", "[3]" });

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 3,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[1]", "[1]" });

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 4,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[]", "[1,2]" });

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 5,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[1]", "[1,2]" });

            migrationBuilder.UpdateData(
                table: "framework",
                keyColumn: "Id",
                keyValue: 6,
                columns: new[] { "Providers", "Reports" },
                values: new object[] { "[1]", "[1,2]" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Providers",
                table: "framework");

            migrationBuilder.DropColumn(
                name: "Reports",
                table: "framework");
        }
    }
}
