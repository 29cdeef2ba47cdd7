using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "learning",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkforceId = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Issues = table.Column<string>(type: "TEXT", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    TypedBy = table.Column<string>(type: "TEXT", nullable: true),
                    TypedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    IsInvented = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "practice_issues_published",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_issues_published", x => x.Month);
                });

            migrationBuilder.CreateIndex(
                name: "IX_learning_On",
                table: "learning",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_learning_WorkforceId",
                table: "learning",
                column: "WorkforceId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "learning");

            migrationBuilder.DropTable(
                name: "practice_issues_published");
        }
    }
}
