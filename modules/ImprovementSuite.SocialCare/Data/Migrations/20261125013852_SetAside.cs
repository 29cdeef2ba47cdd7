using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class SetAside : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SetAsideAt",
                table: "feed_rejection",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SetAsideBy",
                table: "feed_rejection",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SetAsideWhy",
                table: "feed_rejection",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SetAsideAt",
                table: "feed_rejection");

            migrationBuilder.DropColumn(
                name: "SetAsideBy",
                table: "feed_rejection");

            migrationBuilder.DropColumn(
                name: "SetAsideWhy",
                table: "feed_rejection");
        }
    }
}
