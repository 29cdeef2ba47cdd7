using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkforceManagers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Person",
                table: "manager_in_post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PostNumber",
                table: "manager_in_post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostRevision",
                table: "manager_in_post",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "cases_held_published",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_held_published", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "followed_restructure",
                columns: table => new
                {
                    Restructure = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followed_restructure", x => x.Restructure);
                });

            migrationBuilder.CreateTable(
                name: "managers_month",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_managers_month", x => x.Month);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_held_published");

            migrationBuilder.DropTable(
                name: "followed_restructure");

            migrationBuilder.DropTable(
                name: "managers_month");

            migrationBuilder.DropColumn(
                name: "Person",
                table: "manager_in_post");

            migrationBuilder.DropColumn(
                name: "PostNumber",
                table: "manager_in_post");

            migrationBuilder.DropColumn(
                name: "PostRevision",
                table: "manager_in_post");
        }
    }
}
