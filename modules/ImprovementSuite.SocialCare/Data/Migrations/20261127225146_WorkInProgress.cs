using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ImprovementSuite.SocialCare.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkInProgress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "time_limit",
                columns: new[] { "Id", "DecidedBy", "From", "Measure", "StartDayCounts", "WorkingDays" },
                values: new object[] { -1, 0, 733132, "REFERRAL-DECISION", 0, 1 });

            migrationBuilder.CreateIndex(
                name: "referral_undecided",
                table: "referral",
                columns: new[] { "HolderId", "ReceivedOn" },
                filter: "Counts = 1 AND Outcome = 0 AND ClosedOn IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "referral_undecided",
                table: "referral");

            migrationBuilder.DeleteData(
                table: "time_limit",
                keyColumn: "Id",
                keyValue: -1);
        }
    }
}
