using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.Inspections.Data.Migrations
{
    /// <inheritdoc />
    public partial class LedgerIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_recommendation_Service",
                table: "recommendation",
                column: "Service",
                filter: "Counts = 1");

            migrationBuilder.CreateIndex(
                name: "IX_recommendation_TakenOut",
                table: "recommendation",
                columns: new[] { "InspectionRef", "Number" },
                filter: "Counts = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_recommendation_Service",
                table: "recommendation");

            migrationBuilder.DropIndex(
                name: "IX_recommendation_TakenOut",
                table: "recommendation");
        }
    }
}
