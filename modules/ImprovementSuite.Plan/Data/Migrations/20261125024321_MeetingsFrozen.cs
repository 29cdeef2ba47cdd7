using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Plan.Data.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsFrozen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "frozen_line",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Computed = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    Panel = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_frozen_line_panel_Panel",
                        column: x => x.Panel,
                        principalTable: "panel",
                        principalColumn: "On",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "decision_ruling",
                table: "decision",
                columns: new[] { "Panel", "Line" },
                unique: true,
                filter: "Ruling IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_line_Panel",
                table: "frozen_line",
                column: "Panel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "frozen_line");

            migrationBuilder.DropIndex(
                name: "decision_ruling",
                table: "decision");
        }
    }
}
