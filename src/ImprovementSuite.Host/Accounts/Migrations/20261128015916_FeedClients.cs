using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Host.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class FeedClients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_feed_key_Name",
                table: "feed_key");

            migrationBuilder.AddColumn<int>(
                name: "LastDay",
                table: "feed_key",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastUsedAt",
                table: "feed_key",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                table: "feed_key",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_feed_key_Name_Turn",
                table: "feed_key",
                columns: new[] { "Name", "Turn" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_feed_key_Name_Turn",
                table: "feed_key");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "feed_key");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "feed_key");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "feed_key");

            migrationBuilder.CreateIndex(
                name: "IX_feed_key_Name",
                table: "feed_key",
                column: "Name",
                unique: true);
        }
    }
}
