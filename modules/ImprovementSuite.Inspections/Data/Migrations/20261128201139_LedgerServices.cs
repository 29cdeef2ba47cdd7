using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Inspections.Data.Migrations
{
    /// <inheritdoc />
    public partial class LedgerServices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_recommendation_Service",
                table: "recommendation",
                column: "Service",
                filter: "Counts = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_recommendation_Service",
                table: "recommendation");
        }
    }
}
