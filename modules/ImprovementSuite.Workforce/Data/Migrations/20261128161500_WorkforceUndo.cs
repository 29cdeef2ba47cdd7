using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Workforce.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkforceUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Population",
                table: "survey",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "restructure",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "KeepsBefore",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LeftAlone",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "UndoneAs",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "UndoneAt",
                table: "import",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "import",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneWhy",
                table: "import",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "retention_rule",
                columns: table => new
                {
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_rule", x => x.Type);
                });

            migrationBuilder.CreateTable(
                name: "retention_run",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<int>(type: "INTEGER", nullable: false),
                    Expected = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_run", x => x.Id);
                });

            migrationBuilder.UpdateData(
                table: "survey",
                keyColumn: "Id",
                keyValue: 1,
                column: "Population",
                value: null);

            migrationBuilder.UpdateData(
                table: "survey",
                keyColumn: "Id",
                keyValue: 2,
                column: "Population",
                value: null);

            migrationBuilder.UpdateData(
                table: "survey",
                keyColumn: "Id",
                keyValue: 3,
                column: "Population",
                value: null);

            migrationBuilder.UpdateData(
                table: "survey",
                keyColumn: "Id",
                keyValue: 4,
                column: "Population",
                value: null);

            migrationBuilder.UpdateData(
                table: "survey",
                keyColumn: "Id",
                keyValue: 5,
                column: "Population",
                value: null);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retention_rule");

            migrationBuilder.DropTable(
                name: "retention_run");

            migrationBuilder.DropColumn(
                name: "Population",
                table: "survey");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "restructure");

            migrationBuilder.DropColumn(
                name: "KeepsBefore",
                table: "import");

            migrationBuilder.DropColumn(
                name: "LeftAlone",
                table: "import");

            migrationBuilder.DropColumn(
                name: "UndoneAs",
                table: "import");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "import");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "import");

            migrationBuilder.DropColumn(
                name: "UndoneWhy",
                table: "import");
        }
    }
}
