using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Plan.Data.Migrations
{
    /// <inheritdoc />
    public partial class NoticeAndReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EnteredAt",
                table: "reading",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnteredBy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "reading",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SupersededBy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnWhy",
                table: "reading",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewOn = table.Column<int>(type: "INTEGER", nullable: true),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reading_file",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: false),
                    BroughtAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "condition",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: true),
                    Tests = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Notice = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_condition_notice_Notice",
                        column: x => x.Notice,
                        principalTable: "notice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_condition_Notice",
                table: "condition",
                column: "Notice");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "condition");

            migrationBuilder.DropTable(
                name: "reading_file");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropColumn(
                name: "EnteredAt",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "File",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "SupersededBy",
                table: "reading");

            migrationBuilder.DropColumn(
                name: "WithdrawnWhy",
                table: "reading");
        }
    }
}
